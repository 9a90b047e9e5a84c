// standing and roll-up: what the pages show, for machines and for the terminal. The same functions make both.

import { readStanding } from '../../domain/evaluate/standing.ts'
import { formatTenths, type Tenths } from '../../domain/hours.ts'
import type { SchoolId } from '../../domain/ids.ts'
import { rollUpSchool, rollUpStandings, type Totals } from '../../domain/roll-up.ts'
import { withServer } from '../door/door.ts'
import { needsWord, STATE_WORDS } from '../text/cli.ts'
import { answered, cannot, type Answer, type InDistrict } from './command.ts'
import { daysTyped, standingsFor } from './days.ts'
import { schoolTyped, teacherTyped } from './places.ts'

export async function standing(command: InDistrict): Promise<Answer> {
  const typed = command.args.words[1]
  if (typed === undefined) return cannot(needsWord('教师编号或姓名'))
  const days = daysTyped(command)
  if ('wrong' in days) return cannot(days.wrong)
  const found = await teacherTyped(command, typed)
  if (found.is === 'no') return cannot(found.words)
  const { policy, standings } = await standingsFor(command, days, { people: [found.id] })
  const [one] = standings
  if (one === undefined) return cannot(needsWord('教师编号或姓名'))
  const s = readStanding(one, policy, days.asOf)
  const json = {
    person: s.person,
    name: s.name,
    school: s.home,
    ...days,
    state: s.state,
    required: s.required,
    counted: s.counted,
    recognised: s.totals.recognised,
    pending: s.totals.pending,
    short: s.short,
    shortAfterPending: s.shortAfterPending,
    unconfirmed: s.unconfirmed,
    byLevel: s.byLevel,
    byMode: s.byMode,
    verdicts: s.verdicts.map(({ rule, is, has, required, short }) => ({ rule, is, has, required, short })),
    missing: s.missing,
  }
  const lines = [
    `${s.name}（截至 ${days.asOf}${days.knownAt === null ? '' : `，按 ${days.knownAt} 已知`}）：${STATE_WORDS[s.state]}`,
    `  计入 ${formatTenths(s.counted)} / ${s.required === null ? '—' : formatTenths(s.required)} 学时，已认定 ${formatTenths(s.totals.recognised)}，待审 ${formatTenths(s.totals.pending)}，还差 ${formatTenths(s.short)}`,
  ]
  return answered(lines, json)
}

const hours = (n: Tenths): string => formatTenths(n)
const totalsLines = (t: Totals): string[] => [
  `  在册 ${String(t.onRoll)} = 应计 ${String(t.counted)} + 不计 ${String(t.notCounted)}`,
  `  ${(Object.keys(STATE_WORDS) as (keyof typeof STATE_WORDS)[]).map((s) => `${STATE_WORDS[s]} ${String(t.states[s])}`).join(' · ')}`,
  `  计入 ${hours(t.hours.counted)}，已认定 ${hours(t.hours.recognised)}，待审 ${hours(t.hours.pending)} 学时${t.unconfirmed.people === 0 ? '' : `；计入里有期初 ${hours(t.unconfirmed.hours)} 学时（${String(t.unconfirmed.people)} 人）还没有核对，待核实`}`,
]

export async function rollUp(command: InDistrict): Promise<Answer> {
  const days = daysTyped(command)
  if ('wrong' in days) return cannot(days.wrong)
  const until = `截至 ${days.asOf}${days.knownAt === null ? '' : `，按 ${days.knownAt} 已知`}`
  const typed = command.args.words[1]
  if (typed !== undefined) {
    const found = await schoolTyped(command, typed)
    if (found.is === 'no') return cannot(found.words)
    const { policy, standings } = await standingsFor(command, days, { school: found.school.id })
    const { on: _on, concern: _concern, unverified: _unverified, ...totals } = rollUpSchool(policy, standings, days.asOf, found.school.id)
    return answered([`${found.school.name}(${until})`, ...totalsLines(totals)], {
      ...days,
      school: found.school.id,
      name: found.school.name,
      code: found.school.code,
      ...totals,
    })
  }
  const { policy, standings } = await standingsFor(command, days, { school: null })
  const { totals, schools } = rollUpStandings(policy, standings, days.asOf)
  const names = await schoolNames(command)
  const named = schools.map(({ school, ...sums }) => ({
    school,
    name: names.get(school)?.name ?? '',
    code: names.get(school)?.code ?? '',
    ...sums,
  }))
  return answered([`${command.district.name}(${until})`, ...totalsLines(totals), ...named.flatMap((s) => [s.name, ...totalsLines(s)])], {
    ...days,
    totals,
    schools: named,
  })
}

async function schoolNames({ db, references, district }: InDistrict): Promise<ReadonlyMap<SchoolId, { name: string; code: string }>> {
  const { reference } = await withServer(db, { district: district.id, person: '' }, (tx) => references.read(tx, district.id))
  return new Map(reference.schools.map((s) => [s.id, s]))
}
