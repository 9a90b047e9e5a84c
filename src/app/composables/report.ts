// useReport(report, { school, args, asOf }): a report of the domain over a school (with those below it) or the whole district.
// Today's report of a school is made on this phone from what it holds, unsent acts included, and needs no network; another day,
// and the district's, are asked of the server, and the last answer is kept for reading without one.
//   { answer, from, fetchedAt, fetchNow }: from 'asking' | 'here' | 'server' | 'kept' | 'none' (not connected, nothing kept).

import { computed, toValue, type ComputedRef, type MaybeRefOrGetter, type Ref } from 'vue'
import type { Day } from '../../domain/day.ts'
import type { Document } from '../../domain/document.ts'
import type { SchoolId } from '../../domain/ids.ts'
import { schoolAndBelow } from '../../domain/reference.ts'
import { onlyKinds, runReport, type Report } from '../../domain/reports/report.ts'
import { reportAnswer } from '../../wire/report.ts'
import { useDossiers, useSchoolFiles } from './documents.ts'
import { useSync } from '../stores/sync.ts'
import { useKeptAnswer } from './kept-answer.ts'
import { usePeople } from './people.ts'
import { useReference } from './reference.ts'
import { useToday } from './today.ts'

export interface ReportAsked<Args> {
  /** Null: the whole district. */
  readonly school: SchoolId | null
  readonly args: Args
  /** Null: today. */
  readonly asOf: Day | null
  readonly knownAt: Day | null
}

export interface ReportView<Answer> {
  readonly answer: ComputedRef<Answer | null>
  readonly from: ComputedRef<'asking' | 'here' | 'server' | 'kept' | 'none'>
  readonly fetchedAt: Readonly<Ref<string | null>>
  fetchNow(): void
}

export function useReport<Args extends Readonly<Record<string, string>>, State, Answer>(
  report: Report<Args, State, Answer>,
  asked: MaybeRefOrGetter<ReportAsked<Args>>,
): ReportView<Answer> {
  const today = useToday()
  const reference = useReference()
  const wish = computed(() => toValue(asked))
  const here = computed(() => wish.value.school !== null && wish.value.asOf === null && wish.value.knownAt === null)
  const schools = computed(() => (wish.value.school === null ? [] : schoolAndBelow(reference.value?.schools ?? [], wish.value.school)))
  const { people, loading } = usePeople(null)
  const sync = useSync()
  const around = computed(() => (here.value ? people.value.filter((p) => p.posts.some((post) => schools.value.includes(post.school))) : []))
  const dossiers = useDossiers(() => around.value.map((p) => p.person))
  const files = useSchoolFiles(() => (here.value ? schools.value : []))

  const local = computed<Answer | null>(() => {
    const known = reference.value
    if (!here.value || known === null || known === undefined || loading.value || dossiers.value === undefined || files.value === undefined)
      return null
    if (sync.firstUnderway) return null
    const on = {
      args: wish.value.args,
      asOf: today.value,
      knownAt: null,
      reference: known,
      schools: schools.value,
      wholeDistrict: false,
      files: [...files.value.values()].map((file) => onlyKinds<Document>(file, report.fileKinds)),
    }
    return runReport(
      report,
      on,
      around.value.flatMap((standing) => {
        const dossier = dossiers.value?.get(standing.person)
        return dossier === undefined ? [] : [{ dossier, standing: standing.policy === known.policy.version ? standing : null }]
      }),
    )
  })
  const kept = useKeptAnswer(() => (here.value ? null : pathOf(report.name, wish.value)), reportAnswer<Answer>())

  return {
    answer: computed(() => (here.value ? local.value : (kept.answer.value?.answer ?? null))),
    from: computed(() => {
      if (here.value) return local.value === null ? 'asking' : 'here'
      const { state } = kept
      return state.value === 'fresh'
        ? 'server'
        : state.value === 'kept'
          ? 'kept'
          : state.value === 'reading'
            ? kept.answer.value === null
              ? 'asking'
              : 'kept'
            : 'none'
    }),
    fetchedAt: kept.fetchedAt,
    fetchNow: () => {
      if (!here.value) kept.fetchNow()
    },
  }
}

function pathOf(name: string, { school, args, asOf, knownAt }: ReportAsked<Readonly<Record<string, string>>>): string {
  const query = new URLSearchParams({
    ...args,
    ...(school === null ? {} : { school }),
    ...(asOf === null ? {} : { asOf }),
    ...(knownAt === null ? {} : { knownAt }),
  })
  return `/api/reports/${name}?${query.toString()}`
}
