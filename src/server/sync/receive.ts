// What happens to an op before anything is locked: is it readable, the signed-in person's own, made and signed by one of
// their devices. A refusal given here is never stored under the op's id, because who sent it is not proven:
// otherwise a stranger could spoil somebody else's op by sending its id first.

import { isUuid } from '../../domain/ids.ts'
import { canonical } from '../../wire/canonical.ts'
import { SignedOp, signingText } from '../../wire/op.ts'
import type { OpResult, ReceiveCode } from '../../wire/result.ts'
import { sha256 } from '../digest.ts'
import { signatureHolds } from '../signature.ts'

export interface ReceivedOp {
  readonly signed: SignedOp
  readonly contentText: string
  readonly contentHash: string
}

export type Received =
  | { readonly is: 'received'; readonly op: ReceivedOp }
  | { readonly is: 'refused'; readonly op: string; readonly code: ReceiveCode; readonly device: string | null }
  /** Not even an id to answer to. */
  | { readonly is: 'nameless' }

/** What an op's author is told. */
export interface OpAnswer {
  readonly op: string
  readonly result: OpResult
}

export const refusal = (code: string, field: string | null = null): OpResult => ({ is: 'refused', code, field })

/** The id of something that should have been an op, so that its sender gets an answer. */
function idOf(raw: unknown): string | null {
  const content = typeof raw === 'object' && raw !== null && 'content' in raw ? raw.content : null
  const op = typeof content === 'object' && content !== null && 'op' in content ? content.op : null
  return typeof op === 'string' && isUuid(op) ? op : null
}

/** Reads one op; `devices` are the person's own that may sign (id → public key, base64url of 65 raw bytes). */
export async function receive(raw: unknown, person: string, devices: ReadonlyMap<string, string>): Promise<Received> {
  const parsed = SignedOp.safeParse(raw)
  if (!parsed.success) {
    const op = idOf(raw)
    return op === null ? { is: 'nameless' } : { is: 'refused', op, code: 'op.malformed', device: null }
  }
  const signed = parsed.data
  const { content, transport } = signed
  const no = (code: ReceiveCode): Received => ({ is: 'refused', op: content.op, code, device: transport.device })
  if (content.actor !== person) return no('op.other-actor')
  const key = devices.get(transport.device)
  if (key === undefined) return no('op.unknown-device')
  const contentText = canonicalOrNull(content)
  if (contentText === null) return no('op.malformed')
  if (!(await signatureHolds(key, signingText(signed), signed.sig))) return no('op.bad-signature')
  return { is: 'received', op: { signed, contentText, contentHash: sha256(contentText) } }
}

/** Arguments come from outside and may hold what has no canonical form (fractions, lone surrogates). */
function canonicalOrNull(value: unknown): string | null {
  try {
    return canonical(value)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
