// A whole school year, August to July, as it really goes: rosters, monthly 校本研修, a district project, certificates that arrive
// late, leave, a transfer, a retirement, the July review with a dispute and a return, and the next year's 补登.

import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, RowId } from '../../src/domain/ids.ts'
import type { DistrictYearReview, SchoolReviewLine } from '../../src/domain/year-review/district-report.ts'
import { figuresDigest, figuresOf, frozenTotals, personFigures, type Figures } from '../../src/domain/year-review/figures.ts'
import { linesOf } from '../../src/domain/year-review/review-line.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { withServer } from '../../src/server/door/door.ts'
import { flagsOfEntry } from '../../src/domain/evaluate/flags.ts'
import { historyFields, historyOf } from '../../src/domain/history/history.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import { claim } from './world.ts'
import type { Day } from '../../src/domain/day.ts'
import { dossierOf, fileOf, phoneOf, type PhoneInHand } from './phones.ts'
import {
  aMinuteLater,
  districtReport,
  figuresAt,
  handed,
  importing,
  importingTable,
  looked,
  monthly,
  on,
  peopleAt,
  schoolOn,
  schoolYear,
  yantu,
  YEAR,
  type Person,
  type SchoolYear,
} from './school-year.ts'

const AS_OF = '2027-07-10'
let y: SchoolYear
let folder: string
let mother: Person
let leaver: Person
let mover: Person
let late: Person
let teacher: Person
let hers: PhoneInHand
let row: RowId
let accepted: Figures

const at = (people: readonly Person[], k: number): Person => {
  const one = people[k]
  if (one === undefined) throw new Error('too few')
  return one
}
const yes = (id: RowId, hours: string): Record<string, unknown> => ({ row: id, hours, credits: null, note: '' })
const digestOf = (f: Figures): string => figuresDigest(f, shortHash)
const figures = async (): Promise<Figures> => (await figuresAt(y, y.primary, AS_OF, row)).figures
const line = async (school = y.primary): Promise<SchoolReviewLine> => {
  const found = (await districtReport<DistrictYearReview>(y)).schools.find((s) => s.school === school)
  if (found === undefined) throw new Error('not listed')
  return found
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yantu-year-'))
  chmodSync(folder, 0o711)
  y = await schoolYear(folder)
  const people = await peopleAt(y.w, y.primary, '2026-08-20')
  ;[mother, leaver, mover, late, teacher] = [at(people, 10), at(people, 11), at(people, 12), at(people, 13), at(people, 14)]
  hers = await phoneOf(y.w, teacher.id, teacher.name)
  await hers.sync()
})
afterAll(async () => {
  expect(y.w.failures).toEqual([])
  await y.w.close()
  rmSync(folder, { recursive: true, force: true })
})

test('August: two rosters and the hours of five years are in; the old cycle is 待核实 for everybody, never 0, and everybody reads the same', async () => {
  expect((await importing(y, 'opening-2021-2025.xlsx', '2150900001')).json).toMatchObject({
    is: 'applied',
    kind: 'openings',
    outcome: { added: 493, refused: [] },
  })
  expect((await importing(y, 'opening-2021-2025.xlsx', '2150900001')).json).toMatchObject({
    is: 'planned',
    mayConfirm: 'nothing',
    totals: { added: 0, kept: 493 },
  })
  const old = await schoolOn(y, y.primary, '2025-12-31')
  expect(old.states).toEqual({ met: 0, 'on-the-way': 0, concern: 0, unverified: old.counted })
  expect(old.hours.counted).toBeGreaterThan(0)
  await monthly(y, '8月', '2026-08-28')
  await looked(y)
  expect((await y.principal.rollUp(y.primary)).onRoll).toBe(38)
})

test('she checks what was imported of her: one year is wrong, the school puts it right, and then her old cycle is told for sure', async () => {
  on(y.w, '2026-09-03')
  const past = async () => {
    const dossier = await hers.dossier(teacher.id)
    if (dossier === null) throw new Error('no dossier')
    return historyOf(dossier)
  }
  const unverified = async (): Promise<number> => (await schoolOn(y, y.primary, '2025-12-31')).states.unverified
  const before = await unverified()
  await hers.sync()
  const wrong = (await past()).openings.find((o) => o.hours !== null)
  hers.online = false
  const objection = await hers.does('object-history', dossierOf(teacher.id), { opening: wrong?.id, again: null, reason: '证书上是 60.5' })
  hers.online = true
  await hers.sync()
  await y.officerA.sync()
  await y.officerA.does('answer-objection', dossierOf(teacher.id), {
    row: objection,
    amount: { hours: '60.5', credits: null },
    reason: '已核对原证书',
  })
  await y.officerA.sync()
  expect(await unverified()).toBe(before)
  await hers.sync()
  await hers.does('confirm-history', dossierOf(teacher.id), {
    seen: shortHash(historyFields((await past()).openings)),
    originalSeen: false,
  })
  await hers.sync()
  expect(await unverified()).toBe(before - 1)
})

test('September: the school uploads only what changed, and nobody who is not in the file is ended', async () => {
  on(y.w, '2026-09-10')
  const { json } = await importing(y, 'roster-changes.xlsx', '2150900001')
  expect(json).toMatchObject({ is: 'applied' })
  await monthly(y, '9月', '2026-09-18')
  await looked(y)
  expect((await y.principal.rollUp(y.primary)).onRoll).toBe(41)
})

test('October: the name list of a district project gives everybody on it their hours at once, 0 with the reason to who was absent', async () => {
  on(y.w, '2026-10-16')
  const there = [
    ...(await peopleAt(y.w, y.primary, '2026-10-16')).slice(15, 25),
    ...(await peopleAt(y.w, y.central, '2026-10-16')).slice(4, 6),
  ]
  const rows = there.map((p, k) => [p.name, p.staffNumber, k === 3 ? 0 : 24, k === 3 ? null : 2.4, k === 3 ? '缺勤超五分之一' : '合格'])
  const list = [['姓名', '教师编号', '学时', '学分', '考核结果'], ...rows, ['查无此人', 'X99999', 24, 2.4, '合格']]
  const about = ['title=骨干教师集中研修', 'level=district', 'mode=face-to-face', 'first=2026-10-12', 'last=2026-10-14']
  expect(await importingTable(y, '骨干教师集中研修名单.xlsx', list, ...about)).toMatchObject({
    is: 'applied',
    kind: 'project',
    outcome: { added: 12, leftOut: 1, refused: [] },
  })
  expect(await importingTable(y, '骨干研修（换个文件名）.xlsx', list, ...about)).toMatchObject({
    is: 'planned',
    totals: { added: 0, kept: 12 },
  })
  await y.officerA.sync()
  await y.officerC.sync()
  const got = await Promise.all(
    there.map(
      async (p, k) =>
        (await (k < 10 ? y.officerA : y.officerC).entries(p.id)).find((e) => e.entry.training.title === '骨干教师集中研修')?.entry,
    ),
  )
  expect(got.map((e) => [e?.state, e?.recognised, e?.recognisedCredits])).toEqual(
    there.map((_, k) => (k === 3 ? ['recognised', 0, null] : ['recognised', 240, 24])),
  )
  expect(got[3]?.training.result).toBe('缺勤超五分之一')
  await monthly(y, '10月', '2026-10-23')
  await looked(y)
})

test('November to February: a month at a time', async () => {
  for (const [month, day] of [
    ['11月', '2026-11-20'],
    ['12月', '2026-12-18'],
    ['1月', '2027-01-15'],
    ['2月', '2027-02-26'],
  ] as const) {
    await monthly(y, month, day)
    await looked(y)
  }
})

test('March: three certificates of last autumn arrive; what was known of the autumn does not move', async () => {
  on(y.w, '2027-03-10')
  const people = (await peopleAt(y.w, y.primary, '2027-03-10')).slice(26, 29)
  const rows: { person: PersonId; row: RowId }[] = []
  for (const [k, one] of people.entries()) {
    const phone = await phoneOf(y.w, one.id, one.name)
    await phone.sync()
    phone.online = false
    const claimed = await phone.does(
      'claim-hours',
      dossierOf(one.id),
      claim({
        title: `市级研修${String(k)}`,
        organiser: '市教科院',
        level: 'city',
        first: '2026-11-02',
        last: '2026-11-06',
        hours: '30',
        lateReason: '证书三月才发',
      }),
    )
    phone.online = true
    await phone.sync()
    rows.push({ person: one.id, row: claimed as string as RowId })
  }
  await y.officerA.sync()
  for (const one of rows) await y.officerA.does('accept-claim', dossierOf(one.person), yes(one.row, '30'))
  await y.officerA.sync()
  await y.district.sync()
  for (const one of rows) await y.district.does('accept-claim', dossierOf(one.person), yes(one.row, '30'))
  await y.district.sync()
  await monthly(y, '3月', '2027-03-19')
  await looked(y)
})

test('April to June: a maternity leave, a transfer to the 中心校, a retirement', async () => {
  on(y.w, '2027-04-06')
  await y.officerA.sync()
  await y.officerA.does('begin-pause', dossierOf(mother.id), { kind: 'maternity', from: '2027-04-06', until: null })
  await y.officerA.sync()
  const away = new Set([mother.id])
  await monthly(y, '4月', '2027-04-23', away)
  await looked(y)
  on(y.w, '2027-05-06')
  await y.w.act(dossierOf(mover.id), 'start-post', { school: y.central, kind: 'home', from: '2027-05-06' })
  await monthly(y, '5月', '2027-05-21', away)
  await looked(y)
  on(y.w, '2027-06-15')
  await y.officerA.sync()
  const post = [...((await y.officerA.dossier(leaver.id))?.rows.values() ?? [])].find((r) => r.kind === 'post')
  await y.officerA.does('end-post', dossierOf(leaver.id), { row: post?.id, to: '2027-06-30', reason: 'retired', note: '' })
  await y.officerA.sync()
  await monthly(y, '6月', '2027-06-18', away)
  await looked(y)
  on(y.w, '2027-07-02')
  await looked(y)
  expect([(await y.principal.rollUp(y.primary)).onRoll, (await y.officerC.rollUp(y.central)).onRoll]).toEqual([38, 12])
})

test('July: the year is opened, what is missing is listed, and the phone makes the same figures as the server', async () => {
  on(y.w, '2027-07-11')
  for (const phone of [y.officerA, y.officerB, y.principal]) await phone.sync()
  row = (await y.officerA.does('open-year-review', fileOf(y.primary), { ...YEAR, asOf: AS_OF })) as string as RowId
  await y.officerA.sync()
  // The colleague opens it too, before her phone knows: one review.
  expect(await y.officerB.tries('open-year-review', fileOf(y.primary), { ...YEAR, asOf: AS_OF })).toMatchObject({ is: 'saved' })
  await y.officerB.sync()
  expect(await y.officerB.refusals()).toEqual([])
  const made = await figuresAt(y, y.primary, AS_OF, row)
  expect(made.figures.people).toHaveLength(38)
  const reference = await withServer(
    y.w.db,
    { district: y.w.district, person: '' },
    async (tx) => (await referenceSource(districtRules).read(tx, y.w.district)).reference,
  )
  const dossiers = (await Promise.all(made.figures.people.map((p) => y.officerA.dossier(p[0])))).flatMap((d) => d ?? [])
  const onPhone = figuresOf(
    {
      policy: reference.policy,
      window: { first: YEAR.first as never, last: YEAR.last as never },
      asOf: AS_OF as never,
      schools: [y.primary],
    },
    dossiers,
  )
  expect(digestOf(onPhone)).toBe(digestOf(made.figures))
  const roll = await schoolOn(y, y.primary, AS_OF)
  expect(frozenTotals(made.figures.people)).toMatchObject({
    onRoll: roll.onRoll,
    counted: roll.counted,
    states: roll.states,
    hours: { cycle: roll.hours.counted },
  })
  const missing = made.missing.map((m) => m.name)
  expect(missing).not.toContain(mother.name)
})

test('she finds a training missing on the public list; the school keeps its answer, the district decides once more', async () => {
  const shown = await figures()
  aMinuteLater(y.w)
  await y.officerA.does('publish-year-review', fileOf(y.primary), { row, from: '2027-07-11', to: '2027-07-16', digest: digestOf(shown) })
  for (const p of shown.people)
    await y.officerA.does('show-review-line', dossierOf(p[0]), {
      review: row,
      school: y.primary,
      ...YEAR,
      asOf: AS_OF,
      recognised: p[5],
      counted: p[6],
      from: '2027-07-11',
      to: '2027-07-16',
    })
  await y.officerA.sync()
  await hers.sync()
  const dossier = await hers.dossier(teacher.id)
  const [mine] = dossier === null ? [] : linesOf(dossier)
  expect(mine).toMatchObject({ state: 'unchecked', review: row })
  const entry = (await hers.entries(teacher.id)).find((e) => e.entry.training.title === '6月校本研修')?.entry
  const request = await hers.does('request-correction', dossierOf(teacher.id), { row: entry?.id, reason: '六月那天是 6 学时，签到表上有' })
  await hers.does('check-review-line', dossierOf(teacher.id), { row: mine?.id, agrees: false, reason: '六月少 2 学时' })
  await hers.sync()
  expect((await line()).disputes).toBe(2)
  await y.officerA.sync()
  const answer = await y.officerA.does('answer-correction', dossierOf(teacher.id), {
    row: entry?.id,
    request,
    hours: null,
    reason: '按通知是 4 学时',
  })
  await y.officerA.does('answer-review-line', dossierOf(teacher.id), { row: mine?.id, reason: '见更正答复' })
  await y.officerA.sync()
  await hers.sync()
  aMinuteLater(y.w)
  const appeal = await hers.does('appeal-correction', dossierOf(teacher.id), { row: entry?.id, answer, reason: '签到表写的是 6 学时' })
  await hers.sync()
  await y.officerA.sync()
  expect(
    await y.officerA.tries('answer-correction', dossierOf(teacher.id), { row: entry?.id, request: appeal, hours: null, reason: '还是 4' }),
  ).toMatchObject({ is: 'refused', code: 'claim.other-desk' })
  expect((await figuresAt(y, y.primary, AS_OF, row)).missing[0]).toMatchObject({ name: teacher.name, appeals: 1 })
  await y.district.sync()
  await y.district.does('answer-correction', dossierOf(teacher.id), { row: entry?.id, request: appeal, hours: '6', reason: '签到表属实' })
  await y.district.sync()
  await hers.sync()
  expect(await hers.tries('request-correction', dossierOf(teacher.id), { row: entry?.id, reason: '再看看' })).toMatchObject({
    is: 'refused',
    code: 'correction.closed',
  })
  const after = await figures()
  expect((after.people.find((p) => p[0] === teacher.id)?.[5] ?? 0) - (shown.people.find((p) => p[0] === teacher.id)?.[5] ?? 0)).toBe(20)
})

test('two officers hand in at the same moment, both without a network: one snapshot, and the second is told in words', async () => {
  on(y.w, '2027-07-17')
  for (const phone of [y.principal, y.officerA, y.officerB]) await phone.sync()
  const now = await figures()
  await y.principal.does('sign-year-review', fileOf(y.primary), { row, digest: digestOf(now), paper: null })
  await y.principal.sync()
  for (const phone of [y.officerA, y.officerB]) {
    await phone.sync()
    phone.online = false
    await phone.does('hand-in-year-review', fileOf(y.primary), { row, ...handed(now) })
  }
  for (const phone of [y.officerA, y.officerB]) {
    phone.online = true
    await phone.sync()
  }
  expect(await y.officerB.refusals()).toEqual([])
  const list = await line()
  expect(list).toMatchObject({
    state: 'handed-in',
    differences: [],
    disputes: 0,
    handedIn: { by: y.who.a.name, digest: digestOf(now), totals: { onRoll: 38 } },
  })
  expect(list.exceptions).toEqual(['changed-since-public'])
})

test('the district draws a sample, finds a certificate missing, and gives it back with the reason', async () => {
  on(y.w, '2027-07-19')
  await y.district.sync()
  const { digest } = (await line()).handedIn ?? { digest: '' }
  await y.district.does('sample-year-review', fileOf(y.primary), { row, digest, seed: '2027-07-19', size: 4 })
  await y.district.sync()
  expect((await line()).sample).toEqual({ size: 4, done: 0, differing: 0 })
  expect(await y.district.tries('accept-year-review', fileOf(y.primary), { row, digest, differing: 0, note: '' })).toMatchObject({
    code: 'review.sample-open',
  })
  await y.district.does('return-year-review', fileOf(y.primary), { row, digest, reason: '抽查缺一份证书，请核' })
  await y.district.sync()
  expect((await line()).state).toBe('returned')
})

test('the school takes the hours back, signs again and hands in again; the district accepts, and the first snapshot stays on record', async () => {
  on(y.w, '2027-07-21')
  await y.officerA.sync()
  const wrong = (await y.officerA.entries(late.id)).find((e) => e.entry.training.title === '5月校本研修')?.entry
  await y.officerA.does('reverse-entry', dossierOf(late.id), { row: wrong?.id, reason: '当天未到' })
  await y.officerA.sync()
  aMinuteLater(y.w)
  accepted = await figures()
  await y.officerA.does('sign-year-review', fileOf(y.primary), { row, digest: digestOf(accepted), paper: y.who.principal.name })
  await y.officerA.does('hand-in-year-review', fileOf(y.primary), { row, ...handed(accepted) })
  await y.officerA.sync()
  await y.district.sync()
  const digest = digestOf(accepted)
  await y.district.does('accept-year-review', fileOf(y.primary), { row, digest, differing: 0, note: '' })
  await y.district.sync()
  expect(await line()).toMatchObject({ state: 'accepted', differences: [], later: { entries: 0 }, exceptions: [] })
  await looked(y)
})

test('the 中心校 hands in with its two points as one table, and who moved there in May counts there, once', async () => {
  on(y.w, '2027-07-23')
  await y.officerC.sync()
  const its = (await y.officerC.does('open-year-review', fileOf(y.central), { ...YEAR, asOf: AS_OF })) as string as RowId
  await y.officerC.sync()
  const { figures: all, missing } = await figuresAt(y, y.central, AS_OF, its)
  expect([all.people.length, all.schools.length]).toEqual([14, 3])
  expect(all.people.map((p) => p[0])).toContain(mover.id)
  expect(accepted.people.map((p) => p[0])).not.toContain(mover.id)
  // The only officer's own lines waited for the district all year: the list finds them.
  expect(missing.find((m) => m.person === y.who.c.id)?.pending).toBeGreaterThan(5)
  expect(personFigures(all.schools, all.people.find((p) => p[0] === mover.id) ?? (all.people[0] as never)).school).toBe(y.central)
  await y.officerC.does('publish-year-review', fileOf(y.central), { row: its, from: '2027-07-23', to: '2027-07-23', digest: digestOf(all) })
  await y.officerC.does('sign-year-review', fileOf(y.central), { row: its, digest: digestOf(all), paper: null })
  // What the phone says is not believed: one person's hours are made up.
  const made = {
    ...all,
    people: all.people.map((p, k) => (k === 0 ? ([...p.slice(0, 5), p[5] + 100, ...p.slice(6)] as unknown as typeof p) : p)),
  }
  await y.officerC.does('sign-year-review', fileOf(y.central), { row: its, digest: digestOf(made), paper: null })
  await y.officerC.does('hand-in-year-review', fileOf(y.central), { row: its, ...handed(made) })
  await y.officerC.sync()
  const found = await line(y.central)
  expect(found.differences).toMatchObject([{ person: all.people[0]?.[0], is: 'other-figures' }])
  expect(found.exceptions).toContain('differs')
  expect((await districtReport<DistrictYearReview>(y)).schools[0]?.school).toBe(y.central)
  expect(await yantu(y, 'verify')).toMatchObject({
    code: 1,
    json: { differences: [{ subject: `school:${y.central}`, what: `year-review ${YEAR.first} 1` }] },
  })
  await y.district.sync()
  await y.district.does('accept-year-review', fileOf(y.central), {
    row: its,
    digest: digestOf(made),
    differing: 1,
    note: '已当面核对，以系统为准',
  })
  await y.district.sync()
  expect(await yantu(y, 'verify')).toMatchObject({ code: 0, json: { differences: [] } })
})

test('the next September: what turns up of last year is 补登 beside the frozen year, never inside it; the deadline warns and sends on, and refuses nobody', async () => {
  const school = (title: string, hours: string) =>
    claim({ title, level: 'school', mode: 'school-based', first: '2027-06-02', last: '2027-06-02', hours, lateReason: '去年漏报' })
  const flagsAt = async (person: PersonId, row: RowId): Promise<string[]> => {
    const { reference } = await withServer(y.w.db, { district: y.w.district, person: '' }, (tx) =>
      referenceSource(districtRules).read(tx, y.w.district),
    )
    const dossier = await y.officerA.dossier(person)
    return dossier === null ? [] : flagsOfEntry(reference.policy, dossier, row, '2027-09-09' as Day).map((f) => f.code)
  }
  // Saved on the last day, out of reach of any network; it arrives nine days after the deadline.
  on(y.w, '2027-08-31')
  hers.online = false
  await hers.sync()
  const inTime = (await hers.does('claim-hours', dossierOf(teacher.id), school('暑期前的研修', '5'))) as string as RowId
  on(y.w, '2027-09-09')
  hers.online = true
  await hers.sync()
  const phone = await phoneOf(y.w, late.id, late.name)
  await phone.sync()
  const tooLate = (await phone.does('claim-hours', dossierOf(late.id), school('六月的另一次研修', '3'))) as string as RowId
  await phone.sync()
  await y.officerA.sync()
  expect([await flagsAt(teacher.id, inTime), await flagsAt(late.id, tooLate)]).toEqual([
    ['late', 'arrived-later'],
    ['late', 'after-deadline'],
  ])
  await y.officerA.does('accept-claim', dossierOf(teacher.id), yes(inTime, '5'))
  await y.officerA.does('accept-claim', dossierOf(late.id), yes(tooLate, '3'))
  await y.officerA.sync()
  const states = async (): Promise<unknown[]> => [
    (await y.officerA.entries(teacher.id)).find((e) => e.entry.id === inTime)?.entry.state,
    (await y.officerA.entries(late.id)).find((e) => e.entry.id === tooLate)?.entry.state,
  ]
  expect(await states()).toEqual(['recognised', 'pending-district'])
  expect(await line()).toMatchObject({
    state: 'accepted',
    differences: [],
    later: { entries: 1, recognised: 50 },
    handedIn: { digest: digestOf(accepted) },
  })
  await y.district.sync()
  await y.district.does('accept-claim', dossierOf(late.id), yes(tooLate, '3'))
  await y.district.sync()
  // Hours of the first autumn weeks, before he came here, by the certificate of another district.
  await y.officerA.sync()
  await y.officerA.does('record-opening', dossierOf(late.id), {
    year: null,
    first: '2026-08-01',
    last: '2026-10-31',
    level: 'district',
    mode: 'face-to-face',
    hours: '12.5',
    credits: null,
    source: 'certificate',
    words: '外区学时证明 2026-114',
    batch: null,
  })
  await y.officerA.sync()
  expect(await line()).toMatchObject({
    state: 'accepted',
    differences: [],
    later: { entries: 3, recognised: 205, openings: 1, unsure: 0 },
    handedIn: { digest: digestOf(accepted) },
  })
  await looked(y)
})
