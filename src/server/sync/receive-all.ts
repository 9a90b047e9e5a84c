// The ops of a request before any document is touched: each read and proven (receive.ts), those of a copied phone told by their
// numbers (numbers.ts), and what is odd noted for the district. Nothing of it is stored under an op's id.

import type { ReceiveCode } from '../../wire/result.ts'
import type { Asker } from '../door/asker.ts'
import { withAsker } from '../door/door.ts'
import { securityEvent } from '../store/ops.ts'
import { notedBefore, signingDevicesWith, unusedNumbers } from '../store/signing-devices.ts'
import type { SyncDeps } from './deps.ts'
import { clonedOps, gapsIn, numbersIn } from './numbers.ts'
import { receive, refusal, type OpAnswer, type ReceivedOp } from './receive.ts'

interface Noted {
  readonly kind: string
  readonly device: string | null
  readonly op: string
}

export async function receiveAll(
  deps: SyncDeps,
  asker: Asker,
  rawOps: readonly unknown[],
): Promise<{ readonly refused: OpAnswer[]; readonly received: ReceivedOp[] }> {
  // Like the session itself this is read before anybody's scope is known: the asker's own keys and numbers, nothing else.
  const devices = await signingDevicesWith(deps.db, asker.district, asker.person, numbersIn(rawOps))
  const keys = new Map([...devices].map(([id, { key }]) => [id, key]))
  const refused: OpAnswer[] = []
  const good: ReceivedOp[] = []
  const noted: Noted[] = []
  const refuse = (op: string, code: ReceiveCode): void => {
    refused.push({ op, result: refusal(code) })
  }
  for (const received of await Promise.all(rawOps.map((raw) => receive(raw, asker.person, keys)))) {
    if (received.is === 'refused') {
      refuse(received.op, received.code)
      if (received.code !== 'op.malformed') noted.push({ kind: received.code, device: received.device, op: received.op })
    } else if (received.is === 'received') {
      good.push(received.op)
    }
  }
  const cloned = new Set(clonedOps(good, devices))
  for (const { signed } of cloned) {
    const { op } = signed.content
    refuse(op, 'op.cloned-device')
    if (!(await notedBefore(deps.db, asker.district, 'op.cloned-device', op)))
      noted.push({ kind: 'op.cloned-device', device: signed.transport.device, op })
  }
  const received = good.filter((op) => !cloned.has(op))
  for (const { device, op, from, to } of gapsIn(received, devices)) {
    const missing = (await unusedNumbers(deps.db, asker.district, asker.person, from, to)) > 0
    if (missing && !(await notedBefore(deps.db, asker.district, 'device.gap', op))) noted.push({ kind: 'device.gap', device, op })
  }
  if (noted.length > 0) {
    await withAsker(deps.db, deps.clock, asker, async ({ tx }) => {
      for (const { kind, device, op } of noted) await securityEvent(tx, kind, device, op)
    })
  }
  return { refused, received }
}
