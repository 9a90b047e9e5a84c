// From what travelled to what a verb takes: plain JSON, lifted from the version it was written for, read by the schema.
// Ops wait for months in a phone's outbox; an older version is never refused for being old, only for not being liftable.

import { plainArguments } from './plain-arguments.ts'
import type { CommonCode, Verb } from './verb.ts'

export type ReadArguments<Args> =
  { readonly is: 'read'; readonly args: Args } | { readonly is: 'refused'; readonly code: CommonCode; readonly field: string | null }

const bad = (field: string | null): ReadArguments<never> => ({ is: 'refused', code: 'verb.bad-arguments', field })

export function readArguments<Args>(
  verb: Pick<Verb<Args>, 'version' | 'lift' | 'args'>,
  version: number,
  raw: unknown,
): ReadArguments<Args> {
  if (!Number.isInteger(version) || version < 1 || version > verb.version) return { is: 'refused', code: 'verb.unknown', field: null }
  let args = plainArguments(raw)
  for (let v = version; v < verb.version; v++) {
    if (args === null) break
    const step = verb.lift?.[v]
    if (step === undefined) return { is: 'refused', code: 'verb.unknown', field: null }
    args = plainArguments(step(args))
  }
  if (args === null) return bad(null)
  const read = verb.args.safeParse(args)
  if (read.success) return { is: 'read', args: read.data }
  const at = read.error.issues[0]?.path[0]
  return bad(at === undefined ? null : String(at))
}
