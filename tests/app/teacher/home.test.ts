// What 首页 puts before a teacher: at most three things to do, nothing left out, and the cycle in words.
import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import NeedsYouCard from '../../../src/app/teacher/NeedsYouCard.vue'
import { countNeeds, firstNeeds, MOST_NEEDS, needsYou, type Asked } from '../../../src/app/teacher/needs-you.ts'
import { forecastWords, outcomesOf } from '../../../src/app/teacher/cycle-words.ts'
import { day } from '../../../src/domain/day.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { surnameOf } from '../../../src/app/text/teacher.ts'
import { teacher, yuzhong, type Given } from '../../domain/evaluate/people.ts'
import { refusal, TODAY, viewOf } from './view-of.ts'

const ask = (entries: readonly Given[], more: Partial<Asked> = {}) =>
  needsYou({ refusals: [], entries: viewOf(teacher({ entries })).entries, checked: new Set(), today: TODAY, ...more })
const returned = (n: number): Given[] =>
  Array.from({ length: n }, (_, i) => ({ id: `r${String(i)}`, as: 'returned' as const, on: '2026-11-10' }))

describe('what needs a teacher', () => {
  it('someone with everything in order is left in peace', () => {
    expect(ask([{ as: 'accepted' }, { as: 'claimed' }, { as: 'reversed' }])).toEqual([])
  })

  it('a returned claim stands there with the reason', () => {
    expect(ask(returned(1))).toMatchObject([{ is: 'returned', reason: '请补证明' }])
  })

  it('there are never more than three rows, and none of many is left out of the count', () => {
    const needs = ask([...returned(5), { id: 'g', as: 'granted', on: '2026-11-18' }], { refusals: [refusal('a'), refusal('b')] })
    expect(needs.map((need) => need.is)).toEqual(['refusals', 'many-returned', 'granted'])
    expect(countNeeds(needs)).toBe(8)
  })

  it('of four kinds three are shown, the last on asking, and a group of returned ones says who returned them', async () => {
    const history = { openings: [{}], confirmed: false, objections: [] } as unknown as NonNullable<Asked['history']>
    const four = (n: number) => ask([...returned(n), { id: 'g', as: 'granted', on: '2026-11-18' }], { refusals: [refusal('a')], history })
    expect(four(1).map((need) => need.is)).toEqual(['refusal', 'returned', 'history', 'granted'])
    const needs = four(2)
    expect([needs.map((need) => need.is), firstNeeds(needs).length, countNeeds(needs)]).toEqual([
      ['refusal', 'many-returned', 'history', 'granted'],
      MOST_NEEDS,
      5,
    ])
    const card = mount(NeedsYouCard, { props: { needs }, global: { stubs: { RouterLink: RouterLinkStub } } })
    expect(card.findAll('li').map((one) => one.text())).toEqual([
      expect.stringContaining('没收下'),
      expect.stringMatching(/学校退回.*2 条被退回/),
      expect.any(String),
    ])
    await card
      .findAll('button')
      .filter((one) => one.text() === '还有 1 项')[0]
      ?.trigger('click')
    expect([card.findAll('li').length, card.findAll('li')[3]?.text(), card.text()]).toEqual([
      4,
      expect.stringContaining('名册'),
      expect.not.stringContaining('还有 1 项'),
    ])
    card.unmount()
  })

  it('a group returned by school and district both says only that it was returned', () => {
    const mixed = [...returned(3), ...returned(2).map((one, i) => ({ ...one, id: `d${String(i)}` }))]
    const entries = viewOf(teacher({ entries: mixed })).entries.map((one, i) =>
      i === 0 ? { ...one, entry: { ...one.entry, state: 'returned-district' as const } } : one,
    )
    expect(ask([], { entries })).toMatchObject([{ is: 'many-returned', count: 5, state: null }])
    expect(ask(mixed)).toMatchObject([{ is: 'many-returned', count: 5, state: 'returned-school' }])
  })

  it('three returned claims fit one by one while nothing else waits', () => {
    expect(ask(returned(3)).map((need) => need.is)).toEqual(['returned', 'returned', 'returned'])
    expect(ask(returned(3), { refusals: [refusal('a')] }).map((need) => need.is)).toEqual(['refusal', 'many-returned'])
  })

  it('a roster is asked to be checked once, while it is news', () => {
    const roster: Given[] = [
      { id: 'g1', on: '2026-11-18' },
      { id: 'g2', on: '2026-11-01' },
    ]
    expect(ask(roster)).toMatchObject([{ is: 'granted', entries: [{ id: 'g2' }, { id: 'g1' }].reverse() }])
    expect(ask(roster, { checked: new Set(['g1', 'g2']) })).toEqual([])
    expect(ask([{ id: 'old', on: '2026-05-01' }])).toEqual([])
  })

  it('a published line of the year review stands before the other lists while its days run, and pushes nothing returned away', () => {
    const line = { from: day('2026-11-18'), to: day('2026-11-25') }
    const needs = ask([...returned(1), { id: 'g', as: 'granted', on: '2026-11-18' }], {
      line,
      history: { openings: [{}], confirmed: false, objections: [] } as never,
    })
    expect(needs.map((need) => need.is)).toEqual(['returned', 'public-line', 'history', 'granted'])
    expect(firstNeeds(needs)).toHaveLength(MOST_NEEDS)
  })

  it('a returned claim whose answer was refused is shown once, as the refusal', () => {
    const [one] = viewOf(teacher({ entries: returned(1) })).entries
    if (one === undefined) throw new Error('no entry')
    const answered = refusal('x', { row: one.entry.id, verb: 'amend-claim' })
    expect(
      needsYou({ refusals: [answered], entries: [{ ...one, refusal: answered, local: 'refused' }], checked: new Set(), today: TODAY }).map(
        (need) => need.is,
      ),
    ).toEqual(['refusal'])
  })
})

describe('the cycle in words', () => {
  const words = (entries: readonly Given[], who: object = {}) => {
    const reading = evaluateCycle(yuzhong, teacher({ entries, ...who }), TODAY)
    return { said: forecastWords(reading), outcomes: outcomesOf(reading) }
  }

  it('says what is missing after what waits, and what that means per term', () => {
    expect(words([{ hours: '58' }, { as: 'claimed', hours: '12' }]).said).toMatch(
      /^待审通过后还差 290，之后每学期约 \d+(\.\d)? 学时。.*均摊线仅供参考。$/,
    )
  })

  it('says plainly that it is done', () => {
    expect(words([{ hours: '360' }]).said).toBe('已达到本周期 360 学时的要求。')
  })

  it('shows both outcomes of what the district has not decided, for someone who began within the cycle', () => {
    const { outcomes } = words([{ hours: '10' }], { identity: { workedSince: day('2028-07-01') } })
    expect(outcomes[0]).toBe('按整个周期：共需 360，还差 350')
    expect(outcomes[1]).toMatch(/^按在岗时间：共需 18\d(\.\d)?，还差 17\d(\.\d)?$/)
  })

  it('shows both outcomes of a pause', () => {
    const { outcomes } = words([{ hours: '10' }], { pauses: [{ from: '2026-03-01', to: '2026-08-31' }] })
    expect(outcomes).toEqual(['暂停不顺延：到 2030年12月31日，还差 350', '暂停顺延：到 2031年7月3日，还差 350'])
  })
})

it('people are called by their surname, double ones whole, and names with a dot whole', () => {
  expect([surnameOf('覃丽莎'), surnameOf('欧阳新'), surnameOf('古丽·阿依'), surnameOf('䶮明'), surnameOf('𠮷野')]).toEqual([
    '覃',
    '欧阳',
    '古丽·阿依',
    '䶮',
    '𠮷',
  ])
})
