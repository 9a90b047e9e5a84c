// Accounts: what travels when someone joins, signs in, invites, or looks at their devices. One schema per route and direction.
// Requests are strict (unknown keys are refused), answers are open so that an older phone reads a newer server.
// The session itself never travels in a body: it is an HttpOnly cookie. Roles, school and district come from the server only.

import { z } from 'zod/mini'
import { seenText } from '../domain/seen-text.ts'
import { canonical } from './canonical.ts'
import { SubjectWire } from './op.ts'

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
const anyId = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w.:-]+$/))
const personName = z.string().check(z.overwrite(seenText), z.trim(), z.minLength(1), z.maxLength(60))
/** As typed: spaces, hyphens and small letters are put right by the server (`codeAsMeant` says how). */
const code = z.string().check(z.minLength(1), z.maxLength(40))
/** Only a guard against absurd sizes: the server says `password.too-short` (< 8) and `password.too-common` in words. */
const password = z.string().check(z.minLength(1), z.maxLength(200))

/** Every account route but GET answers 401/404/409/429 with wire/sync.ts `Problem`; these are its codes. */
export const ACCOUNT_CODES = [
  /** 401 of any route: no session, or it ended. Never wipes what is on the phone. */
  'session.none',
  /** 401: the session is another person's than the header `X-Yantu-Person` names. */
  'session.other',
  /** 401: unknown person and wrong password alike. */
  'account.wrong',
  /** 429 with retryAfterMs: after several failures; the next try is taken again after that time. Never a lock. */
  'account.wait',
  /** 404: the code is wrong, used, or too old; which one is not said. */
  'code.invalid',
  /** 422, field 'password'. */
  'password.too-short',
  'password.too-common',
  /** 422, field 'current' of `POST /api/password`: the current password was not right. */
  'password.wrong',
  /** 409: this device id is known with another key: make a new device id and key, then try again. */
  'device.other-key',
  /** 422, field 'device': not a point on P-256. */
  'device.bad-key',
  /** 409: this device was signed off by its owner: make a new device id and key, then try again. */
  'device.revoked',
  /** 404: not there, or not yours to see. */
  'not-found',
  /** 409: first run is over, someone has set this server up. */
  'first-run.over',
  /** 422, field 'phone' or 'district'. */
  'first-run.bad-phone',
  'first-run.unknown-district',
  /** 400: the body is not what the route takes; `field` says where. */
  'request.malformed',
] as const

/** A device is one database of one person in one browser. Key: base64url (no padding) of the raw 65 bytes of a P-256 public key. */
export const DeviceKey = z.strictObject({
  id: uuid,
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/)),
})
export type DeviceKey = z.infer<typeof DeviceKey>

/** A role and the place's name, for the role switch. */
export const RoleHeld = z.object({ role: z.string(), at: SubjectWire, atName: z.string() })
export type RoleHeld = z.infer<typeof RoleHeld>

/** GET /api/session, and what every successful way in answers. */
export const SessionInfo = z.object({
  person: z.string(),
  name: z.string(),
  /** False for someone who only manages (no dossier): no 教师 pages. */
  hasDossier: z.boolean(),
  roles: z.array(RoleHeld),
  district: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  /** The school of 人事关系 today; null for those without one. */
  home: z.nullable(z.object({ id: z.string(), name: z.string() })),
  device: z.string(),
  /** Words of the place needed before the reference data is there (园长/校长, the training body's name …). */
  words: z.record(z.string(), z.string()),
})
export type SessionInfo = z.infer<typeof SessionInfo>

/** POST /api/sign-in. `name` only when the answer was `name-needed`. */
export const SignInRequest = z.strictObject({
  /** Phone number or 教师编号. */
  who: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  password,
  name: z.optional(personName),
  device: DeviceKey,
})
export type SignInRequest = z.infer<typeof SignInRequest>

/** `name-needed`: several people share this number, ask for the name and send again (no names are told). */
export const SignInAnswer = z.discriminatedUnion('is', [
  z.object({ is: z.literal('signed-in'), session: SessionInfo }),
  z.object({ is: z.literal('name-needed') }),
])
export type SignInAnswer = z.infer<typeof SignInAnswer>

/** POST /api/sign-out takes and answers {}. POST /api/password: other sessions of the person end. */
export const Empty = z.strictObject({})
export const PasswordRequest = z.strictObject({ current: password, next: password })
export type PasswordRequest = z.infer<typeof PasswordRequest>

/** POST /api/join: whom the code greets. POST /api/join/finish: sets the password, enrols the device, signs in. */
export const JoinRequest = z.strictObject({ code })
export const JoinAnswer = z.object({
  name: z.string(),
  school: z.nullable(z.string()),
  /** True when the person is in already and this code gives a new password (重设密码). */
  reset: z.boolean(),
  /** True for the sign-in links of a demo district: finish at once, without a password; the link works again and again. */
  demo: z.boolean(),
})
export type JoinAnswer = z.infer<typeof JoinAnswer>
/** `password` may only be missing for a demo link. */
export const JoinFinishRequest = z.strictObject({ code, password: z.optional(password), device: DeviceKey })
export type JoinFinishRequest = z.infer<typeof JoinFinishRequest>
export const SignedIn = z.object({ session: SessionInfo })
export type SignedIn = z.infer<typeof SignedIn>

/** GET /api/invites?school=ID: who of a school is in already, for the 领用条 screen. No times, no last use. */
export const InviteList = z.object({ people: z.array(z.object({ person: z.string(), name: z.string(), joined: z.boolean() })) })
export type InviteList = z.infer<typeof InviteList>

/** POST /api/invites: a whole school, or chosen people. Those already in are left out of the answer and counted in `joined`. */
export const InviteRequest = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('school'), school: anyId }),
  z.strictObject({ of: z.literal('people'), people: z.array(anyId).check(z.minLength(1), z.maxLength(400)) }),
])
export type InviteRequest = z.infer<typeof InviteRequest>
export const Slip = z.object({
  person: z.string(),
  name: z.string(),
  school: z.nullable(z.string()),
  /** For typing: 'ABCDE-FGHJK'. Shown this once; a new one makes the old one invalid. */
  code: z.string(),
  /** For the QR: the code is in the fragment, so it reaches no log. */
  url: z.string(),
  /** Epoch ms. */
  expiresAt: z.int(),
})
export type Slip = z.infer<typeof Slip>
export const InviteAnswer = z.object({ slips: z.array(Slip), joined: z.int() })
export type InviteAnswer = z.infer<typeof InviteAnswer>

/** POST /api/invites/face-to-face: ten minutes, for a QR on the officer's screen. `reset` for someone already in (重设密码). */
export const FaceToFaceRequest = z.strictObject({ person: anyId, reset: z.boolean() })
export type FaceToFaceRequest = z.infer<typeof FaceToFaceRequest>
/** 409 `invite.already-in` when `reset` is false and the person is in; `invite.not-in` the other way round. */
export const FaceToFaceAnswer = z.object({ slip: Slip })
export type FaceToFaceAnswer = z.infer<typeof FaceToFaceAnswer>
export const INVITE_CODES = ['invite.already-in', 'invite.not-in'] as const

/** GET /api/devices: one's own only. */
export const DeviceList = z.object({
  devices: z.array(
    z.object({ id: z.string(), /** First day, 'YYYY-MM-DD'. */ since: z.string(), label: z.string(), thisOne: z.boolean() }),
  ),
})
export type DeviceList = z.infer<typeof DeviceList>
/** POST /api/devices/revoke answers {}. Revoking the device in hand signs out. */
export const DeviceRevokeRequest = z.strictObject({ device: uuid })
export type DeviceRevokeRequest = z.infer<typeof DeviceRevokeRequest>

/**
 * POST /api/devices/renew answers `SignedIn`: this database was copied from another phone's (`op.cloned-device`) and gets an id and
 * a key of its own. Proven by the key it has so far: `sig` is ES256 over `renewalText`.
 */
export const DeviceRenewRequest = z.strictObject({ from: uuid, device: DeviceKey, sig: z.string().check(z.maxLength(200)) })
export type DeviceRenewRequest = z.infer<typeof DeviceRenewRequest>
export const renewalText = (from: string, device: DeviceKey): string =>
  canonical({ renew: { from, id: device.id, publicKey: device.publicKey } })

/** GET /api/first-run: public. `districts` is empty when `empty` is false. */
export const FirstRunState = z.object({
  empty: z.boolean(),
  districts: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Whether 先看示例 is offered; `POST /api/first-run/demo` is 404 otherwise. */
  demo: z.boolean(),
})
export type FirstRunState = z.infer<typeof FirstRunState>
/** POST /api/first-run (建立本区) answers `SignedIn`. */
export const FirstRunRequest = z.strictObject({
  code,
  district: z.string().check(z.minLength(1), z.maxLength(20)),
  name: personName,
  staffNumber: z.optional(z.string().check(z.trim(), z.maxLength(30))),
  phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  password,
  device: DeviceKey,
})
export type FirstRunRequest = z.infer<typeof FirstRunRequest>
/** POST /api/first-run/demo (先看示例) {code}: a sign-in link per role (they work again and again). */
export const DemoRequest = z.strictObject({ code })
export const DemoAnswer = z.object({
  people: z.array(z.object({ role: z.string(), name: z.string(), school: z.nullable(z.string()), url: z.string() })),
})
export type DemoAnswer = z.infer<typeof DemoAnswer>

/** How a typed code is read: capitals, without spaces and hyphens, also where they were typed full-width. */
export const codeAsMeant = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
