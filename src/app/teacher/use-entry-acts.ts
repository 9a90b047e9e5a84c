// What a teacher does to a record from its page: take it back, or ask for a correction. A withdrawal offers the way back,
// which is handing the same in again: nothing is ever deleted.

import { ref, type Ref } from 'vue'
import type { Dossier } from '../../domain/dossier.ts'
import type { Entry } from '../../domain/entry.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Acted } from '../../storage/act.ts'
import { announce } from '../components/announcer.ts'
import { offerUndo } from '../components/undo-offer.ts'
import { useAct } from '../composables/act.ts'
import { appealable } from '../../domain/verbs/review.ts'
import { appealWords } from '../text/appeal.ts'
import { refusalWords } from '../text/refusals.ts'
import { teacher } from '../text/teacher.ts'
import { argsOf, formOfEntry } from './claim-form.ts'

export interface EntryActs {
  readonly problem: Ref<string>
  withdraw(dossier: Dossier, entry: Entry): Promise<boolean>
  /** `draft`: the one it was written in, gone with the save. */
  requestCorrection(dossier: Dossier, entry: Entry, reason: string, draft: string): Promise<boolean>
  /** Asks the district about the school's answer. */
  appeal(dossier: Dossier, entry: Entry, reason: string, draft: string): Promise<boolean>
}

export function useEntryActs(): EntryActs {
  const { act } = useAct()
  const problem = ref('')
  const subjectOf = (dossier: Dossier): { kind: 'teacher'; id: PersonId } => ({ kind: 'teacher', id: dossier.subject.id as PersonId })

  /** True when it is on this phone's disk; else the words are in `problem`. */
  function settle(acted: Acted): boolean {
    problem.value = ownOutcome(acted)
    if (problem.value !== '') announce(problem.value)
    return acted.is === 'saved'
  }
  return {
    problem,
    async withdraw(dossier, entry) {
      const subject = subjectOf(dossier)
      if (!settle(await act({ verb: 'withdraw-claim', subject, args: { row: entry.id } }))) return false
      offerUndo({
        words: teacher.entry.withdrawn,
        undo: async () => {
          settle(await act({ verb: 'claim-hours', subject, args: { ...argsOf(formOfEntry(entry), true), replaces: null } }))
        },
      })
      return true
    },
    async requestCorrection(dossier, entry, reason, draft) {
      if (!settle(await act({ verb: 'request-correction', subject: subjectOf(dossier), args: { row: entry.id, reason }, draft })))
        return false
      announce(teacher.entry.correctSent)
      return true
    },
    async appeal(dossier, entry, reason, draft) {
      const answer = appealable(entry)
      if (
        answer === null ||
        !settle(
          await act({ verb: 'appeal-correction', subject: subjectOf(dossier), args: { row: entry.id, answer: answer.op, reason }, draft }),
        )
      )
        return false
      announce(appealWords.sent)
      return true
    },
  }
}

/** What came of an own act, in words; empty where it was kept. */
export function ownOutcome(acted: Acted): string {
  switch (acted.is) {
    case 'saved':
      return ''
    case 'refused':
      return refusalWords(acted.code)
    case 'failed':
      return refusalWords(acted.reason)
    case 'not-ready':
      return refusalWords('not-ready')
    case 'stale':
      return teacher.form.stale
    case 'noop':
      return teacher.form.noop
  }
}
