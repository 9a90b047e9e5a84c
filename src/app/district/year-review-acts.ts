// What the district does to reviews handed in: drawing samples and accepting many at once, and deciding about one. Each school's is
// an act of its own; one that is no longer as it was seen is left out and told.

import { ref, type Ref } from 'vue'
import type { SchoolId } from '../../domain/ids.ts'
import type { VerbName } from '../../domain/verbs/register.ts'
import type { SchoolReviewLine } from '../../domain/year-review/district-report.ts'
import { sampleSize } from '../../domain/year-review/sample.ts'
import type { ActInput } from '../../storage/act.ts'
import { announce } from '../components/announcer.ts'
import { useAct } from '../composables/act.ts'
import { outcomeWords, skippedWords } from '../school/outcome-words.ts'

/** Handed in, and nobody drawn yet. */
export const toSample = (lines: readonly SchoolReviewLine[]): SchoolReviewLine[] =>
  lines.filter((s) => s.state === 'handed-in' && s.sample === null)

/** Drawn, everyone looked at, all agree, nothing wants a look: these can be accepted together. */
export const toAccept = (lines: readonly SchoolReviewLine[]): SchoolReviewLine[] =>
  lines.filter(
    (s) =>
      s.state === 'handed-in' &&
      s.exceptions.length === 0 &&
      s.sample !== null &&
      s.sample.done === s.sample.size &&
      s.sample.differing === 0,
  )

const onFile = (s: SchoolReviewLine, verb: VerbName, args: Record<string, unknown>): ActInput => ({
  verb,
  subject: { kind: 'school', id: s.school },
  args: { row: s.row, digest: s.handedIn?.digest, ...args },
})

export const sampling = (s: SchoolReviewLine, seed: string, share: string): ActInput =>
  onFile(s, 'sample-year-review', { seed, size: sampleSize(s.handedIn?.totals.onRoll ?? 0, share) })
export const acceptingReview = (s: SchoolReviewLine): ActInput => onFile(s, 'accept-year-review', { differing: 0, note: '' })

export interface ReviewActs {
  readonly trouble: Ref<string | null>
  many(inputs: readonly ActInput[], done: (n: number) => string): Promise<number>
  one(school: SchoolId, verb: VerbName, args: Record<string, unknown>, done: string): Promise<boolean>
}

export function useReviewActs(): ReviewActs {
  const { act, actGroup } = useAct()
  const trouble = ref<string | null>(null)
  return {
    trouble,
    async many(inputs, done) {
      const acted = await actGroup(inputs)
      trouble.value = acted.is === 'saved' ? skippedWords(acted.skipped) : outcomeWords(acted)
      if (acted.is === 'saved' && acted.ops.length > 0) announce(done(acted.ops.length))
      return acted.is === 'saved' ? acted.ops.length : 0
    },
    async one(school, verb, args, done) {
      const acted = await act({ verb, subject: { kind: 'school', id: school }, args })
      trouble.value = outcomeWords(acted)
      if (acted.is === 'saved') announce(done)
      return acted.is === 'saved'
    },
  }
}
