import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { flagsOfEntry } from '../../../src/domain/evaluate/flags.ts'
import { deadlineOf, madeOn } from '../../../src/domain/history/late.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import type { RowId } from '../../../src/domain/ids.ts'
import { runVerb } from '../../../src/domain/verbs/register.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { accept, baseOf, CLAIM, done, dossier, entryIn, id, NAMES, nextOp, POINT, REFERENCE, type Who } from '../verbs/scene.ts'

const open = policyFor('500103') as Policy
const set = policyFor('500103', [{ key: 'lateBy', value: '03-31', from: '2021-01-01', source: '区通知' }]) as Policy

/** A claim of a 2025 training, saved on the phone at one day and received on another. */
function claimed(policy: Policy, saved: string, received: string) {
  const row = nextOp()
  const how = { reference: { ...REFERENCE, policy }, today: received }
  const outcome = runVerb(
    'claim-hours',
    1,
    dossier('tao', POINT),
    { ...CLAIM, lateReason: '证书刚发' },
    {
      op: row,
      actor: { id: id('tao'), name: NAMES['tao' as Who] },
      subject: { kind: 'teacher', id: id('tao') },
      today: day(received),
      minute: '10:00',
      saidAt: `${saved}T20:00`,
      reference: how.reference,
      base: null,
      hash: shortHash,
    },
  )
  if (outcome.is !== 'applied') throw new Error(outcome.is)
  return { doc: outcome.document, row, how }
}
const codes = (policy: Policy, saved: string, received: string): string[] => {
  const { doc, row } = claimed(policy, saved, received)
  return flagsOfEntry(policy, doc as Dossier, row as string as RowId, day(received)).map((f) => f.code)
}

describe('补登截止', () => {
  it('is nobody’s before the district has set one: late stays late, and nothing is routed anywhere', () => {
    expect(deadlineOf(open, day('2025-10-08'))).toBeNull()
    expect(codes(open, '2026-06-01', '2026-06-01')).toEqual(['late'])
  })

  it('missed, the claim is taken, says so, and goes on from the school to the district', () => {
    expect(deadlineOf(set, day('2025-10-08'))).toBe('2026-03-31')
    const { doc, row, how } = claimed(set, '2026-04-01', '2026-04-01')
    expect(flagsOfEntry(set, doc as Dossier, row as string as RowId, day('2026-04-01')).map((f) => f.code)).toEqual([
      'late',
      'after-deadline',
    ])
    const passed = done('wu', 'accept-claim', doc, accept(row), { ...how, base: baseOf(doc, row) })
    expect(entryIn(passed, row).state).toBe('pending-district')
    const recognised = done('du', 'accept-claim', passed, accept(row), { ...how, base: baseOf(passed, row) })
    expect(entryIn(recognised, row).state).toBe('recognised')
  })

  it('kept by the day it was saved offline, the claim ends at the school as any other, and shows when it arrived', () => {
    const { doc, row, how } = claimed(set, '2026-03-30', '2026-04-02')
    expect(codes(set, '2026-03-30', '2026-04-02')).toEqual(['late', 'arrived-later'])
    expect(entryIn(done('wu', 'accept-claim', doc, accept(row), { ...how, base: baseOf(doc, row) }), row).state).toBe('recognised')
  })

  it('a claim saved before the year was over and received after it is not late at all', () => {
    expect(codes(set, '2025-12-30', '2026-01-05')).toEqual(['arrived-later'])
  })

  it('a phone whose clock runs ahead gains nothing', () => {
    expect(madeOn({ recordedOn: day('2026-04-02'), saidAt: '2026-05-01T08:00' }, { first: day('2025-10-08') })).toBe('2026-04-02')
    expect(madeOn({ recordedOn: day('2026-04-02'), saidAt: '' }, { first: day('2025-10-08') })).toBe('2026-04-02')
  })

  it('nor does one that fell back by years, to before the training began: that claim is as late as it arrived', () => {
    for (const wrong of ['1970-01-01', '2010-01-01', '2024-10-08', '2025-10-07']) {
      expect(codes(set, wrong, '2026-04-02'), wrong).toEqual(['late', 'after-deadline'])
      const { doc, row, how } = claimed(set, wrong, '2026-04-02')
      expect(entryIn(done('wu', 'accept-claim', doc, accept(row), { ...how, base: baseOf(doc, row) }), row).state).toBe('pending-district')
    }
    // Whoever claims on the day itself is believed.
    expect(codes(set, '2025-10-08', '2026-04-02')).toEqual(['arrived-later'])
  })
})

describe('the day of the certificate', () => {
  it('stands apart from the training’s days, which alone decide the year', () => {
    const row = nextOp()
    const doc = done('tao', 'claim-hours', dossier('tao', POINT), { ...CLAIM, certifiedOn: '2026-03-02' }, { op: row })
    expect(entryIn(doc, row).training).toMatchObject({ first: '2025-10-08', last: '2025-10-08', certifiedOn: '2026-03-02' })
    expect(entryIn(done('tao', 'claim-hours', dossier('tao', POINT), CLAIM, { op: row }), row).training).not.toHaveProperty('certifiedOn')
  })
})
