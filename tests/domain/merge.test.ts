import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { knownAt, rowsOf, type Document } from '../../src/domain/document.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { entryOf } from '../../src/domain/entry.ts'
import { mergeDossiers, undoMerge, type Merged } from '../../src/domain/merge/merge-dossiers.ts'
import { setAsideOf } from '../../src/domain/merge/merge-facts.ts'
import { personOf, postsOf } from '../../src/domain/person.ts'
import type { VerbContext } from '../../src/domain/verbs/verb.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import {
  accept,
  ACTIVITY,
  attempt,
  baseOf,
  CENTRAL,
  CLAIM,
  codeOf,
  done,
  dossier,
  id,
  NAMES,
  nextOp,
  OTHER,
  POINT,
  REFERENCE,
  TODAY,
} from './verbs/scene.ts'

const context = (today = TODAY): VerbContext => ({
  op: nextOp(),
  actor: { id: id('du'), name: NAMES.du },
  subject: { kind: 'teacher', id: id('tao') },
  today,
  minute: '10:00',
  saidAt: `${today}T10:00`,
  reference: REFERENCE,
  base: null,
  hash: shortHash,
})
const merged = (kept: Document, aside: Document, today = TODAY) => {
  const m = mergeDossiers(kept, aside, '重复建档', context(today), 'district-officer')
  if (m.is === 'refused') throw new Error(m.code)
  return m
}
const codeIn = (m: Merged): string => (m.is === 'refused' ? m.code : m.is)
const hoursIn = (doc: Document): number => rowsOf(doc as Dossier, 'hours').reduce((sum, r) => sum + (entryOf(r)?.recognised ?? 0), 0)
const recognised = (who: 'tao' | 'lin', doc: Document, more: Record<string, unknown> = {}): Document => {
  const row = nextOp()
  const claimed = done(who, 'claim-hours', doc, { ...CLAIM, ...more }, { op: row })
  return done('wu', 'accept-claim', claimed, accept(row), { base: baseOf(claimed, row) })
}
const granted = (doc: Document): Document =>
  done('wu', 'grant-hours', doc, { activity: ACTIVITY, hours: null, attendance: null, result: null })

describe('two dossiers of one person', () => {
  it('become one with every hour once: what both say stays once, signatures and facts as they were', () => {
    const kept = granted(recognised('tao', dossier('tao', CENTRAL)))
    const aside = granted(recognised('lin', dossier('lin', CENTRAL), { title: '另一个培训', first: '2025-11-03', last: '2025-11-03' }))
    const m = merged(kept, aside)
    expect(hoursIn(m.kept)).toBe(40 + 40 + 40)
    expect([m.brought, m.leftOut]).toEqual([1, 2])
    const other = rowsOf(aside as Dossier, 'hours').find((r) => entryOf(r)?.training.title === '另一个培训')
    expect(rowsOf(m.kept as Dossier, 'hours')).toContain(other)
    expect(personOf(m.kept as Dossier)?.formerNames).toEqual([NAMES.lin])
    expect(postsOf(m.kept as Dossier)).toHaveLength(1)
  })

  it('leaves the other one empty: no hours, no posts, and nobody can add to it', () => {
    const m = merged(dossier('tao', CENTRAL), recognised('lin', dossier('lin', CENTRAL)))
    expect(rowsOf(m.aside as Dossier, 'hours')).toEqual([])
    expect(postsOf(m.aside as Dossier)).toEqual([])
    expect(setAsideOf(m.aside)?.fact.into).toBe('tao')
    expect(codeOf(attempt('lin', 'claim-hours', m.aside, CLAIM))).toBe('document.merged')
    expect(codeOf(attempt('du', 'start-post', m.aside, { school: CENTRAL, kind: 'home', from: '2026-03-01' }))).toBe('document.merged')
  })

  it('can be acted on in the one that stays: a claim that came over is still decided', () => {
    const row = nextOp()
    const m = merged(dossier('tao', CENTRAL), done('lin', 'claim-hours', dossier('lin', CENTRAL), CLAIM, { op: row }))
    const after = done('wu', 'accept-claim', m.kept, accept(row), { base: baseOf(m.kept, row) })
    expect(hoursIn(after)).toBe(40)
    expect(codeIn(undoMerge(after, m.aside, '弄错了', context(), 'district-officer'))).toBe('merge.acted')
  })

  it('are two again when it is undone, to the last row, and may be merged again', () => {
    const kept = recognised('tao', dossier('tao', CENTRAL))
    const aside = recognised('lin', dossier('lin', CENTRAL), { title: '另一个培训', first: '2025-11-03', last: '2025-11-03' })
    const m = merged(kept, aside)
    const back = undoMerge(m.kept, m.aside, '弄错了', context(), 'district-officer')
    if (back.is === 'refused') throw new Error(back.code)
    expect(rowsOf(back.kept as Dossier, 'hours')).toEqual(rowsOf(kept as Dossier, 'hours'))
    expect(personOf(back.kept as Dossier)).toEqual(personOf(kept as Dossier))
    expect(rowsOf(back.aside as Dossier, 'hours')).toEqual(rowsOf(aside as Dossier, 'hours'))
    expect(postsOf(back.aside as Dossier)).toEqual(postsOf(aside as Dossier))
    const dead = rowsOf(aside as Dossier, 'hours')[0]?.id ?? ''
    expect(codeOf(attempt('wu', 'reverse-entry', back.kept, { row: dead, reason: '错' }, { base: baseOf(aside, dead) }))).toBe(
      'verb.not-allowed',
    )
    expect(hoursIn(merged(back.kept, back.aside).kept)).toBe(80)
    expect(codeIn(undoMerge(back.kept, back.aside, '再撤', context(), 'district-officer'))).toBe('merge.not-merged')
  })

  it('stay two in what was known before: a snapshot of last month counts nobody twice', () => {
    const aside = recognised('lin', dossier('lin', CENTRAL), { title: '另一个培训', first: '2025-11-03', last: '2025-11-03' })
    const m = merged(recognised('tao', dossier('tao', CENTRAL)), aside, day('2026-04-01'))
    expect([hoursIn(knownAt(m.kept, day('2026-03-31'))), hoursIn(knownAt(m.aside, day('2026-03-31')))]).toEqual([40, 40])
    expect([hoursIn(knownAt(m.kept, day('2026-04-01'))), hoursIn(knownAt(m.aside, day('2026-04-01')))]).toEqual([80, 0])
  })

  it('keep the recognised hours where the other only has them claimed', () => {
    const kept = done('tao', 'claim-hours', dossier('tao', CENTRAL), CLAIM)
    const m = merged(kept, recognised('lin', dossier('lin', CENTRAL)))
    expect(hoursIn(m.kept)).toBe(40)
    expect(m.leftOut).toBe(1)
  })

  it('are refused where they are both at work in different schools, one is merged already, holds a role, or is no dossier', () => {
    const tao = dossier('tao', POINT)
    expect(codeIn(mergeDossiers(tao, dossier('lin', OTHER), '重复', context(), 'admin'))).toBe('merge.both-active')
    expect(codeIn(mergeDossiers(tao, tao, '重复', context(), 'admin'))).toBe('merge.same-dossier')
    expect(codeIn(mergeDossiers(dossier('tao', CENTRAL), dossier('wu', CENTRAL), '重复', context(), 'admin'))).toBe('merge.holds-role')
    const m = merged(dossier('tao', CENTRAL), dossier('lin', CENTRAL))
    expect(codeIn(mergeDossiers(dossier('tao', CENTRAL), m.aside, '重复', context(), 'admin'))).toBe('merge.set-aside-already')
    const lin = dossier('lin', OTHER)
    const gone = done('du', 'end-post', lin, {
      row: postsOf(lin as Dossier)[0]?.id ?? '',
      to: '2026-01-01',
      reason: 'transferred',
      note: '',
    })
    expect(codeIn(mergeDossiers(tao, gone, '重复', context(), 'admin'))).toBe('merged')
  })
})
