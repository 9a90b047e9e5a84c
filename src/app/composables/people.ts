// usePeople(school): everybody in scope with a post at the school today (all schools for null), sorted by name.
//   { people, loading, search(typed) }: search by name, 曾用名, initials, 教师编号 and subject; ≤ 50 ms for 300 people.
// useStandings(scope): the same `Standing`s for roll-ups (readStanding, roll-up): { of: 'school' } those whose 人事关系 lies there
//   today (a person counts once); { of: 'all' } everybody this phone holds. undefined while loading.
// A StandingRecord is domain/evaluate/standing.ts `Standing` (identity, posts, waiting, sums) with its subject key.

import { computed, toValue, type ComputedRef, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import type { SchoolId } from '../../domain/ids.ts'
import { homeOn } from '../../domain/evaluate/standing.ts'
import { isMeant, worksAt } from '../../storage/people.ts'
import { allStandings } from '../../storage/standings.ts'
import type { StandingRecord } from '../../storage/tables.ts'
import { useLive } from './live.ts'
import { useToday } from './today.ts'

export interface People {
  readonly people: ComputedRef<readonly StandingRecord[]>
  readonly loading: ComputedRef<boolean>
  search(typed: string): readonly StandingRecord[]
}

export function usePeople(school: MaybeRefOrGetter<SchoolId | null>): People {
  const today = useToday()
  const all = useKept()
  const people = computed(() => {
    const at = toValue(school)
    const here = (all.value ?? []).filter((one) => at === null || worksAt(one, at, today.value))
    return here.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  })
  return { people, loading: computed(() => all.value === undefined), search: (typed) => people.value.filter((one) => isMeant(one, typed)) }
}

export type StandingScope = { readonly of: 'school'; readonly id: SchoolId } | { readonly of: 'all' }

export function useStandings(scope: MaybeRefOrGetter<StandingScope>): ComputedRef<readonly StandingRecord[] | undefined> {
  const today = useToday()
  const all = useKept()
  return computed(() => {
    const asked = toValue(scope)
    return asked.of === 'all' ? all.value : all.value?.filter((one) => homeOn(one, today.value) === asked.id)
  })
}

const useKept = (): Readonly<ShallowRef<readonly StandingRecord[] | undefined>> =>
  useLive<readonly StandingRecord[] | undefined>(allStandings, undefined)
