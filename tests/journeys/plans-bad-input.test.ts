// What the four plans' part must refuse, each through the real request a phone makes: refused by name, in words that say what to do, and
// not one row written.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { day } from '../../src/domain/day.ts'
import type { Subject } from '../../src/domain/document.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { nounRefusals } from '../../src/app/text/nouns.ts'
import { refusals } from '../../src/app/text/refusals.ts'
import { packText } from '../domain/policy-change/pack-text.ts'
import { world, type Device, type World } from './world.ts'

let w: World
let here: SchoolId
let there: SchoolId
let third: SchoolId
let tao: PersonId
let li: Device

beforeAll(async () => {
  w = await world()
  here = await w.school('江岸小学')
  there = await w.school('石桥小学')
  third = await w.school('松林小学')
  tao = await w.teacher('陶静', here, { workedSince: day('2010-09-01') })
  const officer = await w.person('李敏')
  await w.role(officer, '李敏', 'district-officer', 'district')
  li = await w.device(officer)
}, 60_000)
afterAll(async () => {
  expect(w.failures).toEqual([])
  await w.close()
})

const WORDS: Readonly<Record<string, string>> = { ...refusals, ...nounRefusals }
const rows = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from document_row`.execute(w.db)).rows[0]?.n ?? 0
const dossier = (): Subject => ({ kind: 'teacher', id: tao })
const file = (): Subject => ({ kind: 'district', id: w.district })
const does = async (subject: Subject, verb: string, args: Record<string, unknown>) => {
  const op = li.op(subject, verb, args)
  const { results } = await li.sync([op])
  return { result: results[0]?.result, row: op.content.op }
}
/** Refused under this name, said in Chinese, nothing written. */
async function refuses(code: string, subject: Subject, verb: string, args: Record<string, unknown>): Promise<void> {
  const before = await rows()
  const { result } = await does(subject, verb, args)
  expect(result).toMatchObject({ is: 'refused', code })
  expect(WORDS[code], code).toMatch(/[\u4e00-\u9fff]{4,}/)
  expect(await rows(), code).toBe(before)
}

const PLAN = { way: 'regular', first: '2026-09-01', until: '2027-07-10', relation: 'stays', note: '' }
const item = (over: Record<string, unknown>) => ({
  id: 'yz-2030',
  title: '骨干占比',
  group: 'tiers',
  unit: 'share',
  source: { document: '渝中区十五五规划', number: null, quote: '达到30%' },
  mark: 'stated',
  numerator: { of: 'titles', who: {}, population: 'yz-backbone', as: 'held' },
  denominator: null,
  start: null,
  target: { least: '0.3', most: null, over: false, words: '30%', fuzzy: false },
  by: '2030-12-31',
  beside: [],
  ...over,
})
const publish = (over: Record<string, unknown>) => ({ pack: packText(over), from: '2026-09-20', source: '渝中区十五五规划' })

describe('what cannot be is refused in words, and nothing is written', () => {
  test('a title that ends before it starts', () =>
    refuses('title.end-before-start', dossier(), 'award-title', {
      row: null,
      rung: 'yz-backbone',
      level: 'district',
      as: 'held',
      subject: '语文',
      programme: null,
      from: '2026-09-01',
      until: '2026-08-01',
      deed: '',
      evidence: '',
    }))

  test('a rotation to one’s own school, and two hosts at once', async () => {
    await refuses('rotation.own-school', dossier(), 'plan-rotation', { ...PLAN, host: here })
    const { row, result } = await does(dossier(), 'plan-rotation', { ...PLAN, host: there })
    expect(result?.is).toBe('applied')
    await refuses('rotation.two-hosts', dossier(), 'plan-rotation', { ...PLAN, host: third })
    expect((await does(dossier(), 'start-rotation', { row, from: '2026-09-01' })).result?.is).toBe('applied')
    await refuses('post.two-hosts', dossier(), 'start-post', { school: third, kind: 'rotation', from: '2026-09-10' })
  })

  test('a mentor of oneself', () =>
    refuses('mentoring.oneself', dossier(), 'begin-mentoring', {
      side: 'mentee',
      other: tao,
      otherName: '陶静',
      pair: null,
      programme: null,
      subject: '语文',
      from: '2026-09-01',
      until: null,
    }))

  test('an eligible list with somebody nobody knows', () =>
    refuses('list.unknown-person', file(), 'freeze-eligible-list', {
      first: '2026-09-01',
      last: '2027-08-31',
      definition: '连续任教满六年',
      source: '会议纪要',
      total: 2,
      people: [
        { id: tao, name: '陶静' },
        { id: w.uuid(), name: '路过的人' },
      ],
    }))

  test('a pack whose rule names an unknown level, and a target without a denominator', async () => {
    await refuses(
      'pack.faulty',
      file(),
      'publish-pack',
      publish({
        rules: [
          {
            id: 'most',
            title: '最多计入',
            from: '2026-01-01',
            to: null,
            mark: 'stated',
            source: { document: '渝中区十五五规划', number: null, quote: '不超过20学时' },
            type: 'cap',
            per: 'cycle',
            value: '20',
            filter: { levels: ['area'] },
          },
        ],
      }),
    )
    await refuses('pack.faulty', file(), 'publish-pack', publish({ parts: { indicators: [item({})] } }))
    expect(
      (await does(file(), 'publish-pack', publish({ parts: { indicators: [item({ denominator: { of: 'people', who: {} } })] } }))).result
        ?.is,
    ).toBe('applied')
  })
})
