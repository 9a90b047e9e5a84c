// A 小学 with 38 teachers from the sample roster and a 中心校 with two points, from August to July: what happens each month, and
// what is looked at after each: the database against itself, and school, district and command line against each other.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Day } from '../../src/domain/day.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { SchoolRollUp } from '../../src/domain/roll-up.ts'
import type { Figures } from '../../src/domain/year-review/figures.ts'
import type { SchoolYearReview } from '../../src/domain/year-review/school-report.ts'
import { run } from '../../src/server/cli/main.ts'
import { writeSheets } from '../../src/server/sheets/write-sheets.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { phoneOf, schoolBased, todayIn, type PhoneInHand } from './phones.ts'
import { world, type Device, type World } from './world.ts'

export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly staffNumber: string | null
}

export interface SchoolYear {
  readonly w: World
  readonly folder: string
  readonly primary: SchoolId
  readonly central: SchoolId
  readonly points: readonly SchoolId[]
  /** Of the 小学, two officers; of the 中心校, one. */
  readonly officerA: PhoneInHand
  readonly officerB: PhoneInHand
  readonly officerC: PhoneInHand
  readonly principal: PhoneInHand
  readonly district: PhoneInHand
  readonly who: { readonly a: Person; readonly b: Person; readonly c: Person; readonly principal: Person }
  readonly asking: Device
}

const sample = (file: string): string => fileURLToPath(new URL(`../server/import/samples/${file}`, import.meta.url))

/** The clock of 重庆 on a day, at ten in the morning. */
export const on = (w: World, day: string, hour = 10): void => {
  w.now = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)
}
export const aMinuteLater = (w: World): void => {
  w.now += 60_000
}

export async function yantu(
  y: Pick<SchoolYear, 'w' | 'folder'>,
  ...argv: string[]
): Promise<{ code: number; json: Record<string, unknown> }> {
  const lines: string[] = []
  const code = await run({
    argv: [...argv, '--json'],
    env: { YANTU_DATA: y.folder, DATABASE_URL: y.w.url },
    print: (line) => void lines.push(line),
    clock: () => y.w.now,
  })
  process.exitCode = 0
  return { code, json: JSON.parse(lines.join('\n')) as Record<string, unknown> }
}

export const importing = (
  y: Pick<SchoolYear, 'w' | 'folder'>,
  file: string,
  school: string,
): Promise<{ code: number; json: Record<string, unknown> }> => yantu(y, 'import-roster', sample(file), '--school', school)

/** A table typed at the school, imported by the command line; what is said of the whole of it follows the file. */
export async function importingTable(
  y: Pick<SchoolYear, 'w' | 'folder'>,
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
  ...said: string[]
): Promise<Record<string, unknown>> {
  const [heading = [], ...rest] = rows
  const file = join(y.folder, name)
  writeFileSync(
    file,
    await writeSheets([{ name: '表', heading: heading.map(String), widths: heading.map(() => 14), rows: rest.map((r) => [...r]) }]),
  )
  return (await yantu(y, 'import', file, '--only-good', ...said)).json
}

export async function peopleAt(w: World, school: SchoolId, today: string): Promise<Person[]> {
  const { rows } =
    await sql<Person>`select p.id, p.name, p.staff_no as "staffNumber" from posting q join person p on p.id = q.person and p.district = q.district
    where q.school = ${school} and q.kind = 'home' and q.from_day <= ${today} and (q.to_day is null or q.to_day >= ${today}) order by p.staff_no, p.id`.execute(
      w.db,
    )
  return rows
}

export async function schoolYear(folder: string): Promise<SchoolYear> {
  const w = await world({
    founded: {
      admin: '01a00000-0000-7000-8000-0000000000a1',
      role: '01a00000-0000-7000-8000-0000000000a2',
      at: Date.parse('2026-08-20T10:00:00+08:00'),
    },
  })
  const open = async (name: string, code: string, kind: string, parent: SchoolId | null): Promise<SchoolId> => {
    const id = w.uuid() as SchoolId
    await w.act({ kind: 'school', id }, 'open-school', {
      name,
      code,
      kind,
      place: parent === null ? 'urban' : 'rural',
      stage: 'primary',
      parent,
      from: '2000-09-01',
    })
    return id
  }
  const primary = await open('示例区江岸小学', '2150900001', 'primary', null)
  const central = await open('示例区云台中心校', '2150900003', 'central', null)
  const points = [
    await open('云台上坝教学点', '2150900031', 'teaching-point', central),
    await open('云台下坝教学点', '2150900032', 'teaching-point', central),
  ]
  await w.act({ kind: 'district', id: w.district }, 'set-setting', {
    key: 'yearStart',
    value: '08-01',
    from: '2021-01-01',
    source: '区教委函',
  })
  await w.act({ kind: 'district', id: w.district }, 'set-setting', {
    key: 'lateBy',
    value: '08-31',
    from: '2021-01-01',
    source: '区教委函',
  })
  const base = { w, folder }
  expect((await importing(base, 'roster-school.xlsx', '2150900001')).json).toMatchObject({
    is: 'applied',
    outcome: { added: 38, refused: [] },
  })
  expect((await importing(base, 'roster-village-gb18030.csv', '2150900003')).json).toMatchObject({
    is: 'applied',
    outcome: { added: 11, refused: [] },
  })
  for (const [k, point] of points.entries()) await w.teacher(`坝上老师${String(k + 1)}`, point)
  const [a, b, principal] = await peopleAt(w, primary, '2026-08-20')
  const [c] = await peopleAt(w, central, '2026-08-20')
  if (a === undefined || b === undefined || principal === undefined || c === undefined) throw new Error('nobody was imported')
  for (const one of [a, b]) await w.role(one.id, one.name, 'officer', { kind: 'school', id: primary })
  await w.role(principal.id, principal.name, 'principal', { kind: 'school', id: primary })
  await w.role(c.id, c.name, 'officer', { kind: 'school', id: central })
  const li = await w.person('李敏')
  await w.role(li, '李敏', 'district-officer', 'district')
  const phone = async (one: Person): Promise<PhoneInHand> => {
    const made = await phoneOf(w, one.id, one.name)
    await made.sync()
    return made
  }
  return {
    ...base,
    primary,
    central,
    points,
    who: { a, b, c, principal },
    officerA: await phone(a),
    officerB: await phone(b),
    officerC: await phone(c),
    principal: await phone(principal),
    district: await phone({ id: li, name: '李敏', staffNumber: null }),
    asking: await w.device(li),
  }
}

/** 校本研修 of a month at both schools; who is away is absent. The 小学's second officer recognises the first one's own line. */
export async function monthly(y: SchoolYear, month: string, day: string, away: ReadonlySet<PersonId> = new Set()): Promise<void> {
  const { w } = y
  on(w, day)
  await y.officerA.sync()
  await y.officerC.sync()
  const there = async (school: SchoolId): Promise<PersonId[]> =>
    (await peopleAt(w, school, day)).map((p) => p.id).filter((id) => !away.has(id))
  const act = (organiser: string) => schoolBased({ title: `${month}校本研修`, organiser, first: day, last: day })
  await y.officerA.registers(y.primary, act('江岸小学教导处'), await there(y.primary))
  await y.officerC.registers(y.central, act('云台中心校教导处'), [
    ...(await there(y.central)),
    ...(await Promise.all(y.points.map(there))).flat(),
  ])
  await y.officerA.sync()
  await y.officerC.sync()
  await y.officerB.sync()
  for (const { entry } of await y.officerB.entries(y.who.a.id)) {
    if (entry.state === 'pending-school')
      await y.officerB.does('accept-claim', { kind: 'teacher', id: y.who.a.id }, { row: entry.id, hours: '4', credits: null, note: '' })
  }
  await y.officerB.sync()
}

const told = ({ onRoll, counted, notCounted, states, hours, byLevel, byMode, rules, waiting }: SchoolRollUp): unknown => ({
  onRoll,
  counted,
  notCounted,
  states,
  hours,
  byLevel,
  byMode,
  rules,
  waiting,
})

interface Overview {
  readonly totals: SchoolRollUp
  readonly schools: readonly { school: SchoolId; onRoll: number }[]
}
async function asked<T>(y: SchoolYear, path: string): Promise<T> {
  const answer = await y.asking.fetch(path)
  if (answer.status !== 200) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** What was known of a day on that day. */
async function then(y: SchoolYear, day: Day): Promise<unknown> {
  const { totals, schools } = await asked<Overview>(y, `/api/district/overview?asOf=${day}&knownAt=${day}`)
  return { totals, schools }
}

const months = new WeakMap<World, Map<Day, unknown>>()

/** After a month: nothing kept differs, everybody reads the same totals, and what was known of each earlier month has not moved. */
export async function looked(y: SchoolYear): Promise<void> {
  const { w } = y
  const today = todayIn(w)
  expect(await verify(w.db, districtRules)).toEqual([])
  await y.principal.sync()
  await y.officerC.sync()
  const cli = (await yantu(y, 'roll-up')).json as unknown as Overview
  for (const [phone, school] of [
    [y.principal, y.primary],
    [y.officerC, y.central],
  ] as const) {
    const onPhone = told(await phone.rollUp(school))
    expect(told(await asked<SchoolRollUp>(y, `/api/school/${school}/roll-up`))).toEqual(onPhone)
    const line = cli.schools.find((s) => s.school === school)
    expect(told(line as unknown as SchoolRollUp)).toEqual(onPhone)
  }
  const overview = await asked<Overview>(y, '/api/district/overview')
  expect(told(cli.totals)).toEqual(told(overview.totals))
  const sum = (of: (s: SchoolRollUp) => number): number => cli.schools.reduce((n, s) => n + of(s as unknown as SchoolRollUp), 0)
  expect([sum((s) => s.onRoll), sum((s) => s.hours.counted), sum((s) => s.hours.recognised)]).toEqual([
    cli.totals.onRoll,
    cli.totals.hours.counted,
    cli.totals.hours.recognised,
  ])
  const known = months.get(w) ?? new Map<Day, unknown>()
  months.set(w, known)
  for (const [day, was] of known) expect(await then(y, day)).toEqual(was)
  known.set(today, await then(y, today))
}

export const YEAR = { first: '2026-08-01', last: '2027-07-31' } as const

export const schoolOn = (y: SchoolYear, school: SchoolId, asOf: string): Promise<SchoolRollUp> =>
  asked(y, `/api/school/${school}/roll-up?asOf=${asOf}`)

/** A school's year as the server makes it. */
export const figuresAt = async (y: SchoolYear, school: SchoolId, asOf: string, review?: string): Promise<SchoolYearReview> =>
  (
    await asked<{ answer: SchoolYearReview }>(
      y,
      `/api/reports/year-review?school=${school}&asOf=${asOf}&first=${YEAR.first}&last=${YEAR.last}${review === undefined ? '' : `&review=${review}`}`,
    )
  ).answer

export const districtReport = async <T>(y: SchoolYear): Promise<T> =>
  (await asked<{ answer: T }>(y, `/api/reports/year-reviews?first=${YEAR.first}&last=${YEAR.last}`)).answer

export const handed = ({ schools, people }: Figures): Record<string, unknown> => ({ schools, people })
