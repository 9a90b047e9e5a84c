// useRecognition(): what waits for the district, grouped across schools: claims the schools passed on, and those of people for whom no
// school has another officer. From what this device holds, so it works without a network. Never one's own: another officer decides.

import { computed, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { addDays } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { isPending } from '../../domain/entry.ts'
import type { Flag } from '../../domain/evaluate/flags.ts'
import type { PersonId, SchoolId } from '../../domain/ids.ts'
import { deskFor, holds } from '../../domain/permissions.ts'
import type { Reference } from '../../domain/reference.ts'
import {
  groupClaims,
  ownDecisions,
  stepAt,
  submissionsOf,
  type OwnDecision,
  type ReviewGroup,
  type Submission,
} from '../../domain/review.ts'
import { settledBy } from '../../domain/verbs/review.ts'
import { takeTurns } from '../../storage/turns.ts'
import { useDossiers } from '../composables/documents.ts'
import { useStandings } from '../composables/people.ts'
import { useReference } from '../composables/reference.ts'
import { useToday } from '../composables/today.ts'
import { historyAsked, type AskedOfHistory } from '../school/history-asked.ts'
import { useMinute } from '../school/minute.ts'
import { keptFlags } from '../school/kept-flags.ts'
import { proposalsIn, type Proposed } from '../school/review-acts.ts'
import { reportFailure } from '../shell/failure.ts'
import { useSession } from '../stores/session.ts'

/** So many are looked at within a moment. */
const FEW = 200

export interface Recognition {
  readonly reference: Readonly<ShallowRef<Reference | null | undefined>>
  readonly loading: ComputedRef<boolean>
  readonly groups: ComputedRef<readonly ReviewGroup[]>
  readonly count: ComputedRef<number>
  /** How many of many claims have been looked at for flags; null once all were. */
  readonly checking: Readonly<Ref<{ readonly done: number; readonly of: number } | null>>
  /** How many of one's own wait for somebody else. */
  readonly own: ComputedRef<number>
  readonly requests: ComputedRef<readonly Submission[]>
  /** 历史学时 objected to a second time, for the district to answer. */
  readonly objections: ComputedRef<readonly AskedOfHistory[]>
  readonly proposals: ComputedRef<readonly Proposed[]>
  readonly recent: ComputedRef<readonly OwnDecision[]>
  /** True for a district officer; others look on. */
  readonly mayDecide: ComputedRef<boolean>
  flags(s: Submission): readonly Flag[]
  schoolName(id: SchoolId | null): string
}

export function useRecognition(): Recognition {
  const session = useSession()
  const today = useToday()
  const minute = useMinute()
  const reference = useReference()
  const held = useStandings({ of: 'all' })
  const dossiers = useDossiers(() => (held.value ?? []).map((one) => one.person))

  const all = computed(() =>
    [...(dossiers.value?.values() ?? [])].flatMap((d) =>
      submissionsOf(d, today.value, { activities: [], since: addDays(today.value, -1) }),
    ),
  )
  const ours = computed(() => {
    const rules = reference.value
    return rules == null ? [] : all.value.filter((s) => isPending(s.entry.state) && isDistricts(s, dossiers.value?.get(s.person), rules))
  })
  const isDistricts = (s: Submission, dossier: Dossier | undefined, rules: Reference): boolean =>
    stepAt(s.entry, rules.policy) === 'district' || (dossier !== undefined && deskFor(dossier, rules, today.value).at.kind === 'district')
  const claims = computed(() => ours.value.filter((s) => s.person !== session.person))
  const flagsKept = keptFlags()
  function flags(s: Submission): readonly Flag[] {
    const [dossier, policy] = [dossiers.value?.get(s.person), reference.value?.policy]
    return dossier === undefined || policy === undefined ? [] : flagsKept(policy, dossier, s.entry.id, today.value)
  }
  const checking = ref<Recognition['checking']['value']>(null)
  let run = 0
  async function check(): Promise<void> {
    const mine = (run += 1)
    const list = claims.value
    checking.value = list.length > FEW ? { done: 0, of: list.length } : null
    const turn = takeTurns()
    for (const [n, s] of checking.value === null ? [] : list.entries()) {
      flags(s)
      const waits = turn()
      if (waits === null) continue
      checking.value = { done: n + 1, of: list.length }
      await waits
      if (mine !== run) return
    }
    checking.value = null
  }
  // What the cards say needs the flags of all: of thousands they are made in turns, before any card is.
  watch(
    [claims, today],
    () => {
      check().catch(reportFailure)
    },
    { immediate: true },
  )
  const me = computed<PersonId | null>(() => session.person)
  const requests = computed(() =>
    all.value.filter(
      (s) =>
        s.entry.openRequest !== null &&
        s.person !== me.value &&
        (s.entry.openRequest.appeals !== undefined || settledBy(s.entry) === 'district-officer'),
    ),
  )
  return {
    reference,
    loading: computed(() => reference.value === undefined || held.value === undefined || dossiers.value === undefined),
    groups: computed(() =>
      groupClaims(
        claims.value,
        claims.value,
        (reference.value?.activities ?? []).map((info) => ({ info, people: [] })),
      ),
    ),
    count: computed(() => claims.value.length),
    own: computed(() => ours.value.length - claims.value.length),
    requests,
    objections: computed(() =>
      [...(dossiers.value?.values() ?? [])].filter((d) => d.subject.id !== me.value).flatMap((d) => historyAsked(d, 'district')),
    ),
    proposals: computed(() => proposalsIn([...claims.value, ...requests.value])),
    recent: computed(() => (me.value === null ? [] : ownDecisions(all.value, me.value, today.value, minute.value))),
    mayDecide: computed(
      () =>
        reference.value?.roles.some((r) => me.value !== null && r.role === 'district-officer' && holds(r, me.value, today.value)) ?? false,
    ),
    flags,
    checking,
    schoolName: (id) => reference.value?.schools.find((s) => s.id === id)?.name ?? '',
  }
}
