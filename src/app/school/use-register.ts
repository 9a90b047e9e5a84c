// Saving an activity and the hours of everybody present in one transaction, and taking it back at once: the activity is cancelled
// and every hour of it reversed, with the reason on record.

import { ref, type Ref } from 'vue'
import type { OpId, PersonId, RowId } from '../../domain/ids.ts'
import type { ActInput } from '../../storage/act.ts'
import { announce } from '../components/announcer.ts'
import { offerUndo } from '../components/undo-offer.ts'
import { useAct } from '../composables/act.ts'
import { activityForm as words } from '../text/school-register.ts'
import { grants, registering, type ActivityForm, type Roster } from './activity-form.ts'
import { cancelling } from './cancelling.ts'
import { outcomeWords, skippedWords } from './outcome-words.ts'
import type { SchoolInHand } from './school-in-hand.ts'

export interface Register {
  readonly busy: Ref<boolean>
  readonly trouble: Ref<string | null>
  /** The activity's row once it is on this phone's disk, and its draft gone with that; null when it is not. */
  save(form: ActivityForm, roster: Roster, draft: string): Promise<RowId | null>
}

export function useRegister(school: SchoolInHand): Register {
  const { actMany, actGroup } = useAct()
  const busy = ref(false)
  const trouble = ref<string | null>(null)

  async function keep(form: ActivityForm, roster: Roster, draft: string): Promise<RowId | null> {
    const at = school.id.value
    if (at === null) return null
    const head = registering(form, at, roster)
    let followers: readonly ActInput[] = []
    const acted = await actMany({ ...head, draft }, (row) => (followers = grants(form, row, roster)))
    if (acted.is !== 'saved') {
      trouble.value = outcomeWords(acted)
      return null
    }
    trouble.value = skippedWords(acted.skipped)
    const row = acted.op as string as RowId
    const left = new Set(acted.skipped.map((one) => one.input))
    const granted = followers
      .filter((one) => !left.has(one))
      .map((one, i) => ({ person: one.subject.id as PersonId, row: acted.ops[i] as OpId as string as RowId }))
    const own = granted.some((one) => one.person === school.me.value)
    const said =
      form.way === 'claims'
        ? words.savedClaims(roster.present.length)
        : words.saved(granted.length - (own ? 1 : 0), roster.absent.length) + (own ? words.savedOwn : '')
    offerUndo({ words: said, undo: () => takeBack(head.subject, row, granted) })
    return row
  }
  async function takeBack(subject: ActInput['subject'], row: RowId, granted: readonly { person: PersonId; row: RowId }[]): Promise<void> {
    const reason = words.undoReason
    const own = granted.find((one) => one.person === school.me.value)
    const reversals = granted
      .filter((one) => one !== own)
      .map((one): ActInput => ({ verb: 'reverse-entry', subject: { kind: 'teacher', id: one.person }, args: { row: one.row, reason } }))
    // One's own line became a claim: it is withdrawn, nobody reverses their own hours.
    const withdrawal: ActInput[] =
      own === undefined ? [] : [{ verb: 'withdraw-claim', subject: { kind: 'teacher', id: own.person }, args: { row: own.row } }]
    const acted = await actGroup(cancelling(subject, row, reason, [...reversals, ...withdrawal]))
    announce(acted.is === 'saved' ? words.undone : (outcomeWords(acted) ?? ''))
  }

  return {
    busy,
    trouble,
    async save(form, roster, draft) {
      if (busy.value) return null
      busy.value = true
      try {
        return await keep(form, roster, draft)
      } finally {
        busy.value = false
      }
    },
  }
}
