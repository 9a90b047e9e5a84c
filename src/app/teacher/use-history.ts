// What a teacher does about history from its page: confirm, object, ask the district once more. Saved on this phone first, like all.

import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Dossier } from '../../domain/dossier.ts'
import { historyFields, historyOf, type HistoryState } from '../../domain/history/history.ts'
import type { PersonId, RowId } from '../../domain/ids.ts'
import type { Acted } from '../../storage/act.ts'
import { shortHash } from '../../wire/canonical.ts'
import { announce } from '../components/announcer.ts'
import { useAct } from '../composables/act.ts'
import { historyPages as words } from '../text/history-pages.ts'
import { refusalWords } from '../text/refusals.ts'
import { teacher } from '../text/teacher.ts'

export interface HistoryActs {
  readonly history: ComputedRef<HistoryState | null>
  readonly problem: Ref<string>
  confirm(originalSeen: boolean): Promise<boolean>
  /** `draft`: the one it was written in, gone with the save. */
  object(opening: RowId | null, again: RowId | null, reason: string, draft: string): Promise<boolean>
}

export function useHistory(dossier: () => Dossier | null): HistoryActs {
  const { act } = useAct()
  const problem = ref('')
  const history = computed(() => {
    const d = dossier()
    return d === null ? null : historyOf(d)
  })
  function settle(acted: Acted, said: string): boolean {
    problem.value =
      acted.is === 'saved' || acted.is === 'noop'
        ? ''
        : acted.is === 'refused'
          ? refusalWords(acted.code)
          : acted.is === 'failed'
            ? refusalWords(acted.reason)
            : acted.is === 'not-ready'
              ? refusalWords('not-ready')
              : teacher.form.stale
    announce(problem.value === '' ? said : problem.value)
    return problem.value === ''
  }
  const subject = (): { kind: 'teacher'; id: PersonId } => ({ kind: 'teacher', id: dossier()?.subject.id as PersonId })
  return {
    history,
    problem,
    confirm: async (originalSeen) =>
      settle(
        await act({
          verb: 'confirm-history',
          subject: subject(),
          args: { seen: shortHash(historyFields(history.value?.openings ?? [])), originalSeen },
        }),
        words.rightDone,
      ),
    object: async (opening, again, reason, draft) =>
      settle(await act({ verb: 'object-history', subject: subject(), args: { opening, again, reason }, draft }), words.objectSent),
  }
}
