// One's own decisions, those of one training and minute together: a wrong tap for sixty is taken back with one. What was decided one
// by one within that minute stands there as well, and each can still be taken back by itself. Pure; the order stays.

import type { OwnDecision } from '../../domain/review.ts'
import type { ActInput } from '../../storage/act.ts'
import type { OpId } from '../../domain/ids.ts'
import { takingBack } from './review-acts.ts'

export interface DecidedTogether {
  readonly key: string
  readonly title: string
  readonly decisions: readonly OwnDecision[]
}

const together = (d: OwnDecision): string => [d.what, d.on, d.at, d.submission.entry.training.title].join(' ')

export function decidedTogether(decisions: readonly OwnDecision[]): DecidedTogether[] {
  const groups = new Map<string, OwnDecision[]>()
  for (const one of decisions) {
    const group = groups.get(together(one))
    if (group === undefined) groups.set(together(one), [one])
    else group.push(one)
  }
  return [...groups].map(([key, list]) => ({ key, title: list[0]?.submission.entry.training.title ?? '', decisions: list }))
}

export const takingBackAll = (decisions: readonly OwnDecision[]): ActInput[] =>
  takingBack(
    decisions.flatMap(({ submission }) => {
      const op = submission.entry.decision?.op
      return op === undefined ? [] : [{ subject: { kind: 'teacher', id: submission.person }, row: submission.entry.id, op: op as OpId }]
    }),
  )
