import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { emptyDocument, type Row } from '../../src/domain/document.ts'
import type { RowId } from '../../src/domain/ids.ts'
import { homePost, leftOn, outsideEmployment, personOf, postsOf, schoolsOn } from '../../src/domain/person.ts'
import { asDossier, CENTRAL, done, dossier, id, nextOp, OTHER, POINT } from './verbs/scene.ts'

describe('a person', () => {
  it('whose dossier was never opened is nobody', () => {
    const blank = asDossier(emptyDocument<Row>({ kind: 'teacher', id: id('lin') }))
    expect(personOf(blank)).toBe(null)
    expect(postsOf(blank)).toEqual([])
    expect(outsideEmployment([], day('2026-01-01'))).toBe(false)
  })
  it('keeps every former name once, also after changing back', () => {
    const rename = (doc: ReturnType<typeof dossier>, name: string) =>
      done('wu', 'correct-person', doc, { changes: { name }, reason: '更名' })
    const doc = rename(rename(rename(dossier('lin', CENTRAL), '林晓'), '林老师'), '林晓')
    expect(personOf(asDossier(doc))).toMatchObject({ name: '林晓', formerNames: ['林老师', '林晓'] })
  })
})

describe('where a person works', () => {
  it('has left once no post reaches the day, with the last day anywhere; not while one goes on, is to come, or never was', () => {
    const post = (from: string, to: string | null) => ({
      id: nextOp() as string as RowId,
      school: CENTRAL,
      kind: 'home' as const,
      from: day(from),
      to: to === null ? null : day(to),
      endReason: null,
    })
    const posts = [post('2010-09-01', '2026-03-01'), post('2025-09-01', '2026-02-01')]
    expect(leftOn(posts, day('2026-03-02'))).toBe('2026-03-01')
    expect(leftOn(posts, day('2026-03-01'))).toBe(null)
    expect(leftOn([...posts, post('2026-09-01', null)], day('2026-03-02'))).toBe(null)
    expect(leftOn([], day('2026-03-02'))).toBe(null)
  })
  const rotated = done('wu', 'start-post', dossier('lin', CENTRAL), { school: POINT, kind: 'rotation', from: '2025-09-01' })
  it('counts at the home school, and both schools may see the dossier', () => {
    const posts = postsOf(asDossier(rotated))
    expect(homePost(posts, day('2026-03-10'))?.school).toBe(CENTRAL)
    expect(schoolsOn(posts, day('2026-03-10'))).toEqual([CENTRAL, POINT])
    expect(schoolsOn(posts, day('2025-08-31'))).toEqual([CENTRAL])
  })
  it('counts at one school on every day of a transfer', () => {
    const moved = postsOf(asDossier(done('du', 'start-post', rotated, { school: OTHER, kind: 'home', from: '2026-03-01' })))
    for (const d of ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']) {
      expect(moved.filter((p) => p.kind === 'home' && p.from <= d && (p.to === null || d <= p.to)).length).toBe(1)
    }
    expect(moved.map((p) => p.to)).toContain('2026-02-28')
    expect(outsideEmployment(moved, day('2024-08-31'))).toBe(true)
  })
  it('forgets a post that was a mistake, though its row stays', () => {
    const row = nextOp()
    const doc = done(
      'du',
      'end-post',
      done('du', 'start-post', dossier('lin', CENTRAL), { school: OTHER, kind: 'visiting', from: '2025-09-01' }, { op: row }),
      { row, to: '2025-09-01', reason: 'mistake', note: '' },
    )
    expect(postsOf(asDossier(doc)).map((p) => p.school)).toEqual([CENTRAL])
    expect([...doc.rows.values()].filter((r) => r.kind === 'post').length).toBe(2)
  })
})
