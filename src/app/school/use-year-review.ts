// useYearReview(school): the review of a year at the school in hand. Figures come from the server where it answered and nothing of
// this phone is unsent (it also knows who moved away since), else from what this phone holds. Once handed in, what counts are
// the frozen figures; `later` is what was recognised since.

import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { Day } from '../../domain/day.ts'
import { laterEntries, type LaterEntry } from '../../domain/year-review/compare.ts'
import { figuresDigest, frozenTotals, type Figures, type FrozenTotals } from '../../domain/year-review/figures.ts'
import { isWithSchool, reviewsOf, type Review } from '../../domain/year-review/review-of.ts'
import { yearToReview } from '../../domain/year-review/review-year.ts'
import { schoolYearReview, type SchoolYearReview } from '../../domain/year-review/school-report.ts'
import { shortHash } from '../../wire/canonical.ts'
import { reportAnswer } from '../../wire/report.ts'
import { useDossiers } from '../composables/documents.ts'
import { runInTurns } from '../composables/in-turns.ts'
import { useKeptAnswer } from '../composables/kept-answer.ts'
import { useSchoolFile } from '../composables/school-file.ts'
import { useToday } from '../composables/today.ts'
import { reportFailure } from '../shell/failure.ts'
import { useSync } from '../stores/sync.ts'
import type { SchoolInHand } from './school-in-hand.ts'

export interface Year {
  readonly first: Day
  readonly last: Day
}

export interface YearReview {
  readonly loading: ComputedRef<boolean>
  /** The years there are reviews of, and the one to review now; latest first. */
  readonly years: ComputedRef<readonly Year[]>
  readonly year: ComputedRef<Year | null>
  readonly chosen: Ref<string | undefined>
  readonly review: ComputedRef<Review | null>
  readonly live: ComputedRef<SchoolYearReview | null>
  readonly from: ComputedRef<'here' | 'server' | 'kept'>
  /** What is signed and printed: the frozen ones once handed in, else the live ones. */
  readonly figures: ComputedRef<Figures | null>
  readonly digest: ComputedRef<string>
  readonly totals: ComputedRef<FrozenTotals | null>
  readonly frozen: ComputedRef<boolean>
  /** How far the figures are being made here, where that takes more than a moment. */
  readonly making: Readonly<Ref<{ readonly done: number; readonly of: number } | null>>
  /** 之后补登, everybody's. */
  readonly later: ComputedRef<readonly LaterEntry[]>
  fetchNow(): void
}

export function useYearReview(school: SchoolInHand): YearReview {
  const today = useToday()
  const sync = useSync()
  const file = useSchoolFile(school.id)
  const dossiers = useDossiers(() => school.everybody.value.map((p) => p.person))
  const chosen = ref<string>()

  const policy = computed(() => school.reference.value?.policy ?? null)
  const reviews = computed(() => (file.value == null ? [] : reviewsOf(file.value.file)))
  const due = computed(() => (policy.value === null ? null : yearToReview(policy.value, today.value)))
  const years = computed<Year[]>(() => {
    const all = [
      ...reviews.value.map(({ first, last }) => ({ first, last })),
      ...(due.value === null ? [] : [{ first: due.value.first, last: due.value.last }]),
    ]
    return all
      .filter((y, k) => all.findIndex((o) => o.first === y.first && o.last === y.last) === k)
      .sort((a, b) => (a.first < b.first ? 1 : -1))
  })
  const year = computed(
    () => years.value.find((y) => y.first === chosen.value) ?? years.value.find((y) => y.first === due.value?.first) ?? null,
  )
  const review = computed(() => reviews.value.find((r) => r.first === year.value?.first && r.last === year.value.last) ?? null)
  const asOf = computed<Day | null>(() =>
    year.value === null ? null : (review.value?.asOf ?? (today.value < year.value.last ? today.value : year.value.last)),
  )
  const args = computed(() =>
    year.value === null
      ? null
      : { first: year.value.first, last: year.value.last, ...(review.value === null ? {} : { review: review.value.id as string }) },
  )

  // Of thousands of dossiers a phone makes the figures in turns; what changes meanwhile begins them anew.
  const local = shallowRef<SchoolYearReview | null>(null)
  const making = ref<YearReview['making']['value']>(null)
  let wanted = 0
  let madeFor = ''
  async function make(): Promise<void> {
    const mine = (wanted += 1)
    const [reference, day, asked] = [school.reference.value, asOf.value, args.value]
    const of = JSON.stringify([asked, day, school.ids.value])
    // Figures of another year are none of this one, not even for a moment.
    if (of !== madeFor) local.value = null
    madeFor = of
    if (reference == null || day === null || asked === null || dossiers.value === undefined) return
    const on = {
      args: asked,
      asOf: day,
      knownAt: null,
      reference,
      schools: school.ids.value,
      wholeDistrict: false,
      files: [],
      today: today.value,
    }
    const made = await runInTurns(
      schoolYearReview,
      on,
      [...dossiers.value.values()].map((dossier) => ({ dossier, standing: null })),
      (done, of) => {
        if (mine === wanted) making.value = done < of ? { done, of } : null
        return mine === wanted
      },
    )
    if (made !== null) local.value = made
  }
  watch(
    [school.reference, asOf, args, dossiers, school.ids, today],
    () => {
      make().catch(reportFailure)
    },
    { immediate: true },
  )
  const asked = useKeptAnswer(() => {
    if (school.id.value === null || asOf.value === null || args.value === null) return null
    return `/api/reports/${schoolYearReview.name}?${new URLSearchParams({ ...args.value, school: school.id.value, asOf: asOf.value }).toString()}`
  }, reportAnswer<SchoolYearReview>())
  watch(
    () => sync.waiting,
    (now, before) => {
      if (now === 0 && before > 0) asked.fetchNow()
    },
  )
  const fromServer = computed(() => (sync.waiting === 0 && asked.state.value === 'fresh' ? (asked.answer.value?.answer ?? null) : null))
  const live = computed(() => fromServer.value ?? local.value)

  const frozen = computed(() => review.value !== null && !isWithSchool(review.value.state))
  const figures = computed<Figures | null>(() => {
    const snapshot = frozen.value ? review.value?.snapshot : null
    if (snapshot == null || review.value === null) return live.value?.figures ?? null
    return { first: review.value.first, last: review.value.last, asOf: snapshot.asOf, schools: snapshot.schools, people: snapshot.people }
  })
  return {
    years,
    year,
    chosen,
    review,
    live,
    figures,
    frozen,
    making,
    loading: computed(() => school.loading.value || file.value === undefined || dossiers.value === undefined),
    from: computed(() => (fromServer.value !== null ? 'server' : 'here')),
    digest: computed(() => (figures.value === null ? '' : figuresDigest(figures.value, shortHash))),
    totals: computed(() => (figures.value === null ? null : frozenTotals(figures.value.people))),
    later: computed(() => {
      const [now, held] = [review.value, dossiers.value]
      if (now?.snapshot == null || held === undefined || !frozen.value) return []
      const { snapshot } = now
      return snapshot.people.flatMap((p) => {
        const d = held.get(p[0])
        return d === undefined ? [] : laterEntries(now, snapshot, d)
      })
    }),
    fetchNow: () => asked.fetchNow(),
  }
}
