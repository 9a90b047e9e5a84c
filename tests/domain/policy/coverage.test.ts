// Nothing the plans say about teachers is silently missing: each fact read from them is either cited by a pack, word for word,
// or listed in left-out.json with the reason why it is not this product's business.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ALL_PACKS } from '../../../src/domain/policy/packs/policy-for.ts'
import { sourcesIn } from './sources-in.ts'

interface Fact {
  readonly id: string
  readonly district: string
  readonly kind: string
  readonly quote: string
}
interface LeftOut {
  readonly district: string
  readonly quote: string
  readonly why: string
}

const read = <T>(name: string): T[] => JSON.parse(readFileSync(new URL(`../../policy-cases/${name}`, import.meta.url), 'utf8')) as T[]
const OURS = ['rule', 'target', 'baseline', 'programme', 'ladder', 'platform']
const facts = read<Fact>('facts.json').filter((f) => OURS.includes(f.kind))
const leftOut = read<LeftOut>('left-out.json')

/** A table's line is read as its first column; blanks do not count. */
const plain = (text: string): string => (text.split(' | ')[0] ?? '').replace(/\s+/g, '')
const cited = ALL_PACKS.flatMap((pack) => sourcesIn(pack).map((s) => ({ district: pack.scope.name, quote: plain(s.quote ?? '') }))).filter(
  (s) => s.quote.length >= 6,
)
const isCited = (f: Fact): boolean =>
  cited.some((c) => c.district === f.district && (c.quote.includes(plain(f.quote)) || plain(f.quote).includes(c.quote)))
const isLeftOut = (f: Fact): boolean => leftOut.some((l) => l.district === f.district && l.quote === f.quote)

describe('the facts of the plans', () => {
  it('are many, and each district has some', () => {
    expect(facts.length).toBeGreaterThan(100)
    for (const name of ['渝中区', '大渡口区', '沙坪坝区', '永川区'])
      expect(cited.filter((c) => c.district === name).length, name).toBeGreaterThan(4)
  })

  it('are each cited by a pack or left out with a reason', () => {
    expect(facts.filter((f) => !isCited(f) && !isLeftOut(f)).map((f) => `${f.id} ${f.district} ${f.quote}`)).toEqual([])
  })

  it('every figure in a target or baseline is an indicator’s, in the document’s own words', () => {
    const wordsIn = (district: string): string =>
      ALL_PACKS.filter((p) => p.scope.name === district)
        .flatMap((p) => (p.parts?.indicators ?? []).flatMap((i) => [i.start?.words, i.target?.words]))
        .join(' ')
    const figures = facts
      .filter((f) => (f.kind === 'target' || f.kind === 'baseline') && !isLeftOut(f))
      .flatMap((f) =>
        (f.quote.match(/\d+(?:\.\d+)?(?:-\d+)?/g) ?? [])
          .filter((n) => !/^20[12]\d$/.test(n))
          .map((n) => ({ district: f.district, id: f.id, n })),
      )
    expect(figures.length).toBeGreaterThan(50)
    expect(
      figures.filter(({ district, n }) => !new RegExp(`(^|[^\\d.])${n.replace('.', '\\.')}([^\\d]|$)`).test(wordsIn(district))),
    ).toEqual([])
  })

  it('none is both cited and left out, and what is left out is a fact and says why', () => {
    expect(facts.filter((f) => isCited(f) && isLeftOut(f)).map((f) => f.id)).toEqual([])
    for (const l of leftOut) {
      expect(
        facts.some((f) => f.district === l.district && f.quote === l.quote),
        l.quote,
      ).toBe(true)
      expect(l.why, l.quote).toMatch(/[\u4e00-\u9fff]{6,}/)
    }
  })
})
