// What requests look like before they are damaged: one and more of every route that says who may use it, by somebody who is let in,
// and of such a kind that even undamaged it can take no effect: rows, places and people that are not there, rights nobody has,
// ops sent again, and ops signed anew by a device that is not their author's.

import { randomBytes } from 'node:crypto'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { ROUTE_POLICIES } from '../../../src/server/route-policies.ts'
import type { OpContent, SignedOp } from '../../../src/wire/op.ts'
import { claim, type Device, type World } from '../../journeys/world.ts'
import type { Chance } from '../../simulation/random.ts'
import { canonical } from '../../../src/wire/canonical.ts'
import { meant, mutateJson, type Json } from './mutate.ts'

export interface Cast {
  readonly w: World
  readonly school: SchoolId
  readonly teacher: Device
  readonly officer: Device
  readonly outsider: Device
  readonly admin: Device
  /** Taken and answered before. */
  readonly done: readonly SignedOp[]
  readonly row: string
}

export type Who = 'teacher' | 'officer' | 'outsider' | 'admin'

export interface Target {
  readonly who: Who | null
  readonly method: string
  readonly path: string
  readonly body: Json | undefined
}

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

export function targetOf(cast: Cast, chance: Chance): Target {
  // Most of them where ops come in; the rest over every route there is.
  if (chance.oneIn(2)) return chance.oneIn(4) ? rescue(cast, chance) : sync(cast, chance)
  const [route = '', policy] = chance.pick(Object.entries(ROUTE_POLICIES)) ?? []
  const [method = '', path = ''] = route.split(' ')
  const who = policy === 'public' ? null : chance.oneIn(8) ? 'outsider' : 'admin'
  return {
    who,
    method,
    path:
      path.replace(':hash', 'ab'.repeat(32)).replace(/:(id|name)/, chance.oneIn(2) ? cast.school : cast.w.uuid()) + queryOf(route, cast),
    body: method === 'GET' ? undefined : bodyOf(route, cast),
  }
}

const queryOf = (route: string, cast: Cast): string =>
  route.startsWith('GET /api/invites')
    ? `?school=${cast.school}`
    : route.includes('/evidence/')
      ? `?of=${cast.teacher.person}`
      : route.startsWith('GET /api/school') || route.startsWith('GET /api/district')
        ? '?asOf=2026-09-01&knownAt=2026-09-10'
        : ''

const device = (cast: Cast): Json => ({ id: cast.w.uuid(), publicKey: `B${randomBytes(65).toString('base64url').slice(1, 87)}` })

/** Shaped as the route wants it, and in vain. A route without a line here is sent an empty object, which most will not have. */
function bodyOf(route: string, cast: Cast): Json {
  const nobody = cast.w.uuid()
  const bodies: Readonly<Record<string, Json>> = {
    'POST /api/first-run': {
      code: 'AAAA-BBBB-CCCC',
      district: '500103',
      name: '某人',
      phone: '13900000000',
      password: '山城雨夜长江边上的灯',
      device: device(cast),
    },
    'POST /api/first-run/demo': { code: 'AAAA-BBBB-CCCC' },
    'POST /api/sign-in': { who: '13900000000', password: '山城雨夜', device: device(cast) },
    'POST /api/sign-out': { not: 'taken', nor: 'this' },
    'POST /api/join': { code: 'AAAA-BBBB' },
    'POST /api/join/finish': { code: 'AAAA-BBBB', password: '山城雨夜长江边上的灯', device: device(cast) },
    'POST /api/password': { current: '不是这个密码', next: '山城雨夜长江边上的灯' },
    'POST /api/devices/revoke': { device: nobody },
    'POST /api/invites': { of: 'people', people: [nobody] },
    'POST /api/invites/face-to-face': { person: nobody, reset: false },
    'POST /api/import/rosters': { fileName: '名单.csv', file: '', school: nobody },
    'POST /api/import/rosters/:id/confirm': { onlyGood: false, roles: [] },
    'PUT /api/evidence/:hash': 'not a picture',
  }
  return bodies[route] ?? {}
}

function sync(cast: Cast, chance: Chance): Target {
  const who = chance.pick<Who>(['teacher', 'teacher', 'officer', 'outsider', 'admin']) ?? 'teacher'
  const as = cast[who]
  return {
    who,
    method: 'POST',
    path: '/api/sync',
    body: json({
      protocol: 1,
      build: 'test',
      generation: as.generation,
      cursor: as.cursor,
      held: 'x',
      want: [{ kind: 'teacher', id: cast.teacher.person }],
      opened: [],
      reference: null,
      ops: Array.from({ length: chance.below(4) }, () => vainOp(cast, as, chance)),
      digests: chance.oneIn(3) ? 'all' : 'changed',
    }),
  }
}

function rescue(cast: Cast, chance: Chance): Target {
  const ops = Array.from({ length: 1 + chance.below(4) }, () =>
    vainOp(cast, cast[chance.pick<Who>(['teacher', 'outsider', 'officer']) ?? 'teacher'], chance),
  )
  return {
    who: chance.pick<Who>(['teacher', 'outsider', 'officer', 'admin']) ?? 'teacher',
    method: 'POST',
    path: '/api/rescue',
    body: json({ file: 'yantu-rescue', version: 1, ops }),
  }
}

/** An op that is signed well and must change nothing. */
function vainOp(cast: Cast, as: Device, chance: Chance): SignedOp {
  const { w } = cast
  const mine = { kind: 'teacher', id: as.person } as const
  const theirs = { kind: 'teacher', id: (as === cast.outsider ? cast.teacher.person : cast.w.uuid()) as PersonId } as const
  const { replaces: _none, ...form } = claim()
  const done = chance.pick(cast.done)
  switch (chance.below(9)) {
    // Sent again, in every way a repetition can look.
    case 0:
      return done ?? as.op(theirs, 'claim-hours', claim())
    case 1:
      return done === null ? as.op(theirs, 'claim-hours', claim()) : as.resign(done.content)
    case 2:
      return done === null ? as.op(theirs, 'claim-hours', claim()) : otherHalf(done)
    // The same id with other content.
    case 3:
      return done === null ? as.op(theirs, 'claim-hours', claim()) : as.resign({ ...done.content, args: claim({ hours: '40' }) })
    // Signed anew by somebody without the right, with arguments of any kind.
    case 4:
      return as.resign(
        mutatedContent(
          {
            op: w.uuid(),
            actor: as.person,
            subject: theirs,
            verb: chance.pick(['claim-hours', 'record-for', 'correct-person', 'start-post', 'grant-hours']) ?? 'claim-hours',
            v: 1,
            base: null,
            after: null,
            args: claim(),
          },
          cast,
          chance,
        ),
      )
    case 5:
      return as.resign(
        mutatedContent(
          {
            op: w.uuid(),
            actor: as.person,
            subject: mine,
            verb: 'amend-claim',
            v: 1,
            base: null,
            after: null,
            args: { row: w.uuid(), ...form },
          },
          cast,
          chance,
        ),
      )
    case 6:
      return as.op(mine, 'accept-claim', { row: w.uuid(), hours: '4', credits: null, note: '' }, { base: 'x' })
    case 7:
      return as.op(theirs, 'claim-hours', claim(), { actor: cast.teacher.person })
    default:
      return as.op(
        theirs,
        chance.pick(['no-such-verb', '__proto__', 'toString', 'claim-hours']) ?? '',
        { deep: { deep: { deep: {} } } },
        { v: chance.below(3) },
      )
  }
}

/** Arguments, base and after as anybody might sign them; never the subject or the verb, which keep it in vain. */
function mutatedContent(content: OpContent, cast: Cast, chance: Chance): OpContent {
  for (;;) {
    const value = attempt(json({ args: content.args, base: null, after: null }), cast, chance)
    if (value !== null) return { ...content, ...value }
  }
}

/** Null for what cannot be signed at all: it has no canonical form. */
function attempt(value: Json, cast: Cast, chance: Chance): Pick<OpContent, 'args' | 'base' | 'after'> | null {
  try {
    const {
      args = null,
      base = null,
      after = null,
    } = meant(mutateJson(value, chance, [cast.row, cast.teacher.person, cast.school])) as Record<string, Json>
    const object = typeof args === 'object' && args !== null && !Array.isArray(args) ? args : { args }
    canonical({ object, base, after })
    return { args: object, base: base as string | null, after: after as string | null }
  } catch {
    return null
  }
}

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** The other signature that holds for the same text: nothing may hang on there being only one. */
function otherHalf(op: SignedOp): SignedOp {
  const bytes = Buffer.from(op.sig, 'base64url')
  const s = ORDER - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
  return { ...op, sig: Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]).toString('base64url') }
}
