// 梯队 of a school and of the district: each person once, at the school of that day, with names only where they are asked for.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Document } from '../../../src/domain/document.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { runReport, type ReportOn } from '../../../src/domain/reports/report.ts'
import { tierReport, type TierReport } from '../../../src/domain/tiers/tier-report.ts'
import { asDossier, CENTRAL, done, dossier, OTHER, POINT, REFERENCE, schoolFile } from '../verbs/scene.ts'
import { AWARD, awarded, nominated } from './scene.ts'

const yuzhong = policyFor('500103')
if (yuzhong === null) throw new Error('no pack')
const reference = { ...REFERENCE, policy: yuzhong }
const pupils = done('wu', 'record-pupils', schoolFile(CENTRAL), { count: 300, asOf: '2026-03-01' })

function ask(people: readonly Document[], more: Partial<ReportOn<{ rung: string }>> = {}): TierReport {
  const on = {
    args: { rung: '' },
    asOf: day('2026-03-10'),
    knownAt: null,
    reference,
    schools: [CENTRAL, POINT, OTHER] as SchoolId[],
    wholeDistrict: true,
    files: [pupils],
    ...more,
  }
  return runReport(
    tierReport,
    on,
    people.map((d) => ({ dossier: asDossier(d), standing: null })),
  )
}
const both = (): Document =>
  done('du', 'award-title', awarded('lin', CENTRAL).doc, {
    row: null,
    ...AWARD,
    rung: 'yz-distinguished',
    level: 'city',
    from: '2025-09-01',
  })
const population = (r: TierReport, id: string): number | undefined => r.populations.find((p) => p.id === id)?.people

describe('the report on titles', () => {
  it('counts titles by level, people by population, and 骨干 per hundred pupils in every school', () => {
    const r = ask([
      both(),
      awarded('wei', CENTRAL).doc,
      dossier('zhou', CENTRAL),
      awarded('tao', POINT, { rung: 'yz-future', level: 'city', as: 'candidate' }).doc,
    ])
    expect(r.onRoll).toBe(4)
    expect(r.lines.find((l) => l.rung === 'yz-backbone' && l.level === 'district')).toMatchObject({ held: 2, candidates: 0 })
    expect(r.lines.find((l) => l.rung === 'yz-future')).toMatchObject({ held: 0, candidates: 1 })
    expect([population(r, 'yz-backbone'), population(r, 'yz-distinguished'), population(r, 'yz-backbone-distinguished')]).toEqual([2, 1, 2])
    expect(r.schools.find((s) => s.school === CENTRAL)).toMatchObject({
      onRoll: 3,
      titled: 2,
      backbone: 2,
      pupils: { count: 300 },
      perHundred: '0.67',
    })
    expect(r.schools.find((s) => s.school === POINT)).toMatchObject({ onRoll: 1, titled: 1, backbone: 0, pupils: null, perHundred: null })
    expect(r.populations.find((p) => p.id === 'county-backbone')).toMatchObject({ people: 2, open: true })
  })
  it('names people for a school, and for the district only those with the title asked about', () => {
    const people = [both(), awarded('wei', CENTRAL).doc]
    expect(ask(people).people).toEqual([])
    expect(
      ask(people, { args: { rung: 'yz-backbone:district' } })
        .people.map((p) => p.name)
        .sort(),
    ).toEqual(['林老师', '魏专干'])
    expect(ask(people, { wholeDistrict: false, schools: [CENTRAL] }).people).toHaveLength(3)
  })
  it('lists the nominations that wait, the longest waiting first', () => {
    const early = nominated('lin', CENTRAL).doc
    const declined = (() => {
      const { doc, row } = nominated('wei', CENTRAL)
      return done('du', 'decline-title', doc, { row, reason: '名额已满' })
    })()
    expect(ask([early, declined]).waiting).toMatchObject([{ name: '林老师', rung: 'yz-backbone', byName: '吴专干', on: '2026-03-10' }])
  })
  it('counts someone at the school they were at on the day asked, and not before their title', () => {
    const moved = done('du', 'start-post', awarded('lin', CENTRAL).doc, { school: OTHER, kind: 'home', from: '2026-02-01' })
    expect(
      ask([moved])
        .schools.filter((s) => s.titled > 0)
        .map((s) => s.school),
    ).toEqual([OTHER])
    expect(
      ask([moved], { asOf: day('2026-01-31') })
        .schools.filter((s) => s.titled > 0)
        .map((s) => s.school),
    ).toEqual([CENTRAL])
    expect(ask([moved], { asOf: day('2024-08-31') }).onRoll).toBe(0)
  })
})
