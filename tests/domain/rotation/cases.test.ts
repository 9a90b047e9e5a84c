// The cases of tests/policy-cases/rotation.json, answered by the report exactly as a page would show it.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { policyFor, ALL_PACKS } from '../../../src/domain/policy/packs/policy-for.ts'
import { ask, listFile, policyOf, SCHOOLS, type Somebody, type Stay } from './people.ts'

interface Group {
  readonly movers?: number
  readonly rest?: number
  readonly titled?: number
  readonly listed?: boolean
  readonly way?: string | null
  readonly from?: string | null
  readonly to?: string
}
interface ShareCase {
  readonly name: string
  readonly district?: string
  readonly policy: Record<string, string>
  readonly asOf: string
  readonly list?: boolean
  readonly total?: number
  readonly groups: readonly Group[]
  readonly expect: Record<string, { verdict: string; short?: number; missing?: string[]; depends?: string[] }>
  readonly absent?: string[]
}
interface RuralCase {
  readonly name: string
  readonly policy?: Record<string, string>
  readonly asOf: string
  readonly person: Somebody
  readonly expect: Record<string, unknown> | null
}
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../policy-cases/${file}`, import.meta.url), 'utf8'))
const { shares, newRural } = read('rotation.json') as { shares: ShareCase[]; newRural: RuralCase[] }

function peopleOf(groups: readonly Group[]): Somebody[] {
  return groups.flatMap((g, k) =>
    Array.from({ length: g.movers ?? g.rest ?? 0 }, (_, n): Somebody => {
      const stay: Stay = {
        way: g.way === undefined ? 'both-ways' : g.way,
        host: 'city',
        ...(g.from === null ? {} : { from: g.from ?? '2025-09-01' }),
        ...(g.to === undefined ? {} : { to: g.to }),
      }
      return {
        id: `g${String(k)}-${String(n)}`,
        home: 'village',
        listed: g.listed ?? true,
        titles: n < (g.titled ?? 0) ? ['yc-backbone-district'] : [],
        stays: g.movers === undefined ? [] : [stay],
      }
    }),
  )
}

describe('shares of a school year', () => {
  it.each(shares.map((c) => [c.name, c] as const))('%s', (_name, c) => {
    const people = peopleOf(c.groups)
    const list = c.list === false ? null : listFile(people, c.total === undefined ? {} : { total: c.total })
    const answer = ask({ people, asOf: c.asOf, policy: policyOf(c.policy, c.district), list })
    for (const [rule, wanted] of Object.entries(c.expect)) {
      const found = answer.shares.find((s) => s.rule === rule)
      expect([rule, found?.is]).toEqual([rule, wanted.verdict])
      if (wanted.short !== undefined) expect(found?.short).toEqual({ low: wanted.short, high: wanted.short })
      if (wanted.missing !== undefined) expect(found?.missing).toEqual(wanted.missing)
      if (wanted.depends !== undefined) expect(found?.depends).toEqual(wanted.depends)
    }
    for (const rule of c.absent ?? []) expect(answer.shares.map((s) => s.rule)).not.toContain(rule)
  })
})

describe('农村学校新入职教师', () => {
  it.each(newRural.map((c) => [c.name, c] as const))('%s', (_name, c) => {
    const [one] = ask({ people: [c.person], asOf: c.asOf, policy: policyOf(c.policy), list: null }).newRural[0]?.people ?? []
    if (c.expect === null) expect(one).toBeUndefined()
    else expect(one).toMatchObject(c.expect)
  })
  it('are listed with who must still go first, and only in the district that asks for it', () => {
    const people: Somebody[] = [
      {
        id: 'done',
        home: 'village',
        hired: '2023-09-01',
        stays: [{ way: 'both-ways', host: 'city', from: '2023-09-01', to: '2025-08-31' }],
      },
      { id: 'later', home: 'village', hired: '2025-09-01' },
      { id: 'soon', home: 'village', hired: '2024-09-01' },
    ]
    expect(ask({ people, asOf: '2026-05-01' }).newRural[0]?.people.map((p) => p.person)).toEqual(['soon', 'later', 'done'])
    expect(ask({ people, asOf: '2026-05-01', policy: policyOf({}, '500103') }).newRural).toEqual([])
  })
})

describe('what a school is told', () => {
  const people: Somebody[] = [
    { id: 'out', home: 'village', stays: [{ way: 'both-ways', host: 'city', from: '2025-09-01' }] },
    { id: 'in', home: 'town', stays: [{ way: 'both-ways', host: 'village', from: '2025-09-01', to: '2026-01-20' }] },
    { id: 'elsewhere', home: 'town', stays: [{ way: 'both-ways', host: 'city2', from: '2025-09-01' }] },
  ]
  it('is who goes and who comes, home and host alike, and no share', () => {
    const answer = ask({ people, asOf: '2026-05-01', schools: ['village'] })
    expect(answer.lines.map((l) => [l.person, l.state])).toEqual([
      ['in', 'returned'],
      ['out', 'there'],
    ])
    expect([answer.shares, answer.list]).toEqual([[], null])
    expect(ask({ people, asOf: '2026-05-01', schools: ['city'] }).lines.map((l) => l.person)).toEqual(['out'])
  })
})

describe('the packs of rotation', () => {
  const quoted = read('rotation-quotes.json') as { document: string; text: string }[]
  const items = ALL_PACKS.flatMap((p) => p.parts?.rotation ?? [])
  it('quote their documents word for word, and say nothing as a fact that is not in one', () => {
    for (const { id, source, mark, question } of items) {
      if (source.quote === null) expect([id, mark, question === undefined]).toEqual([id, 'assumed', false])
      else
        expect(
          quoted.filter((d) => d.document === source.document && d.text.includes(source.quote ?? '')),
          source.quote,
        ).not.toHaveLength(0)
    }
    expect(items.filter((i) => i.mark === 'stated').length).toBeGreaterThan(10)
  })
  it('only 永川 has numbers of its own; nobody defines who is eligible', () => {
    const own = (code: string) => policyFor(code)?.parts.rotation.filter((i) => i.is === 'share' && !i.supervision).length
    expect(['500103', '500104', '500106', '500118'].map(own)).toEqual([0, 0, 0, 2])
    for (const code of ['500103', '500104', '500106', '500118'])
      expect(policyFor(code)?.settings.rotationEligible).toMatchObject({ value: null, mark: 'to-be-confirmed' })
    expect(SCHOOLS).toHaveLength(5)
  })
  it('each district’s way stands under the name it uses there', () => {
    const name = (code: string, id: string) => policyFor(code)?.parts.rotation.find((i) => i.id === id)
    expect(name('500103', 'group-visiting')).toMatchObject({ name: '集团内走教', mark: 'stated' })
    expect(name('500104', 'quota-pool')).toMatchObject({ name: '编制周转池', mark: 'stated' })
    expect(name('500104', 'placement')).toMatchObject({ name: '新教师跟岗' })
    expect(name('500106', 'town-country')).toMatchObject({ name: '城乡教师交流轮岗' })
    expect(name('500118', 'both-ways')).toMatchObject({ name: '城乡师资双向交流' })
  })
})
