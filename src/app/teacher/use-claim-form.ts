// The working of the claim form: the draft, what is worth a look, what would come of it, and saving with a way back.
// Nothing is judged twice: missing fields are the form's, everything else the verb's, and its words stand at the field.

import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Day } from '../../domain/day.ts'
import { flagsFor, type Flag } from '../../domain/evaluate/flags.ts'
import { preview, type Preview } from '../../domain/evaluate/preview.ts'
import { isReturned } from '../../domain/entry.ts'
import type { OpId, PersonId, RowId } from '../../domain/ids.ts'
import type { Reference } from '../../domain/reference.ts'
import type { DossierView } from '../../storage/dossier-view.ts'
import { announce } from '../components/announcer.ts'
import { offerUndo } from '../components/undo-offer.ts'
import { useAct } from '../composables/act.ts'
import { useDraft, type Draft } from '../composables/draft.ts'
import { refusalWords } from '../text/refusals.ts'
import { teacher } from '../text/teacher.ts'
import { argsOf, formOfEntry, trainingOf, type ClaimForm } from './claim-form.ts'
import type { ClaimSource } from './claim-source.ts'
import { useComplaints, type Complaints } from './use-complaints.ts'

export interface UseClaimForm {
  readonly draft: Draft<ClaimForm>
  readonly flags: ComputedRef<readonly Flag[]>
  readonly expected: ComputedRef<Preview | null>
  readonly late: ComputedRef<boolean>
  readonly wrong: Complaints['wrong']
  readonly problem: Ref<string>
  readonly busy: Ref<boolean>
  /** True when it is on this phone's disk. */
  save(): Promise<boolean>
}

const words = teacher.form

export function useClaimForm(source: ClaimSource, given: () => { view: DossierView; reference: Reference; today: Day }): UseClaimForm {
  const { act } = useAct()
  const draft = useDraft<ClaimForm>(source.draft, () => source.start)
  const training = computed(() => trainingOf(draft.value.value))
  const flags = computed<readonly Flag[]>(() => {
    const { view, reference, today } = given()
    return training.value === null
      ? []
      : flagsFor({ dossier: view.dossier, training: training.value, policy: reference.policy, today, exceptRow: source.row })
  })
  const expected = computed(() =>
    training.value === null ? null : preview(given().reference.policy, given().view.dossier, training.value, source.row),
  )
  const late = computed(() => flags.value.some((flag) => flag.code === 'late') || draft.value.value.lateReason !== '')
  const { wrong, complete, refuse } = useComplaints(draft.value)
  // What an earlier one was refused for, said at its field till that is answered otherwise.
  if (source.why !== null) refuse(source.field, source.why, source.start)
  const problem = ref('')
  const busy = ref(false)

  function complain(field: string | null, why: string): void {
    problem.value = refuse(field, why) ? '' : why
    announce(why)
  }

  async function keep(): Promise<boolean> {
    const subject = given().view.dossier.subject as { kind: 'teacher'; id: PersonId }
    const args = argsOf(draft.value.value, late.value)
    const before = given().view.entries.find((one) => one.entry.id === source.row)?.entry ?? null
    const replaces = source.replaces === null ? {} : { replaces: source.replaces }
    const acted = await draft.saving(
      (key) =>
        act(
          source.row === null
            ? { verb: 'claim-hours', subject, args: { ...args, replaces: source.replaces }, ...replaces, draft: key }
            : { verb: 'amend-claim', subject, args: { ...args, row: source.row }, ...replaces, draft: key },
        ),
      ({ is }) => is === 'saved',
    )
    switch (acted.is) {
      case 'refused':
        complain(acted.field, refusalWords(acted.code))
        return false
      case 'failed':
        complain(null, refusalWords(acted.reason))
        return false
      case 'not-ready':
        complain(null, refusalWords('not-ready'))
        return false
      case 'stale':
        complain(null, words.stale)
        return false
      case 'noop':
        complain(null, words.noop)
        return false
      case 'saved':
        break
    }
    await draft.clear()
    if (source.row === null) offerUndo({ words: words.saved, undo: () => withdraw(subject.id, acted.op) })
    // Nothing makes a claim returned again: putting the old words back would hand in unchanged what was returned.
    else if (before !== null && isReturned(before.state)) announce(words.savedAmend)
    else
      offerUndo({
        words: words.savedAmend,
        undo: async () => {
          if (before !== null) await putBack(subject.id, before.id, formOfEntry(before))
        },
      })
    return true
  }
  async function withdraw(person: PersonId, op: OpId): Promise<void> {
    await act({ verb: 'withdraw-claim', subject: { kind: 'teacher', id: person }, args: { row: op } })
    announce(words.undone)
  }
  async function putBack(person: PersonId, row: RowId, form: ClaimForm): Promise<void> {
    await act({ verb: 'amend-claim', subject: { kind: 'teacher', id: person }, args: { ...argsOf(form, true), row } })
    announce(words.undoneAmend)
  }

  return {
    draft,
    flags,
    expected,
    late,
    wrong,
    problem,
    busy,
    async save() {
      if (busy.value || !complete()) return false
      busy.value = true
      try {
        return await keep()
      } finally {
        busy.value = false
      }
    },
  }
}
