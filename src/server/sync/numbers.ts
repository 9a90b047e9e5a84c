// What the numbers of a device tell: an op under a number that the same device has used for another op comes from a copy of its
// database (a cloned profile); numbers left out before an op are a gap. Clones are refused with a way out, gaps only noted.
// Pure; what was used before is an argument.

import type { SigningDevice } from '../store/signing-devices.ts'
import type { ReceivedOp } from './receive.ts'

export interface Gap {
  readonly device: string
  /** The op after it, and the numbers left out, first and last. */
  readonly op: string
  readonly from: number
  readonly to: number
}

/** The ops that must not be taken: those of a device whose numbers clash, but for what the server has already. */
export function clonedOps(received: readonly ReceivedOp[], devices: ReadonlyMap<string, SigningDevice>): ReceivedOp[] {
  const clashing = new Set<string>()
  const here = new Map<string, string>()
  const before = (op: ReceivedOp): string | undefined => devices.get(deviceOf(op))?.used.get(numberOf(op))
  for (const one of received) {
    const place = `${deviceOf(one)} ${String(numberOf(one))}`
    const other = before(one) ?? here.get(place)
    if (other !== undefined && other !== idOf(one)) clashing.add(deviceOf(one))
    here.set(place, idOf(one))
  }
  return received.filter((one) => clashing.has(deviceOf(one)) && before(one) !== idOf(one))
}

export function gapsIn(received: readonly ReceivedOp[], devices: ReadonlyMap<string, SigningDevice>): Gap[] {
  const gaps: Gap[] = []
  const reached = new Map<string, number>()
  for (const one of [...received].sort((a, b) => numberOf(a) - numberOf(b))) {
    const device = deviceOf(one)
    const last = reached.get(device) ?? devices.get(device)?.most ?? 0
    // A device that has sent nothing yet may have taken over ops numbered before it.
    if (last > 0 && numberOf(one) > last + 1) gaps.push({ device, op: idOf(one), from: last + 1, to: numberOf(one) - 1 })
    reached.set(device, Math.max(last, numberOf(one)))
  }
  return gaps
}

const deviceOf = (one: ReceivedOp): string => one.signed.transport.device
const numberOf = (one: ReceivedOp): number => one.signed.transport.n
const idOf = (one: ReceivedOp): string => one.signed.content.op

/** The numbers of what came, read before anything is checked. */
export const numbersIn = (rawOps: readonly unknown[]): number[] =>
  rawOps.flatMap((raw) => {
    const transport = typeof raw === 'object' && raw !== null && 'transport' in raw ? raw.transport : null
    const n = typeof transport === 'object' && transport !== null && 'n' in transport ? transport.n : null
    return typeof n === 'number' && Number.isSafeInteger(n) ? [n] : []
  })
