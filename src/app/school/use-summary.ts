// useSummary(school): the roll-up of a school, of one below it, or of all together, on a day and as known on a day. Today comes
// from this phone's standings, own unsent acts included, and needs no network. Another day is asked of the server, which also
// knows who has left; without it this phone's dossiers answer, and the page says so.

import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { z } from 'zod/mini'
import type { Day } from '../../domain/day.ts'
import { needsMore } from '../../domain/evaluate/help.ts'
import { readStanding } from '../../domain/evaluate/standing.ts'
import type { SchoolId } from '../../domain/ids.ts'
import { rollUpDistrict, rollUpPeople, standingsAsOf, type SchoolRollUp } from '../../domain/roll-up.ts'
import { askFor } from '../../sync/ask.ts'
import type { SchoolOverview } from '../../wire/overview.ts'
import { useDossiers } from '../composables/documents.ts'
import { useToday } from '../composables/today.ts'
import { reportFailure } from '../shell/failure.ts'
import type { SchoolInHand } from './school-in-hand.ts'

export interface Asked {
  readonly asOf: Day
  /** Null: everything known. */
  readonly knownAt: Day | null
}

export interface Summary {
  readonly rollUp: ComputedRef<SchoolRollUp | null>
  readonly on: ComputedRef<Day>
  /** Null for today. */
  readonly asked: ShallowRef<Asked | null>
  readonly from: ComputedRef<'here' | 'server' | 'phone-past' | 'asking'>
  /** 'all' or one of the school's ids. */
  readonly where: Ref<string>
  readonly ids: ComputedRef<readonly SchoolId[]>
}

const Overview = z.custom<SchoolOverview>((v) => typeof v === 'object' && v !== null && 'onRoll' in v && 'concern' in v)

export function useSummary(school: SchoolInHand): Summary {
  const today = useToday()
  const where = ref('all')
  const asked = shallowRef<Asked | null>(null)
  const past = shallowRef<{ readonly from: 'server' | 'phone-past'; readonly rollUp: SchoolRollUp } | null>(null)
  const ids = computed(() => (where.value === 'all' ? school.ids.value : school.ids.value.filter((id) => id === where.value)))
  // Dossiers are read only when a past day is asked for and the server cannot be.
  const wanted = ref(false)
  const dossiers = useDossiers(() => (wanted.value ? school.everybody.value.map((p) => p.person) : []))

  const now = computed<SchoolRollUp | null>(() => {
    const policy = school.reference.value?.policy
    if (policy === undefined || school.loading.value) return null
    const people = school.everybody.value.filter((s) => s.policy === policy.version).map((s) => readStanding(s, policy, today.value))
    return rollUpPeople(
      people.filter((p) => p.home !== null && ids.value.includes(p.home)),
      today.value,
    )
  })

  async function fetchPast(wish: Asked, at: readonly SchoolId[]): Promise<SchoolRollUp | null> {
    const query = `asOf=${wish.asOf}${wish.knownAt === null ? '' : `&knownAt=${wish.knownAt}`}`
    const answers = await Promise.all(at.map((id) => askFor(`/api/school/${encodeURIComponent(id)}/roll-up?${query}`, Overview)))
    const parts = answers.flatMap((a) => (a.is === 'answer' ? [a.answer] : []))
    return parts.length < at.length ? null : together(parts, wish.asOf)
  }
  const local = (wish: Asked): SchoolRollUp | null => {
    const policy = school.reference.value?.policy
    if (policy === undefined || dossiers.value === undefined) return null
    const people = standingsAsOf(policy, dossiers.value.values(), wish.asOf, wish.knownAt ?? today.value).map((s) =>
      readStanding(s, policy, wish.asOf),
    )
    return rollUpPeople(
      people.filter((p) => p.home !== null && ids.value.includes(p.home)),
      wish.asOf,
    )
  }
  async function answer(wish: Asked): Promise<void> {
    const rollUp = await fetchPast(wish, ids.value)
    if (asked.value !== wish) return
    if (rollUp !== null) past.value = { from: 'server', rollUp }
    else wanted.value = true
  }
  watch([asked, ids], () => {
    past.value = null
    wanted.value = false
    if (asked.value !== null) answer(asked.value).catch(reportFailure)
  })
  watch([wanted, dossiers], () => {
    const rollUp = wanted.value && asked.value !== null && (dossiers.value?.size ?? 0) > 0 ? local(asked.value) : null
    if (rollUp !== null) past.value = { from: 'phone-past', rollUp }
  })

  return {
    where,
    asked,
    ids,
    rollUp: computed(() => (asked.value === null ? now.value : (past.value?.rollUp ?? null))),
    on: computed(() => asked.value?.asOf ?? today.value),
    from: computed(() => (asked.value === null ? 'here' : (past.value?.from ?? 'asking'))),
  }
}

/** Several schools as one: sums of sums, and their people who need help in one order. */
function together(parts: readonly SchoolOverview[], on: Day): SchoolRollUp {
  const { totals } = rollUpDistrict(parts, on)
  const listed = (list: 'concern' | 'unverified') => parts.flatMap((p) => p[list]).sort(needsMore)
  return { on, ...totals, concern: listed('concern'), unverified: listed('unverified') }
}
