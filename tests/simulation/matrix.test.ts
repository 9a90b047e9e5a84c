// Who may do what over the wire: every verb by everybody, what is expected taken from the verbs' own declarations. Where it is no,
// nothing changes and the answer is the same as for something that does not exist. And once more without the application's
// checks: row-level security alone keeps everybody to the documents of their scope.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DossierRow } from '../../src/domain/dossier.ts'
import type { Subject } from '../../src/domain/document.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { Right } from '../../src/domain/permissions.ts'
import { VERB_NAMES, VERBS } from '../../src/domain/verbs/all-verbs.ts'
import { withAsker } from '../../src/server/door/door.ts'
import { rowsFrom } from '../../src/server/store/database.ts'
import { claim, world, type Device, type World } from '../journeys/world.ts'
import { readServer } from './at-server.ts'
import { CASES, type Case, type Place, type Ready } from './matrix-cases.ts'
// After the cases it belongs to: the two name each other.
import { madeAtPoint } from './growth-cases.ts'
import { YEAR_REVIEW_FINER } from './year-review-cases.ts'

const WHO = [
  'own',
  'officer',
  'officer-elsewhere',
  'officer-above',
  'principal',
  'district-officer',
  'auditor',
  'admin',
  'former-officer',
  'colleague',
] as const
type Who = (typeof WHO)[number]

let place: Place
let w: World
let elsewhere: SchoolId
const devices = new Map<Who, Device>()
const device = (who: Who): Device => {
  const found = devices.get(who)
  if (found === undefined) throw new Error(who)
  return found
}

beforeAll(async () => {
  w = await world()
  const central = await w.school('云台中心校', { kind: 'central', place: 'rural' })
  const point = await w.school('云台教学点', { kind: 'teaching-point', parent: central, place: 'rural' })
  elsewhere = await w.school('解放小学')
  const at = (id: SchoolId) => ({ kind: 'school', id }) as const
  const enter = async (who: Who, person: PersonId): Promise<void> => {
    devices.set(who, await w.device(person))
  }
  const { teacher, own } = await anotherTeacher(point)
  await enter('colleague', await w.teacher('同事', point))
  for (const [who, name, role, school, more] of [
    ['officer', '王专干', 'officer', point, {}],
    ['officer-elsewhere', '魏专干', 'officer', elsewhere, {}],
    ['officer-above', '吴专干', 'officer', central, {}],
    ['principal', '何校长', 'principal', point, {}],
    ['former-officer', '老专干', 'officer', point, { to: '2026-09-19' as never }],
  ] as const) {
    const person = await w.teacher(name, school)
    await w.role(person, name, role, at(school), more)
    await enter(who, person)
  }
  for (const [who, name] of [
    ['district-officer', '刘科长'],
    ['auditor', '督学'],
  ] as const) {
    const person = await w.person(name)
    await w.role(person, name, who, 'district')
    await enter(who, person)
  }
  await enter('admin', w.admin)
  place = { w, point, central, teacher, own, officer: device('officer'), district: device('district-officer') }
  for (const one of devices.values()) await one.sync()
})
afterAll(() => w.close())

/** Whose dossier it is from now on. */
async function anotherTeacher(point: SchoolId): Promise<Pick<Place, 'teacher' | 'own'>> {
  const teacher = await w.teacher('覃丽莎', point)
  const own = await w.device(teacher)
  devices.set('own', own)
  madeAtPoint.push(teacher)
  await own.sync()
  return { teacher, own }
}

const RIGHTS: Record<Who, Record<Subject['kind'], readonly Right[]>> = {
  own: { teacher: ['own'], school: [], district: [] },
  officer: { teacher: ['school-officer'], school: ['school-officer'], district: [] },
  'officer-above': { teacher: ['school-officer'], school: ['school-officer'], district: [] },
  'officer-elsewhere': { teacher: [], school: [], district: [] },
  principal: { teacher: ['principal'], school: ['principal'], district: [] },
  'district-officer': { teacher: ['district-officer'], school: ['district-officer'], district: ['district-officer'] },
  auditor: { teacher: ['auditor'], school: ['auditor'], district: ['auditor'] },
  admin: { teacher: ['admin'], school: ['admin'], district: ['admin'] },
  'former-officer': { teacher: [], school: [], district: [] },
  colleague: { teacher: [], school: [], district: [] },
}

/** Finer than the declaration, and said by the verb itself: what whom is refused though the verb is theirs. */
const FINER: Readonly<Record<string, string>> = {
  ...YEAR_REVIEW_FINER,
  'award-title teacher officer': 'title.other-desk',
  'join-programme teacher officer': 'programme.other-desk',
  'join-programme teacher officer-above': 'programme.other-desk',
  'leave-programme teacher officer': 'programme.other-desk',
  'leave-programme teacher officer-above': 'programme.other-desk',
  'decide-place teacher officer': 'place.other-desk',
  'decide-place teacher officer-above': 'place.other-desk',
  'decide-place teacher principal': 'place.other-desk',
  'award-title teacher officer-above': 'title.other-desk',
  'renew-title teacher officer': 'title.other-desk',
  'renew-title teacher officer-above': 'title.other-desk',
  'end-title teacher officer': 'title.other-desk',
  'end-title teacher officer-above': 'title.other-desk',
  'correct-title teacher officer': 'title.other-desk',
  'correct-title teacher officer-above': 'title.other-desk',
  'grant-role district district-officer': 'verb.not-allowed',
  'revoke-decision teacher officer-above': 'decision.other-person',
  'revoke-decision teacher principal': 'decision.other-person',
  'revoke-decision teacher district-officer': 'decision.other-person',
}
const NO = { is: 'refused', code: 'verb.not-allowed', field: null }

const may = (one: Case, who: Who): boolean => VERBS[one.verb].who.some((right) => RIGHTS[who][one.kind].includes(right))

/** Everything that could have changed, as the database has it. A document that was only ever locked (change 0) is none. */
const picture = async (): Promise<string> => {
  const documents = await rowsFrom(w.db, sql`select subject_kind, subject_id, digest, change from document where change > 0 order by 1, 2`)
  return JSON.stringify([documents, await rowsFrom(w.db, sql`select row_id, person, role, to_day from membership order by 1`)])
}

async function push(who: Who, ready: Ready, verb: string) {
  const [pushed] = await pushAll(who, [ready], verb)
  return pushed ?? { op: '', result: undefined }
}

/** In one request; each is judged on its own. */
async function pushAll(who: Who, all: readonly Ready[], verb: string) {
  const as = device(who)
  const ops = all.map(({ subject, args, base }) => as.op(subject, verb, args, { base: base ?? null }))
  const { results } = await as.sync(ops)
  return ops.map(({ content: { op } }) => ({ op, result: results.find((one) => one.op === op)?.result }))
}

describe('every verb by everybody', () => {
  test('each verb is here, on each kind of document it is for', () => {
    // Enrolling needs a person who is not there yet, ending a role at the district an administrator to spare: tests/server has both.
    const others = ['enrol-person teacher', 'end-role district']
    const all = VERB_NAMES.flatMap((verb) => VERBS[verb].subject.map((kind) => `${verb} ${kind}`)).filter((one) => !others.includes(one))
    expect(CASES.map(({ verb, kind }) => `${verb} ${kind}`).sort()).toEqual(all.sort())
  })

  test.each(CASES.map((one) => [`${one.verb} on a ${one.kind}`, one] as const))('%s', async (_name, one) => {
    // Every act reads the whole dossier it is about: one that all cases had written into would be most of the work.
    if (CASES.indexOf(one) % 8 === 7) place = { ...place, ...(await anotherTeacher(place.point)) }
    const denied = WHO.filter((who) => !may(one, who))
    const ready = await one.ready(place)
    const before = await picture()
    const absent: Ready = { ...ready, subject: { kind: one.kind, id: w.uuid() } as Subject }
    for (const who of denied) {
      // One's own rights are over one's own dossier; what is not there answers alike.
      const answers = await pushAll(who, [ready, absent], one.verb)
      expect([who, ...answers.map(({ result }) => result)]).toEqual([who, NO, NO])
    }
    expect(await picture()).toBe(before)
    for (const who of WHO.filter((each) => may(one, each))) {
      const mine = await one.ready(place)
      const held = await picture()
      const { result } = await push(who, mine, one.verb)
      const finer = FINER[`${one.verb} ${one.kind} ${who}`]
      if (finer === undefined) expect([who, result?.is]).toEqual([who, expect.stringMatching(/^(applied|adjusted)$/)])
      else expect([who, result]).toEqual([who, { is: 'refused', code: finer, field: null }])
      if (finer !== undefined) expect(await picture()).toBe(held)
    }
  })
})

/**
 * What an officer may do to the own dossier like anybody's: it states or asks, and judges nothing. Everything else is refused in these words.
 * (The case of end-post is about a guest; one's own posts: domain/verbs/own-facts.test.ts.)
 */
const OWN_RECORD: Readonly<Record<string, string>> = {
  'record-certificate': 'certificate.own-record',
  'record-registration': 'registration.own-record',
  'record-qualification': 'qualification.own-record',
  'strike-record': 'certificate.own-record',
  'record-appointment': 'appointment.own-record',
  'strike-appointment': 'appointment.own-record',
  'plan-rotation': 'rotation.own-record',
  'start-rotation': 'rotation.own-record',
  'end-rotation': 'rotation.own-record',
  'cancel-rotation': 'rotation.own-record',
  'record-opening': 'history.own',
  'reverse-opening': 'history.own',
  'answer-objection': 'history.own',
  'award-title': 'title.own-award',
  'renew-title': 'title.own-award',
  'end-title': 'title.own-award',
  'correct-title': 'title.own-award',
  'record-duty': 'duty.own-record',
  'strike-duty': 'duty.own-record',
  'join-programme': 'programme.own-record',
  'leave-programme': 'programme.own-record',
  'decide-place': 'place.other-desk',
  'record-appraisal': 'appraisal.own-result',
  'strike-appraisal': 'appraisal.own-result',
  'answer-review-line': 'claim.own-decision',
  'accept-claim': 'claim.own-decision',
  'return-claim': 'claim.own-decision',
  'see-originals': 'claim.own-decision',
  'reverse-entry': 'claim.own-decision',
  'answer-correction': 'claim.own-decision',
  'begin-pause': 'pause.own-record',
  'end-pause': 'pause.own-record',
  'cancel-pause': 'pause.own-record',
  'start-post': 'post.own-record',
  'correct-person': 'person.own-record',
  'revoke-decision': 'decision.other-person',
  'record-for': 'claim.own-decision',
}

describe('an officer whose own dossier it is', () => {
  test.each(CASES.filter((one) => one.kind === 'teacher' && may(one, 'officer')).map((one) => [one.verb, one] as const))(
    '%s',
    async (_name, one) => {
      const ready = await one.ready({
        ...place,
        teacher: device('officer').person,
        own: device('officer'),
        officer: device('officer-above'),
      })
      const before = await picture()
      const { result } = await push('officer', ready, one.verb)
      const code = OWN_RECORD[one.verb]
      if (code === undefined) expect(result?.is).toMatch(/^(applied|adjusted)$/)
      else expect([result, await picture()]).toEqual([{ is: 'refused', code, field: null }, before])
    },
  )
})

describe('whose op it is', () => {
  const mine = (): Subject => ({ kind: 'teacher', id: place.teacher })

  test('nobody acts in another’s name, whatever the op says', async () => {
    const before = await picture()
    for (const who of WHO.filter((each) => each !== 'own')) {
      const op = device(who).op(mine(), 'claim-hours', claim(), { actor: place.teacher })
      const { results } = await device(who).sync([op])
      expect([who, results[0]?.result]).toEqual([who, { is: 'refused', code: 'op.other-actor', field: null }])
    }
    expect(await picture()).toBe(before)
  })

  test('an op signed by a device that was signed off, by another’s, or changed after signing does nothing', async () => {
    const lost = await w.device(place.teacher)
    await sql`update device set revoked_at = now() where id = ${lost.id}`.execute(w.db)
    const before = await picture()
    const signed = device('own').op(mine(), 'claim-hours', claim())
    const forged = { ...signed, content: { ...signed.content, op: w.uuid(), args: claim({ hours: '40' }) } }
    for (const [op, code] of [
      [lost.op(mine(), 'claim-hours', claim()), 'op.unknown-device'],
      [device('officer').op(mine(), 'claim-hours', claim(), { actor: place.teacher }), 'op.unknown-device'],
      [forged, 'op.bad-signature'],
    ] as const) {
      const { results } = await device('own').sync([op])
      expect(results[0]?.result).toEqual({ is: 'refused', code, field: null })
    }
    expect(await picture()).toBe(before)
  })

  test('the same id from somebody else is no replay, even where all else is the same', async () => {
    const { op, result } = await push('officer', await (CASES.find((one) => one.verb === 'record-for') as Case).ready(place), 'record-for')
    expect(result?.is).toBe('applied')
    const logged = (await readServer(w)).log.get(op)
    const before = await picture()
    const again = device('officer-above').resign({
      ...(logged?.content as NonNullable<typeof logged>['content']),
      actor: device('officer-above').person,
    })
    const { results } = await device('officer-above').sync([again])
    expect(results[0]?.result).toEqual({ is: 'refused', code: 'op.same-id-other-content', field: null })
    expect(await picture()).toBe(before)
  })
})

describe('with row-level security alone', () => {
  test.each(WHO)('%s reads and writes no row outside scope', async (who) => {
    const { texts } = await readServer(w)
    const asker = device(who).asker
    const reach = await withAsker(
      w.db,
      () => w.now,
      asker,
      ({ scope }) => Promise.resolve(scope.reach),
    )
    const inside = new Set(reach === 'district' ? texts.keys() : expected(who))
    const seen = await withAsker(
      w.db,
      () => w.now,
      asker,
      ({ tx }) =>
        rowsFrom(
          tx,
          sql<{ key: string }>`
      select distinct subject_kind || ':' || subject_id as key from document_row union select subject_kind || ':' || subject_id from document where change > 0`,
        ),
    )
    expect(seen.map(({ key }) => key).filter((key) => !inside.has(key))).toEqual([])
    expect([...inside].filter((key) => texts.has(key) && !seen.some((one) => one.key === key))).toEqual([])
    const before = await picture()
    const outside = [...texts.keys()].filter((key) => !inside.has(key))
    await withAsker(
      w.db,
      () => w.now,
      asker,
      async ({ tx }) => {
        for (const key of outside) {
          const [kind, id] = key.split(':')
          const kindOfRow: DossierRow['kind'] = 'hours'
          await sql`savepoint one`.execute(tx)
          await expect(
            sql`insert into document_row (district, subject_kind, subject_id, id, kind, change, content)
        values (${w.district}, ${kind}, ${id}, ${w.uuid()}, ${kindOfRow}, 1, '[]')`.execute(tx),
            key,
          ).rejects.toThrow(/row-level security/)
          await sql`rollback to one`.execute(tx)
        }
        for (const change of [sql`update document set digest = 'x'`, sql`update document_row set content = '[]'`]) {
          const changed = await sql`${change} where subject_kind || ':' || subject_id = any (${outside}::text[])`.execute(tx)
          expect(Number(changed.numAffectedRows ?? 0)).toBe(0)
        }
      },
    )
    expect(await picture()).toBe(before)
  })

  /** Said by hand here, so that it does not come from where the wall gets it. */
  function expected(who: Who): string[] {
    const own = `teacher:${device(who).person}`
    const people = (...some: Who[]): string[] => some.map((one) => `teacher:${device(one).person}`)
    const atPoint = [
      `school:${place.point}`,
      ...people('own', 'colleague', 'officer', 'principal', 'former-officer'),
      ...madeAtPoint.map((id) => `teacher:${id}`),
    ]
    if (who === 'officer' || who === 'principal') return [own, ...atPoint]
    if (who === 'officer-above') return [own, `school:${place.central}`, ...atPoint, ...people('officer-above')]
    if (who === 'officer-elsewhere') return [own, `school:${elsewhere}`]
    return [own]
  }
})
