// The account routes: each reads its body, asks one function, and answers. `identify` must run before them.
// Every route is mounted through `on`, which takes its policy from the table.

import { Hono, type Context, type Handler } from 'hono'
import {
  DemoRequest,
  DeviceRenewRequest,
  DeviceRevokeRequest,
  Empty,
  FaceToFaceRequest,
  FirstRunRequest,
  InviteRequest,
  JoinFinishRequest,
  JoinRequest,
  PasswordRequest,
  SignInRequest,
  type DemoAnswer,
  type DeviceList,
  type FaceToFaceAnswer,
  type SignedIn,
  type SignInAnswer,
} from '../../wire/session.ts'
import type { Asker } from '../door/asker.ts'
import { deviceLabel } from '../text/accounts.ts'
import type { AccountDeps, AskerEnv } from './account-deps.ts'
import { withAccounts } from './accounts-door.ts'
import { no, readBody, sayNo, type No } from './answers.ts'
import { changePassword } from './change-password.ts'
import { clearToken, writeToken } from './cookie.ts'
import { devicesOf, revokeDevice } from './devices.ts'
import type { Entered } from './enter.ts'
import { firstRunState, setUpDemo, setUpDistrict } from './first-run.ts'
import { invite, inviteFaceToFace, listForInviting } from './issue-slips.ts'
import { finishJoining, greet } from './join.ts'
import { ACCOUNT_POLICIES, guard, type AccountRoute } from './route-policies.ts'
import { renewDevice } from './renew-device.ts'
import { sessionInfo } from './session-info.ts'
import { endSession, LONGEST_MS } from './sessions.ts'
import { signIn } from './sign-in.ts'

type C = Context<AskerEnv>

export function accountRoutes(deps: AccountDeps): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  const on = (route: AccountRoute, handler: Handler<AskerEnv>): void => {
    const [method = '', path = ''] = route.split(' ')
    app.on(method, [path], guard(deps, ACCOUNT_POLICIES[route]), handler)
  }
  const label = (c: C): string => deviceLabel(c.req.header('user-agent') ?? '')
  const enterAs = async (c: C, entered: Entered): Promise<SignedIn> => {
    writeToken(c, deps.secure(c), entered.token, Math.floor(LONGEST_MS / 1000))
    return { session: await sessionInfo(deps, entered.asker) }
  }
  const letIn = async (c: C, entered: Entered | No): Promise<Response> =>
    entered.is === 'no' ? sayNo(c, entered) : c.json(await enterAs(c, entered))

  on('GET /api/first-run', async (c) => c.json(await firstRunState(deps)))
  on('POST /api/first-run', async (c) => {
    const read = await readBody(c, FirstRunRequest)
    return read.is === 'no' ? sayNo(c, read) : letIn(c, await setUpDistrict(deps, read.body, deps.addressOf(c), label(c)))
  })
  on('POST /api/first-run/demo', async (c) => {
    const read = await readBody(c, DemoRequest)
    if (read.is === 'no') return sayNo(c, read)
    const answer: DemoAnswer | No = await setUpDemo(deps, read.body.code, deps.addressOf(c), deps.originOf(c))
    return 'is' in answer ? sayNo(c, answer) : c.json(answer)
  })

  on('POST /api/sign-in', async (c) => {
    const read = await readBody(c, SignInRequest)
    if (read.is === 'no') return sayNo(c, read)
    const outcome = await signIn(deps, read.body, deps.addressOf(c), label(c))
    if (outcome.is === 'no') return sayNo(c, outcome)
    if (outcome.is === 'name-needed') return c.json(outcome satisfies SignInAnswer)
    return c.json({ is: 'signed-in', ...(await enterAs(c, outcome)) } satisfies SignInAnswer)
  })
  on('POST /api/sign-out', async (c) => {
    const read = await readBody(c, Empty)
    if (read.is === 'no') return sayNo(c, read)
    // Told late, of somebody who left this phone: whoever came in meanwhile stays in.
    if (c.var.elsewhose === true) return c.json({})
    if (c.var.sessionHash !== null) await endSession(deps.db, c.var.sessionHash)
    clearToken(c, deps.secure(c))
    return c.json({})
  })
  on('GET /api/session', async (c) => c.json(await sessionInfo(deps, signedIn(c))))
  on('POST /api/password', async (c) => {
    const read = await readBody(c, PasswordRequest)
    if (read.is === 'no') return sayNo(c, read)
    const refused = await changePassword(deps, signedIn(c), c.var.sessionHash, read.body)
    return refused === null ? c.json({}) : sayNo(c, refused)
  })

  on('POST /api/join', async (c) => {
    const read = await readBody(c, JoinRequest)
    if (read.is === 'no') return sayNo(c, read)
    const answer = await greet(deps, read.body.code, deps.addressOf(c))
    return 'is' in answer ? sayNo(c, answer) : c.json(answer)
  })
  on('POST /api/join/finish', async (c) => {
    const read = await readBody(c, JoinFinishRequest)
    return read.is === 'no' ? sayNo(c, read) : letIn(c, await finishJoining(deps, read.body, deps.addressOf(c), label(c)))
  })

  on('GET /api/devices', async (c) => c.json({ devices: await devicesOf(deps.db, signedIn(c)) } satisfies DeviceList))
  on('POST /api/devices/revoke', async (c) => {
    const read = await readBody(c, DeviceRevokeRequest)
    if (read.is === 'no') return sayNo(c, read)
    const asker = signedIn(c)
    const done = await withAccounts(deps.db, (tx) => revokeDevice(tx, asker, read.body.device))
    if (!done) return sayNo(c, no(404, 'not-found'))
    if (read.body.device === asker.device) clearToken(c, deps.secure(c))
    return c.json({})
  })

  on('POST /api/devices/renew', async (c) => {
    const read = await readBody(c, DeviceRenewRequest)
    return read.is === 'no' ? sayNo(c, read) : letIn(c, await renewDevice(deps, signedIn(c), read.body, label(c)))
  })

  on('GET /api/invites', async (c) => {
    const list = await listForInviting(deps, signedIn(c), c.req.query('school') ?? '')
    return 'is' in list ? sayNo(c, list) : c.json(list)
  })
  on('POST /api/invites', async (c) => {
    const read = await readBody(c, InviteRequest)
    if (read.is === 'no') return sayNo(c, read)
    const answer = await invite(deps, signedIn(c), read.body, deps.originOf(c))
    return 'is' in answer ? sayNo(c, answer) : c.json(answer)
  })
  on('POST /api/invites/face-to-face', async (c) => {
    const read = await readBody(c, FaceToFaceRequest)
    if (read.is === 'no') return sayNo(c, read)
    const slip = await inviteFaceToFace(deps, signedIn(c), read.body, deps.originOf(c))
    return 'is' in slip ? sayNo(c, slip) : c.json({ slip } satisfies FaceToFaceAnswer)
  })
  return app
}

/** The asker behind a guard that has made sure of one. */
function signedIn(c: C): Asker {
  if (c.var.asker === null) throw new Error('a guarded route without a session')
  return c.var.asker
}
