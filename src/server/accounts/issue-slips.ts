// 领用条 and codes shown face to face: who gets one, and what stands on it. Also what `npx yantu invite SCHOOL` prints.
// A code is in the answer once and nowhere else.

import type { DistrictId } from '../../domain/ids.ts'
import { momentOf } from '../clock.ts'
import type { Asker } from '../door/asker.ts'
import type { Tx } from '../store/database.ts'
import type { FaceToFaceRequest, InviteAnswer, InviteList, InviteRequest, Slip } from '../../wire/session.ts'
import type { AccountDeps } from './account-deps.ts'
import { accountsKey, withAccounts } from './accounts-door.ts'
import { no, type No } from './answers.ts'
import { issueCodes, joinedOf, joinUrl, type Purpose } from './invites.ts'
import { homeSchools, peopleAtSchools, peopleById } from './people.ts'
import { placeOf } from './place-of.ts'
import { invitable, inviterOf, type Inviter } from './who-may-invite.ts'

const HOUR_MS = 3_600_000
const FACE_TO_FACE_MS = 10 * 60_000
const notFound = no(404, 'not-found')

export interface SlipOrder {
  readonly district: string
  readonly madeBy: string
  readonly purpose: Purpose
  readonly lastsMs: number
  readonly origin: string
  readonly people: readonly string[]
}

/** Codes for these people, without asking who orders them: callers have checked, or are the operator's own command. */
async function makeSlips(deps: Pick<AccountDeps, 'db' | 'clock'>, tx: Tx, order: SlipOrder): Promise<Slip[]> {
  const now = deps.clock()
  const people = await peopleById(tx, order.district, order.people)
  const homes = await homeSchools(tx, order.district, order.people, momentOf(now).day)
  const codes = await issueCodes(
    tx,
    await accountsKey(deps.db),
    now,
    order,
    people.map((p) => p.id),
  )
  return people.map((person, i) => {
    const issued = codes[i]
    if (issued === undefined) throw new Error('a person without a code')
    return {
      person: person.id,
      name: person.name,
      school: homes.get(person.id)?.name ?? null,
      code: issued.code,
      url: joinUrl(order.origin, issued.code),
      expiresAt: issued.expiresAt,
    }
  })
}

/** Slips for everyone of a school who is not in yet: the operator's own `npx yantu invite SCHOOL`, so nobody is above it. */
export async function slipsForSchool(
  deps: Pick<AccountDeps, 'db' | 'clock' | 'references'>,
  order: { readonly district: DistrictId; readonly school: string; readonly madeBy: string; readonly origin: string },
): Promise<InviteAnswer> {
  const { inviteHours } = await placeOf(deps, order.district)
  return withAccounts(deps.db, async (tx) => {
    const people = await peopleAtSchools(tx, order.district, [order.school], momentOf(deps.clock()).day)
    return slipsForNewcomers(deps, tx, { ...order, purpose: 'join', lastsMs: inviteHours * HOUR_MS, people })
  })
}

/** A code for somebody who forgot their password, ordered by the operator; null for who has none to forget. */
export async function slipForForgotten(
  deps: Pick<AccountDeps, 'db' | 'clock'>,
  order: { readonly district: DistrictId; readonly person: string; readonly origin: string },
): Promise<Slip | null> {
  const { district, person, origin } = order
  return withAccounts(deps.db, async (tx) => {
    if (!(await joinedOf(tx, district, [person])).has(person)) return null
    const [slip] = await makeSlips(deps, tx, { district, madeBy: 'operator', purpose: 'reset', lastsMs: HOUR_MS, origin, people: [person] })
    return slip ?? null
  })
}

/** Sign-in links of a demo district: no password, as often as one likes. Only for people made up for the demo. */
export async function demoLinks(
  deps: Pick<AccountDeps, 'db' | 'clock'>,
  district: DistrictId,
  people: readonly string[],
  origin: string,
): Promise<Slip[]> {
  return withAccounts(deps.db, (tx) =>
    makeSlips(deps, tx, { district, madeBy: 'demo', purpose: 'demo', lastsMs: 400 * 24 * HOUR_MS, origin, people }),
  )
}

async function slipsForNewcomers(deps: Pick<AccountDeps, 'db' | 'clock'>, tx: Tx, order: SlipOrder): Promise<InviteAnswer> {
  const joined = await joinedOf(tx, order.district, order.people)
  return { slips: await makeSlips(deps, tx, { ...order, people: order.people.filter((id) => !joined.has(id)) }), joined: joined.size }
}

/** The people of a school (and nobody else) whom this person may let in, or 404. */
async function peopleOf(tx: Tx, deps: AccountDeps, asker: Asker, wish: InviteRequest): Promise<string[] | No> {
  const { day } = momentOf(deps.clock())
  const inviter = await inviterOf(tx, asker, day)
  if (inviter === null) return notFound
  if (wish.of === 'people') {
    const wanted = [...new Set(wish.people)]
    const known = (await peopleById(tx, asker.district, wanted)).map((p) => p.id)
    const allowed = await invitable(tx, asker, inviter, known, day)
    return allowed.length === wanted.length ? allowed : notFound
  }
  if (!mayInviteFrom(inviter, wish.school)) return notFound
  const there = await peopleAtSchools(tx, asker.district, [wish.school], day)
  return there.length === 0 && inviter.schools === null ? notFound : invitable(tx, asker, inviter, there, day)
}

const mayInviteFrom = (inviter: Inviter, school: string): boolean => inviter.schools === null || inviter.schools.includes(school)

export async function listForInviting(deps: AccountDeps, asker: Asker, school: string): Promise<InviteList | No> {
  return withAccounts(deps.db, async (tx) => {
    const ids = await peopleOf(tx, deps, asker, { of: 'school', school })
    if ('is' in ids) return ids
    const people = await peopleById(tx, asker.district, ids)
    return { people: people.map((p) => ({ person: p.id, name: p.name, joined: p.passwordHash !== null })) }
  })
}

export async function invite(deps: AccountDeps, asker: Asker, wish: InviteRequest, origin: string): Promise<InviteAnswer | No> {
  const { inviteHours } = await placeOf(deps, asker.district)
  return withAccounts(deps.db, async (tx) => {
    const people = await peopleOf(tx, deps, asker, wish)
    if ('is' in people) return people
    return slipsForNewcomers(deps, tx, {
      district: asker.district,
      madeBy: asker.person,
      purpose: 'join',
      lastsMs: inviteHours * HOUR_MS,
      origin,
      people,
    })
  })
}

export async function inviteFaceToFace(deps: AccountDeps, asker: Asker, wish: FaceToFaceRequest, origin: string): Promise<Slip | No> {
  return withAccounts(deps.db, async (tx) => {
    const people = await peopleOf(tx, deps, asker, { of: 'people', people: [wish.person] })
    if ('is' in people) return people
    const joined = (await joinedOf(tx, asker.district, people)).has(wish.person)
    if (joined !== wish.reset) return no(409, joined ? 'invite.already-in' : 'invite.not-in')
    const purpose: Purpose = wish.reset ? 'reset' : 'join'
    const [slip] = await makeSlips(deps, tx, {
      district: asker.district,
      madeBy: asker.person,
      purpose,
      lastsMs: FACE_TO_FACE_MS,
      origin,
      people,
    })
    return slip ?? notFound
  })
}
