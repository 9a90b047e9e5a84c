// The tier side of tests/policy-cases: situations of the four districts and what must be answered, as data.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Document } from '../../../src/domain/document.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { populationsOf } from '../../../src/domain/tiers/ladders.ts'
import { isIn, populationOn } from '../../../src/domain/tiers/populations.ts'
import { standingInTiers } from '../../../src/domain/tiers/standing-in-tiers.ts'
import { titlesOn } from '../../../src/domain/tiers/title.ts'
import { asDossier, attempt, CENTRAL, codeOf, dossier, REFERENCE } from '../verbs/scene.ts'

interface Case {
  name: string
  district: string
  asOf: string
  leader?: boolean
  settings?: { key: string; value: string; from: string; source: string }[]
  titles: { rung: string; level: string; as?: string; subject?: string; from: string; until?: string }[]
  expect: { in?: string[]; next?: Record<string, string[]>; open?: boolean; ladders?: string[]; refused?: string }
}
const cases = JSON.parse(readFileSync(new URL('../../policy-cases/tiers.json', import.meta.url), 'utf8')) as Case[]

describe('titles in the four districts', () => {
  it.each(cases.map((c) => [c.name, c] as const))('%s', (_name, c) => {
    const policy = policyFor(c.district, c.settings ?? [])
    if (policy === null) throw new Error(c.district)
    const reference = { ...REFERENCE, policy }
    let doc: Document = dossier('tao', CENTRAL)
    for (const t of c.titles) {
      const outcome = attempt(
        'du',
        'award-title',
        doc,
        { row: null, as: 'held', subject: null, programme: null, until: null, deed: '', evidence: '', ...t },
        { reference },
      )
      if (c.expect.refused !== undefined) {
        expect(codeOf(outcome)).toBe(c.expect.refused)
        return
      }
      if (outcome.is !== 'applied') throw new Error(codeOf(outcome))
      doc = outcome.document
    }
    const asOf = day(c.asOf)
    const titles = titlesOn(asDossier(doc), asOf)
    const memberOf = populationsOf(policy).flatMap((p) => {
      const at = populationOn(policy, p.id, asOf)
      return at !== null && isIn(at, titles) ? [p.id] : []
    })
    expect(memberOf.sort()).toEqual([...(c.expect.in ?? [])].sort())
    const standing = standingInTiers(policy, asDossier(doc), asOf, c.leader ?? false)
    if (c.expect.ladders !== undefined) expect(standing.ladders.map((l) => l.ladder.id)).toEqual(c.expect.ladders)
    for (const [ladder, wanted] of Object.entries(c.expect.next ?? {})) {
      const next = standing.ladders.find((l) => l.ladder.id === ladder)?.next ?? []
      expect(next.map((n) => (n.level === null ? n.rung.id : `${n.rung.id}:${n.level}`)).sort()).toEqual([...wanted].sort())
      if (c.expect.open !== undefined) expect(next.map((n) => n.open)).toEqual(next.map(() => c.expect.open))
    }
  })
})
