// Two people at a district and all of its teachers: what one training across all schools, one name list, and the reviews of all schools
// cost them (taps and requests) and the server (ms), and what the page reckons before it shows anything. Prints, never judges.
import { expect, test } from 'vitest'
import { decidedFields, entryOf } from '../../src/domain/entry.ts'
import type { Dossier, HoursRow } from '../../src/domain/dossier.ts'
import { day } from '../../src/domain/day.ts'
import type { OpId, PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { groupClaims, submissionsOf, type Submission } from '../../src/domain/review.ts'
import { runVerb } from '../../src/domain/verbs/register.ts'
import '../../src/domain/verbs/all-verbs.ts'
import type { DistrictYearReview } from '../../src/domain/year-review/district-report.ts'
import { figuresDigest } from '../../src/domain/year-review/figures.ts'
import type { SchoolYearReview } from '../../src/domain/year-review/school-report.ts'
import { inParts } from '../../src/app/school/year-parts.ts'
import { keptFlags } from '../../src/app/school/kept-flags.ts'
import { parted } from '../../src/app/district/recognising.ts'
import { withServer } from '../../src/server/door/door.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { writeSheets } from '../../src/server/sheets/write-sheets.ts'
import { lockDocuments, subjectOf } from '../../src/server/store/documents.ts'
import { commit } from '../../src/server/sync/commit.ts'
import { changedRows } from '../../src/server/sync/decide.ts'
import { firstBatch } from '../../src/sync/batch.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import { documentFromText } from '../../src/wire/document-text.ts'
import type { SignedOp } from '../../src/wire/op.ts'
import { MOST_OPS, MOST_PAGE_BYTES } from '../../src/wire/sync.ts'
import { schoolBased } from '../journeys/phones.ts'
import { claim, world, type Device, type World } from '../journeys/world.ts'
import { fill } from './fill.ts'
import { kilobytes, ms, say, took } from './say.ts'

const TEACHERS = Number(process.env['YANTU_BENCH_TEACHERS'] ?? 8_000)
const SCHOOLS = 40
const ENTRIES = 12
const AT_ONCE = 200
const YEAR = { first: '2025-01-01', last: '2025-12-31', asOf: '2025-12-31' }

interface District {
  readonly w: World
  readonly schools: readonly SchoolId[]
  readonly officers: readonly Device[]
  readonly people: readonly PersonId[]
  readonly du: Device
  readonly policy: Policy
}

test('a district of two desks', async () => {
  const w = await world()
  const district = await districtOf(w)
  const { people, du } = district
  say('teachers, schools, entries each', `${String(people.length)}, ${String(SCHOOLS)}, ${String(ENTRIES)}`)
  await nameList(district)
  await oneTraining(district)
  await reviews(district)
  expect(du.n).toBeGreaterThan(people.length)
  expect(w.failures).toEqual([])
  await w.close()
}, 1_800_000)

async function districtOf(w: World): Promise<District> {
  const schools: SchoolId[] = []
  const officers: Device[] = []
  const people: PersonId[] = []
  for (let n = 0; n < SCHOOLS; n += 1) {
    const school = await w.school(`学校${String(n)}`)
    const officer = await w.teacher(`专干${String(n)}`, school)
    await w.role(officer, `专干${String(n)}`, 'officer', { kind: 'school', id: school })
    schools.push(school)
    officers.push(await w.device(officer))
    people.push(...(await fill(w, school, Math.round(TEACHERS / SCHOOLS) - 1, ENTRIES)))
  }
  const du = await w.person('杜敏')
  await w.role(du, '杜敏', 'district-officer', 'district')
  const { reference } = await withServer(w.db, { district: w.district, person: w.admin }, (tx) =>
    referenceSource(districtRules).read(tx, w.district),
  )
  return { w, schools, officers, people, du: await w.device(du), policy: reference.policy }
}

async function posted(device: Device, path: string, body: unknown): Promise<unknown> {
  const response = await device.fetch(path, { method: 'POST', body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`${path}: ${String(response.status)} ${(await response.text()).slice(0, 300)}`)
  return response.json()
}

/** 按名单: one file of everybody, looked through and confirmed. */
async function nameList({ schools, people, du }: District): Promise<void> {
  const each = Math.round(TEACHERS / SCHOOLS) - 1
  const rows = people.map((_, n) => [`学校${String(Math.floor(n / each))}`, `老师${String(n % each)}`, 6])
  const file = Buffer.from(await writeSheets([{ name: '名单', heading: ['学校', '姓名', '学时'], rows }])).toString('base64')
  const about = { level: 'district', mode: 'face-to-face', first: '2026-07-06', last: '2026-07-10', title: '暑期全员培训', hours: '6' }
  let batch = { id: '', mayConfirm: '' }
  const planned = await took(async () => {
    ;({ batch } = (await posted(du, '/api/import/rosters', { fileName: '名单.xlsx', file, school: null, about })) as {
      batch: typeof batch
    })
  })
  if (batch.mayConfirm === 'nothing') throw new Error(JSON.stringify(batch).slice(0, 2000))
  let added = 0
  const confirmed = await took(async () => {
    added = ((await posted(du, `/api/import/rosters/${batch.id}/confirm`, { onlyGood: true, roles: [] })) as { added: number }).added
  })
  say(
    'one name list of everybody: upload, look, confirm',
    `3 taps, 2 requests, ${ms(planned)} to look through, ${ms(confirmed)} to write ${String(added)} (${String(schools.length)} schools)`,
  )
}

/** 按活动: everybody claims the same training of the district; one tap for all of them. */
async function oneTraining(d: District): Promise<void> {
  const { w, du, policy } = d
  const activity = du.op({ kind: 'district', id: w.district }, 'register-activity', {
    ...schoolBased({ title: '课堂教学研讨' }),
    level: 'district',
    mode: 'face-to-face',
  })
  expect((await du.sync([activity])).results[0]?.result.is).toBe('applied')
  await claimedByAll(d, activity.content.op)
  const dossiers: Dossier[] = []
  let requests = 0
  let bytes = 0
  const pulled = await took(async () => {
    du.cursor = null
    let answer = await du.sync([], { room: MOST_PAGE_BYTES })
    const wanted = (answer.scope ?? []).filter((s) => s.kind === 'teacher')
    requests += 1
    for (let at = 0; at < wanted.length; at += 400) {
      let left = wanted.slice(at, at + 400)
      while (left.length > 0) {
        answer = await du.sync([], { want: left, room: MOST_PAGE_BYTES })
        requests += 1
        bytes += JSON.stringify(answer.documents).length
        dossiers.push(...answer.documents.map((one) => documentFromText(subjectOf(one.subject.kind, one.subject.id), one.rows) as Dossier))
        const got = new Set(answer.documents.map((one) => one.subject.id))
        if (got.size === 0) break
        left = left.filter((s) => !got.has(s.id))
      }
    }
  })
  say(
    'their dossiers come to the district’s device',
    `${String(dossiers.length)} in ${String(requests)} requests, ${kilobytes(bytes)} unpacked, ${ms(pulled)}`,
  )
  const today = day('2026-11-20')
  let claims: Submission[] = []
  const grouped = await took(() => {
    claims = dossiers
      .flatMap((one) => submissionsOf(one, today, { activities: [], since: today }))
      .filter((s) => s.entry.state === 'pending-district' || s.entry.state === 'pending-school')
    groupClaims(claims, claims, [])
    return Promise.resolve()
  })
  const [group] = groupClaims(claims, claims, [])
  const of = new Map(dossiers.map((one) => [one.subject.id as PersonId, one]))
  const kept = keptFlags()
  const flags = (s: Submission) => kept(policy, of.get(s.person) as Dossier, s.entry.id, today)
  let clear = 0
  const first = await took(() => {
    if (group !== undefined) clear = parted(group, flags).clear.length
    return Promise.resolve()
  })
  const again = await took(() => {
    if (group !== undefined) parted(group, flags)
    return Promise.resolve()
  })
  say(
    'the page: claims into groups; their flags, and once more',
    `${ms(grouped)}; ${ms(first)} (${String(clear)} of ${String(claims.length)} clear), ${ms(again)}`,
  )
  const ops = claims.map((s) =>
    du.op(
      { kind: 'teacher', id: s.person },
      'accept-claim',
      { row: s.entry.id, hours: '6', credits: null, note: '' },
      { base: shortHash(decidedFields(s.entry)) },
    ),
  )
  const pushes: number[] = []
  let taken = 0
  for (let left: SignedOp[] = ops; left.length > 0;) {
    const batch = firstBatch(left, MOST_OPS)
    left = left.slice(batch.length)
    pushes.push(
      await took(async () => {
        taken += (await du.sync(batch)).results.filter((r) => r.result.is === 'applied').length
      }),
    )
  }
  const [head = 0, tail = 0] = [pushes.slice(0, 5), pushes.slice(-5)].map(
    (some) => some.reduce((sum, n) => sum + n, 0) / Math.max(1, some.length),
  )
  say(
    'all accepted',
    `1 tap, ${String(pushes.length)} requests, ${ms(pushes.reduce((sum, n) => sum + n, 0))} in all, one of the first ${ms(head)}, of the last ${ms(tail)}`,
  )
  expect(taken).toBe(claims.length)
}

async function claimedByAll({ w, people, ...d }: District, activity: string): Promise<void> {
  const each = Math.round(TEACHERS / SCHOOLS) - 1
  const officers = new Map(people.map((id, n) => [id, d.officers[Math.floor(n / each)]]))
  const args = claim({
    title: '课堂教学研讨',
    level: 'district',
    mode: 'face-to-face',
    hours: '6',
    first: '2026-09-10',
    last: '2026-09-10',
    activity,
  })
  for (let at = 0; at < people.length; at += AT_ONCE) {
    const some = people.slice(at, at + AT_ONCE)
    await withServer(w.db, { district: w.district, person: w.admin }, async (tx) => {
      const stored = await lockDocuments(
        tx,
        w.district,
        some.map((id) => subjectOf('teacher', id)),
      )
      const known = await referenceSource(districtRules).read(tx, w.district)
      await commit(
        tx,
        known,
        stored.map((one) => {
          const before = documentFromText(one.subject, one.rows)
          const outcome = runVerb('claim-hours', 1, before, args, {
            op: w.uuid() as string as OpId,
            actor: { id: one.subject.id as PersonId, name: '老师' },
            subject: one.subject,
            today: day('2026-09-20'),
            minute: '10:00',
            saidAt: '2026-09-20T10:00',
            reference: known.reference,
            base: null,
            hash: shortHash,
          })
          if (outcome.is !== 'applied') throw new Error(`no claim: ${JSON.stringify(outcome)}`)
          const row = [...outcome.document.rows.values()].pop()
          const entry = row?.kind === 'hours' ? entryOf(row as HoursRow) : null
          const officer = officers.get(one.subject.id as PersonId)
          if (entry === null || officer === undefined) throw new Error('nothing to pass on')
          const passed = runVerb(
            'accept-claim',
            1,
            outcome.document,
            { row: entry.id, hours: '6', credits: null, note: '' },
            {
              op: w.uuid() as string as OpId,
              actor: { id: officer.person, name: '专干' },
              subject: one.subject,
              today: day('2026-09-20'),
              minute: '11:00',
              saidAt: '2026-09-20T11:00',
              reference: known.reference,
              base: shortHash(decidedFields(entry)),
              hash: shortHash,
            },
          )
          if (passed.is !== 'applied') throw new Error(`not passed on: ${JSON.stringify(passed)}`)
          return { stored: one, document: passed.document, rows: changedRows(before, passed.document) }
        }),
        [],
      )
    })
  }
}

/** 按批: every school hands in its table; all samples are drawn at once, all that agree are accepted at once. */
async function reviews({ schools, officers, du }: District): Promise<void> {
  const handing = await took(async () => {
    for (const [n, school] of schools.entries()) await handIn(officers[n] as Device, school)
  })
  say('every school makes its figures and hands in its table', `${ms(handing / SCHOOLS)} a school`)
  const list = async (): Promise<DistrictYearReview> =>
    ((await (await du.fetch(`/api/reports/year-reviews?first=${YEAR.first}&last=${YEAR.last}`)).json()) as { answer: DistrictYearReview })
      .answer
  let answer = await list()
  const read = await took(async () => {
    answer = await list()
  })
  const on = (s: DistrictYearReview['schools'][number], verb: string, more: Record<string, unknown>): SignedOp =>
    du.op({ kind: 'school', id: s.school }, verb, { row: s.row as RowId, digest: s.handedIn?.digest, ...more })
  const waiting = answer.schools.filter((s) => s.state === 'handed-in')
  const drawn = await took(async () => {
    await du.sync(waiting.map((s) => on(s, 'sample-year-review', { seed: '八千', size: 3 })))
  })
  const reference = (await du.sync([], { want: waiting.map((s) => ({ kind: 'school', id: s.school })), room: MOST_PAGE_BYTES })).documents
  const checks = reference.flatMap((file) =>
    file.rows
      .filter((r) => r.kind === 'year-review')
      .flatMap((r) =>
        (JSON.parse(r.content) as { what: string; persons?: string[] }[]).flatMap((f) =>
          (f.persons ?? []).map((person) => ({ school: file.subject.id, person })),
        ),
      ),
  )
  const looked = await took(async () => {
    await du.sync(
      checks.slice(0, MOST_OPS).flatMap(({ school, person }) => {
        const s = waiting.find((one) => one.school === school)
        return s === undefined ? [] : [on(s, 'check-sampled', { person, agrees: true, note: '' })]
      }),
    )
  })
  const accepted = await took(async () => {
    const { results } = await du.sync(
      waiting.map((s) => on(s, 'accept-year-review', { differing: s.differences.length, note: s.differences.length > 0 ? '已核对' : '' })),
    )
    expect(results.filter((r) => r.result.is === 'applied').length).toBe(waiting.length)
  })
  say(
    'the district’s list, compared with the server’s own figures',
    `1 request, ${ms(read)}; differing ${String(answer.schools.reduce((n, s) => n + s.differences.length, 0))}`,
  )
  say(
    'samples drawn, sampled people looked at, all accepted',
    `2 taps ${ms(drawn)}; ${String(checks.length)} looks ${ms(looked)}; 2 taps ${ms(accepted)}`,
  )
}

async function handIn(officer: Device, school: SchoolId): Promise<void> {
  const { answer } = (await (
    await officer.fetch(`/api/reports/year-review?school=${school}&first=${YEAR.first}&last=${YEAR.last}&asOf=${YEAR.asOf}`)
  ).json()) as { answer: SchoolYearReview }
  const digest = figuresDigest(answer.figures, shortHash)
  const at = { kind: 'school' as const, id: school as string }
  const open = officer.op(at, 'open-year-review', YEAR)
  const row = open.content.op
  const ops = [
    open,
    officer.op(at, 'publish-year-review', { row, from: '2026-09-01', to: '2026-09-08', digest }),
    officer.op(at, 'sign-year-review', { row, digest, paper: '校长签字盖章' }),
    ...inParts(row, answer.figures).map((args) => officer.op(at, 'hand-in-year-review', args)),
  ]
  for (const op of ops) expect((await officer.sync([op])).results[0]?.result.is).toBe('applied')
}
