// useReview(school): what waits at this school, grouped, with flags; whose turn the rest is; corrections asked for; and one's own
// decisions that can still be taken back. All from what this phone holds, so it works without a network.

import { computed, type ComputedRef } from 'vue'
import { addDays, type Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { isPending } from '../../domain/entry.ts'
import type { Flag } from '../../domain/evaluate/flags.ts'
import type { PersonId } from '../../domain/ids.ts'
import {
  groupClaims,
  mismatchOf,
  ownDecisions,
  submissionsOf,
  turnOf,
  type Mismatch,
  type OwnDecision,
  type ReviewGroup,
  type Submission,
  type Turn,
} from '../../domain/review.ts'
import { mayReview } from '../../domain/verbs/review.ts'
import { useDossiers, useSchoolFiles } from '../composables/documents.ts'
import { historyAsked, type AskedOfHistory } from './history-asked.ts'
import { useMinute } from './minute.ts'
import { useToday } from '../composables/today.ts'
import { proposalsIn, type Proposed } from './review-acts.ts'
import { expectedFrom } from './expected.ts'
import { keptFlags } from './kept-flags.ts'
import type { SchoolInHand } from './school-in-hand.ts'

export interface Waits {
  readonly submission: Submission
  readonly turn: Turn
}

export interface Review {
  readonly loading: ComputedRef<boolean>
  readonly groups: ComputedRef<readonly ReviewGroup[]>
  /** Claims for this desk. */
  readonly count: ComputedRef<number>
  readonly oldest: ComputedRef<Day | null>
  readonly own: ComputedRef<readonly Waits[]>
  readonly elsewhere: ComputedRef<readonly Waits[]>
  readonly atDistrict: ComputedRef<readonly Waits[]>
  readonly requests: ComputedRef<readonly Submission[]>
  /** Corrections asked for that another desk answers. */
  readonly requestsElsewhere: ComputedRef<number>
  /** Objections to 历史学时 that the district answers. */
  readonly objectionsElsewhere: ComputedRef<number>
  /** 历史学时 objected to, for this desk to answer. */
  readonly objections: ComputedRef<readonly AskedOfHistory[]>
  /** What former officers proposed about any of these. */
  readonly proposals: ComputedRef<readonly Proposed[]>
  readonly recent: ComputedRef<readonly OwnDecision[]>
  flags(s: Submission): readonly Flag[]
  dossierOf(person: PersonId): Dossier | null
}

/** Flags worth a look before saying yes to many at once; the others only inform. */
const LOOK: readonly Flag['code'][] = ['likely-duplicate', 'overlapping-days', 'more-than-the-day', 'future-day', 'outside-employment']

export const needsLook = (flags: readonly Flag[], mismatch: Mismatch | null): boolean =>
  mismatch !== null || flags.some((f) => LOOK.includes(f.code))

/** A former officer would have returned it, or given other hours: not to be passed over in one tap for many. */
export const proposesOtherwise = (claim: Submission): boolean =>
  proposalsIn([claim]).some(({ fact: { proposal } }) => proposal.act !== 'accept' || proposal.hours !== claim.entry.claimed)

/** The claims of a group that can be accepted together, and those that want a look of their own. */
export function splitGroup(group: ReviewGroup, flags: (s: Submission) => readonly Flag[]): { clear: Submission[]; look: Submission[] } {
  const clear: Submission[] = []
  const look: Submission[] = []
  for (const claim of group.claims)
    (proposesOtherwise(claim) || needsLook(flags(claim), mismatchOf(claim.entry.training, group.activity)) ? look : clear).push(claim)
  return { clear, look }
}

/** Of those that want a look, the ones that only say other hours than the notice: they can be accepted together as the notice says. */
export const onlyHoursDiffer = (group: ReviewGroup, look: readonly Submission[], flags: (s: Submission) => readonly Flag[]): Submission[] =>
  look.filter((s) => mismatchOf(s.entry.training, group.activity)?.days === false && !needsLook(flags(s), null))

export function useReview(school: SchoolInHand): Review {
  const today = useToday()
  const minute = useMinute()
  const dossiers = useDossiers(() => school.people.value.map((p) => p.person))
  const files = useSchoolFiles(() => school.ids.value)
  const flagsKept = keptFlags()

  const activities = computed(() => (school.reference.value ? expectedFrom(school.reference.value, files.value?.values() ?? []) : []))
  const all = computed(() => {
    const wanted = {
      activities: activities.value.filter((a) => a.info.way === 'claims').map((a) => a.info),
      since: addDays(today.value, -1),
    }
    return [...(dossiers.value?.values() ?? [])].flatMap((d) => submissionsOf(d, today.value, wanted))
  })
  const waiting = computed<Waits[]>(() => {
    const { reference, me, ids } = school
    const [rules, person, schools] = [reference.value, me.value, new Set(ids.value)]
    if (rules == null || person === null) return []
    return all.value
      .filter((s) => isPending(s.entry.state))
      .flatMap((submission) => {
        const dossier = dossiers.value?.get(submission.person)
        return dossier === undefined ? [] : [{ submission, turn: turnOf(submission, dossier, rules, person, schools, today.value) }]
      })
  })
  const turned = (is: Turn['is']) => computed(() => waiting.value.filter((w) => w.turn.is === is))
  const mine = turned('mine')
  const claims = computed(() => mine.value.map((w) => w.submission))
  const groups = computed(() => groupClaims(claims.value, all.value, activities.value))
  const asked = computed(() => all.value.filter((s) => s.entry.openRequest !== null))
  const capacity = computed(() => (school.officer.value ? ('officer' as const) : ('principal' as const)))
  const requests = computed(() => asked.value.filter((s) => s.person !== school.me.value && mayReview(s.entry, capacity.value)))
  return {
    groups,
    loading: computed(() => school.loading.value || dossiers.value === undefined),
    count: computed(() => claims.value.length),
    oldest: computed(() => groups.value[0]?.oldest ?? null),
    own: turned('own'),
    elsewhere: turned('elsewhere'),
    atDistrict: turned('district'),
    requests,
    objections: computed(() =>
      !school.officer.value
        ? []
        : [...(dossiers.value?.values() ?? [])]
            .filter((d) => (d.subject.id as PersonId) !== school.me.value)
            .flatMap((d) => historyAsked(d, 'school')),
    ),
    objectionsElsewhere: computed(
      () =>
        [...(dossiers.value?.values() ?? [])].flatMap((d) => historyAsked(d, 'district')).filter((o) => o.person !== school.me.value)
          .length,
    ),
    proposals: computed(() => proposalsIn([...claims.value, ...requests.value])),
    requestsElsewhere: computed(
      () => asked.value.filter((s) => s.person !== school.me.value && !mayReview(s.entry, capacity.value)).length,
    ),
    recent: computed(() => (school.me.value === null ? [] : ownDecisions(all.value, school.me.value, today.value, minute.value))),
    flags(s) {
      const [dossier, policy] = [dossiers.value?.get(s.person), school.reference.value?.policy]
      return dossier === undefined || policy === undefined ? [] : flagsKept(policy, dossier, s.entry.id, today.value)
    },
    dossierOf: (person) => dossiers.value?.get(person) ?? null,
  }
}
