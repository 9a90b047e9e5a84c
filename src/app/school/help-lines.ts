// 需关注 and 待核实: what would help, in words, the most useful first.

import type { Help, Move } from '../../domain/evaluate/help.ts'
import { formatTenths, type Tenths } from '../../domain/hours.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { perTerm } from '../teacher/cycle-words.ts'
import { unitWords } from '../text/rules.ts'
import { helpWords as words } from '../text/school-summary.ts'

function moveWords(move: Move, pending: boolean): string {
  switch (move.what) {
    case 'decide':
      return words.decide[move.by](move.entries)
    case 'answer-returned':
      return words.answerReturned(move.entries)
    case 'more-hours':
      return words.moreHours(formatTenths(move.short), perTerm(move.perTerm), pending)
    case 'confirm':
      return words.confirm(words.missing[move.missing])
  }
}

/** Rules other than the headline's that certainly lack something. */
function lackWords(help: Help, policy: Policy): string[] {
  return help.lacks
    .filter((l) => l.sure && policy.rules.find((r) => r.id === l.rule && r.type === 'minimum' && r.headline === true) === undefined)
    .map((l) => words.lacks(policy.rules.find((r) => r.id === l.rule)?.title ?? l.rule, formatTenths(l.short as Tenths), unitWords[l.unit]))
}

export const helpLines = (help: Help, policy: Policy): string[] => [
  ...(help.paused ? [words.paused] : []),
  ...help.moves.map((move) => moveWords(move, help.short !== help.shortAfterPending)),
  ...lackWords(help, policy),
]
