// What an op is about: the title it carries, where it has one, and whom, where that is somebody else. An officer who has decided
// forty claims without a network can see which.

import type { PendingOp } from '../../storage/outbox-view.ts'

export function aboutOp(args: Readonly<Record<string, unknown>>): string | null {
  const title = args['title'] ?? args['name']
  return typeof title === 'string' ? title : null
}

/** `names`: subject keys of those this phone knows. */
export function aboutWhom(op: Pick<PendingOp, 'key' | 'args'>, me: string | null, names: ReadonlyMap<string, string>): string | null {
  const name = me !== null && op.key === `teacher:${me}` ? undefined : names.get(op.key)
  const parts = [aboutOp(op.args), name].filter((part): part is string => part !== undefined && part !== null && part !== '')
  return parts.length === 0 ? null : [...new Set(parts)].join(' · ')
}
