import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { emptyDocument, type Document, type Row } from '../../../src/domain/document.ts'
import { homePost, pausesOf, personOf, postsOf } from '../../../src/domain/person.ts'
import { asDossier, attempt, CENTRAL, codeOf, done, dossier, id, IDENTITY, nextOp, OTHER, POINT, REFERENCE } from './scene.ts'

const blank = (): Document => emptyDocument<Row>({ kind: 'teacher', id: id('lin') })
const enrol = (school: string | null, over: Readonly<Record<string, unknown>> = {}) => ({
  identity: { ...IDENTITY, ...over },
  home: school === null ? null : { row: nextOp(), school, from: '2025-09-01' },
})
const homeOf = (doc: Document, on = '2026-03-10') => homePost(postsOf(asDossier(doc)), day(on))?.school ?? null
const postAt = (doc: Document, school: string): string => postsOf(asDossier(doc)).find((p) => p.school === school)?.id ?? ''

describe('opening a dossier', () => {
  it('an officer adds one person to their own school, or to a teaching point below it', () => {
    expect(homeOf(done('wu', 'enrol-person', blank(), enrol(CENTRAL)))).toBe(CENTRAL)
    expect(homeOf(done('wu', 'enrol-person', blank(), enrol(POINT)))).toBe(POINT)
  })
  it('but not to another school, and not to none', () => {
    expect(codeOf(attempt('wu', 'enrol-person', blank(), enrol(OTHER)))).toBe('verb.not-allowed')
    expect(codeOf(attempt('wu', 'enrol-person', blank(), enrol(null)))).toBe('verb.not-allowed')
    expect(attempt('an', 'enrol-person', blank(), enrol(null)).is).toBe('applied')
  })
  it("cannot draw an existing dossier to one's own school", () => {
    expect(codeOf(attempt('he', 'enrol-person', dossier('lin', CENTRAL), enrol(OTHER)))).toBe('verb.not-allowed')
    expect(codeOf(attempt('du', 'enrol-person', dossier('lin', CENTRAL), enrol(OTHER)))).toBe('person.already-enrolled')
  })
  it('never takes a national ID number for a staff number', () => {
    expect(codeOf(attempt('wu', 'enrol-person', blank(), enrol(CENTRAL, { staffNumber: '50010319800101123X' })))).toBe('person.id-number')
    expect(
      codeOf(attempt('wu', 'correct-person', dossier('lin', CENTRAL), { changes: { staffNumber: '500103 198001011234' }, reason: '补' })),
    ).toBe('person.id-number')
  })
  it('needs a school that exists', () => {
    expect(codeOf(attempt('du', 'enrol-person', blank(), enrol('nowhere')))).toBe('post.unknown-school')
  })
})

describe('correcting who someone is', () => {
  it('keeps a changed name as 曾用名', () => {
    const doc = done('wu', 'correct-person', dossier('lin', CENTRAL), { changes: { name: '林晓' }, reason: '更名' })
    expect(personOf(asDossier(doc))).toMatchObject({ name: '林晓', formerNames: ['林老师'], initials: [] })
  })
  it('is nothing when nothing changes, and needs a reason', () => {
    const doc = dossier('lin', CENTRAL)
    expect(attempt('wu', 'correct-person', doc, { changes: { subject: '语文', name: '林老师' }, reason: '核对' })).toEqual({ is: 'noop' })
    expect(codeOf(attempt('wu', 'correct-person', doc, { changes: { subject: '数学' }, reason: '' }))).toBe('verb.bad-arguments')
    expect(codeOf(attempt('lin', 'correct-person', doc, { changes: { subject: '数学' }, reason: '改' }))).toBe('verb.not-allowed')
  })
})

describe('posts', () => {
  it('a transfer ends the home post on the day before, and the former school keeps nothing', () => {
    const doc = done('du', 'start-post', dossier('lin', CENTRAL), { school: OTHER, kind: 'home', from: '2026-03-01' })
    expect([homeOf(doc, '2026-02-28'), homeOf(doc, '2026-03-01')]).toEqual([CENTRAL, OTHER])
    expect(postsOf(asDossier(doc)).map((p) => p.endReason)).toEqual(['transferred', null])
    expect(codeOf(attempt('wu', 'correct-person', doc, { changes: { subject: '数学' }, reason: '改' }))).toBe('verb.not-allowed')
    expect(attempt('he', 'correct-person', doc, { changes: { subject: '数学' }, reason: '改' }).is).toBe('applied')
  })
  it('who retires, resigns or leaves the district ends what stood beside the home post too; a transfer and the end of a secondment do not', () => {
    const out = done('wu', 'start-post', dossier('lin', CENTRAL), { school: OTHER, kind: 'seconded', from: '2025-09-01' })
    const later = done('wu', 'start-post', out, { school: POINT, kind: 'visiting', from: '2026-06-01' })
    const gone = done('wu', 'end-post', later, { row: postAt(later, CENTRAL), to: '2026-03-10', reason: 'retired', note: '' })
    expect(postsOf(asDossier(gone)).map((p) => [p.kind, p.to, p.endReason])).toEqual([
      ['home', '2026-03-10', 'retired'],
      ['seconded', '2026-03-10', 'retired'],
    ])
    const back = done('he', 'end-post', later, { row: postAt(later, OTHER), to: '2026-03-10', reason: 'returned', note: '' })
    expect([homeOf(back), postsOf(asDossier(back)).find((p) => p.school === POINT)?.to]).toEqual([CENTRAL, null])
    const moved = done('du', 'end-post', later, { row: postAt(later, CENTRAL), to: '2026-03-10', reason: 'other', note: '' })
    expect(postsOf(asDossier(moved)).filter((p) => p.to === null)).toHaveLength(2)
  })
  it('nobody starts at a school that was closed before that day', () => {
    const schools = REFERENCE.schools.map((s) => (s.id === OTHER ? { ...s, closedOn: day('2026-03-31') } : s))
    const reference = { ...REFERENCE, schools }
    const start = (from: string) =>
      attempt('wu', 'start-post', dossier('lin', CENTRAL), { school: OTHER, kind: 'visiting', from }, { reference })
    expect([codeOf(start('2026-03-31')), codeOf(start('2026-04-01'))]).toEqual(['applied', 'post.school-closed'])
  })
  it('the home school may let someone go; a school hosting them may not take them', () => {
    const doc = dossier('lin', CENTRAL)
    expect(attempt('wu', 'start-post', doc, { school: OTHER, kind: 'home', from: '2026-03-01' }).is).toBe('applied')
    const hosted = done('wu', 'start-post', doc, { school: OTHER, kind: 'rotation', from: '2025-09-01' })
    expect(codeOf(attempt('he', 'start-post', hosted, { school: OTHER, kind: 'home', from: '2026-03-01' }))).toBe('post.other-school')
    expect(
      codeOf(attempt('he', 'end-post', hosted, { row: postAt(hosted, CENTRAL), to: '2026-03-01', reason: 'transferred', note: '' })),
    ).toBe('post.other-school')
    expect(homeOf(hosted)).toBe(CENTRAL)
  })
  it('the same post twice is once, and a home post cannot start inside a later one', () => {
    const doc = dossier('lin', CENTRAL)
    expect(attempt('du', 'start-post', doc, { school: CENTRAL, kind: 'home', from: '2025-01-01' })).toEqual({ is: 'noop' })
    expect(codeOf(attempt('du', 'start-post', doc, { school: OTHER, kind: 'home', from: '2024-01-01' }))).toBe('post.home-overlaps')
    expect(codeOf(attempt('du', 'start-post', doc, { school: 'nowhere', kind: 'home', from: '2026-01-01' }))).toBe('post.unknown-school')
  })
  it('nobody is a guest at two schools at once: rotated, seconded or placed; 走教 may serve several', () => {
    for (const kind of ['rotation', 'seconded', 'placement'] as const) {
      const there = done('du', 'start-post', dossier('lin', CENTRAL), { school: OTHER, kind, from: '2026-03-01' })
      expect(codeOf(attempt('du', 'start-post', there, { school: POINT, kind, from: '2026-03-10' }))).toBe('post.two-hosts')
      // One that begins later is in the way too, where the new one has no end.
      expect(codeOf(attempt('du', 'start-post', there, { school: POINT, kind, from: '2026-02-01' }))).toBe('post.two-hosts')
      const over = done('du', 'end-post', there, { row: postAt(there, OTHER), to: '2026-03-09', reason: 'returned', note: '' })
      expect(attempt('du', 'start-post', over, { school: POINT, kind, from: '2026-03-10' }).is).toBe('applied')
    }
    const visiting = done('du', 'start-post', dossier('lin', CENTRAL), { school: OTHER, kind: 'visiting', from: '2026-03-01' })
    expect(attempt('du', 'start-post', visiting, { school: POINT, kind: 'visiting', from: '2026-03-01' }).is).toBe('applied')
  })
  it('nobody is rotated or placed at their own school', () => {
    for (const kind of ['rotation', 'placement'] as const) {
      expect(codeOf(attempt('du', 'start-post', dossier('lin', CENTRAL), { school: CENTRAL, kind, from: '2026-03-01' }))).toBe(
        'post.own-school',
      )
    }
  })
  it('end with a reason, not before they start, and stay on record', () => {
    const doc = dossier('lin', CENTRAL)
    const row = postAt(doc, CENTRAL)
    expect(codeOf(attempt('wu', 'end-post', doc, { row, to: '2024-08-31', reason: 'retired', note: '' }))).toBe('post.end-before-start')
    expect(codeOf(attempt('wu', 'end-post', doc, { row: nextOp(), to: '2026-03-10', reason: 'retired', note: '' }))).toBe(
      'verb.not-allowed',
    )
    const after = done('wu', 'end-post', doc, { row, to: '2026-03-10', reason: 'retired', note: '' })
    expect(postsOf(asDossier(after))).toMatchObject([{ to: '2026-03-10', endReason: 'retired' }])
    expect(attempt('wu', 'end-post', after, { row, to: '2026-03-10', reason: 'retired', note: '' })).toEqual({ is: 'noop' })
    expect([homeOf(after), homeOf(after, '2026-03-11')]).toEqual([CENTRAL, null])
  })
})

describe('pauses', () => {
  it('begin, end, and may be struck out', () => {
    const row = nextOp()
    const doc = done('wu', 'begin-pause', dossier('lin', CENTRAL), { kind: 'maternity', from: '2025-10-01', until: null }, { op: row })
    expect(codeOf(attempt('wu', 'end-pause', doc, { row, from: null, to: '2025-09-30' }))).toBe('pause.end-before-start')
    const ended = done('wu', 'end-pause', doc, { row, from: null, to: '2026-02-28' })
    expect(pausesOf(asDossier(ended))).toEqual([{ id: row, kind: 'maternity', from: '2025-10-01', to: '2026-02-28' }])
    expect(attempt('wu', 'end-pause', ended, { row, from: null, to: '2026-02-28' })).toEqual({ is: 'noop' })
    const struck = done('wu', 'cancel-pause', ended, { row, reason: '登记错人' })
    expect(pausesOf(asDossier(struck))).toEqual([])
    expect(attempt('wu', 'cancel-pause', struck, { row, reason: '登记错人' })).toEqual({ is: 'noop' })
  })
  it('may have no first day, until someone says it', () => {
    const row = nextOp()
    const doc = done('wu', 'begin-pause', dossier('lin', CENTRAL), { kind: 'sick', from: null, until: null }, { op: row })
    expect(pausesOf(asDossier(done('wu', 'end-pause', doc, { row, from: '2025-01-01', to: '2025-02-01' })))).toMatchObject([
      { from: '2025-01-01', to: '2025-02-01' },
    ])
    expect(codeOf(attempt('wu', 'begin-pause', doc, { kind: 'sick', from: '2025-02-01', until: '2025-01-01' }))).toBe(
      'pause.end-before-start',
    )
  })
})
