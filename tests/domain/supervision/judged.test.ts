// What is missing to reach a figure of the supervision file: said in people, never in per cent, and never where nobody can say.

import { expect, test } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { nationalSupervision } from '../../../src/domain/policy/packs/national-supervision.ts'
import type { ShareVerdict } from '../../../src/domain/rotation/share-verdict.ts'
import { judgedLine } from '../../../src/domain/supervision/judged.ts'
import type { SchoolFile, SupervisionAnswer } from '../../../src/domain/supervision/supervision-report.ts'
import { leastWith } from '../../../src/domain/targets/verdict.ts'

const item = (id: string) => {
  const found = nationalSupervision.find((i) => i.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const person = (name: string) => ({ person: name as PersonId, name })
const school = (name: string, given: Partial<SchoolFile> = {}): SchoolFile => ({
  school: name as SchoolId,
  name,
  stage: 'primary',
  counted: 10,
  met: 10,
  metByTime: 10,
  short: [],
  teachers: 10,
  certified: 10,
  uncertified: [],
  backbone: [],
  pupils: null,
  ...given,
})
const share = (of: ShareVerdict['of'], given: Partial<ShareVerdict>): ShareVerdict => ({
  rule: of,
  title: of,
  source: item('sup-hours').source,
  mark: 'assumed',
  supervision: true,
  of,
  thousandths: 100,
  is: 'unmet',
  part: { low: 3, high: 3 },
  whole: { low: 73, high: 73 },
  short: { low: 5, high: 5 },
  missing: [],
  depends: [],
  names: [],
  maybe: [],
  ...given,
})
const answer = (schools: readonly SchoolFile[], shares: readonly ShareVerdict[] = []): SupervisionAnswer => ({
  schools,
  shares,
  names: {},
  spreads: [],
  certificatesKept: true,
  backboneOpen: false,
})

test('a share is reached by whole people: 10 % of 73 takes eight, 20 % of 371 takes 75, all of 101 takes 101', () => {
  expect([leastWith(73, '0.1'), leastWith(371, '0.2'), leastWith(101, '1'), leastWith(0, '0.1'), leastWith(80, '0.1')]).toEqual([
    8, 75, 101, 0, 8,
  ])
})

test('the file says how many people are short, of hours, of certificates and of those who move, with their names', () => {
  const one = answer(
    [school('云坪小学', { met: 7, certified: 9, uncertified: [person('黎勇')] })],
    [share('eligible', { names: ['qin' as PersonId], maybe: ['wei' as PersonId] })],
  )
  expect(judgedLine(item('sup-hours'), one)).toMatchObject({ has: 7, of: 10, short: 3, verdict: 'unmet' })
  expect(judgedLine(item('sup-certified'), one)).toMatchObject({ has: 9, of: 10, short: 1, verdict: 'unmet' })
  expect(judgedLine(item('sup-rotation'), one)).toMatchObject({
    has: 3,
    of: 73,
    short: 5,
    hasAtMost: null,
    people: ['qin'],
    perhaps: ['wei'],
  })
})

test('where counting is open both ends stand there, and without a list nobody is said to be short', () => {
  const open = answer([school('云坪小学')], [share('eligible', { part: { low: 3, high: 9 }, is: 'undetermined' })])
  expect(judgedLine(item('sup-rotation'), open)).toMatchObject({ has: 3, hasAtMost: 9, verdict: 'undetermined' })
  const [least, most] = [
    { part: 3, whole: 73 },
    { part: 9, whole: 73 },
  ]
  const ends = { part: { low: 3, high: 9 }, short: { low: 0, high: 5 }, extremes: [least, most] }
  expect(judgedLine(item('sup-rotation'), answer([school('云坪小学')], [share('eligible', ends)]))).toMatchObject({
    extremes: [least, most],
    short: 5,
    shortAtLeast: 0,
  })
  const none = answer([school('云坪小学')], [share('eligible', { missing: ['no-list'], is: 'undetermined' })])
  expect(judgedLine(item('sup-rotation'), none)).toMatchObject({ short: null, missing: ['no-list'] })
})

test('each school is told how many 骨干 it still needs for its pupils, and one without a pupil count is no verdict', () => {
  const pupils = (count: number) => ({ count, asOf: day('2026-09-01') })
  const three = [
    school('甲校', { pupils: pupils(101), backbone: [person('覃丽莎')] }),
    school('乙校', { pupils: pupils(100), backbone: [person('韦刚')] }),
  ]
  expect(judgedLine(item('sup-backbone'), answer(three))).toMatchObject({
    has: 1,
    of: 2,
    verdict: 'unmet',
    need: [{ school: '甲校', more: 1 }],
  })
  expect(judgedLine(item('sup-backbone'), answer([...three.slice(1), school('丙校')]))).toMatchObject({
    verdict: 'undetermined',
    missing: ['no-pupils'],
    need: [],
  })
})

test('a district that has just begun has missed nothing: with nobody counted and no school, the file says what is not there yet', () => {
  const none = answer([])
  expect(judgedLine(item('sup-hours'), none)).toMatchObject({ verdict: 'undetermined', short: 0, missing: ['nobody-counted'] })
  expect(judgedLine(item('sup-certified'), none)).toMatchObject({ verdict: 'undetermined', missing: ['nobody-counted'] })
  expect(judgedLine(item('sup-backbone'), none)).toMatchObject({ verdict: 'undetermined', missing: ['no-schools'] })
})
