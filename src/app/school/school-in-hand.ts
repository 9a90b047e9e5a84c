// useSchool(): the school of the role in hand, with the ones below it (教学点, 村小, 校区), its people, and what the person may do.
// `officer` is true for who may register, record and change people; a principal reads, and may decide on claims.
// Everything is undefined or empty until this phone has the district's rules.

import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { PersonId, SchoolId } from '../../domain/ids.ts'
import { schoolAndBelow, type Reference, type SchoolInfo } from '../../domain/reference.ts'
import { worksAt } from '../../storage/people.ts'
import type { StandingRecord } from '../../storage/tables.ts'
import { usePeople } from '../composables/people.ts'
import { useReference } from '../composables/reference.ts'
import { useToday } from '../composables/today.ts'
import { STAND_IN } from '../stores/roles.ts'
import { useSession } from '../stores/session.ts'
import { useSync } from '../stores/sync.ts'
import { placeWords, shortPlace, type PlaceWords } from './place-words.ts'

export interface SchoolInHand {
  readonly reference: Readonly<ShallowRef<Reference | null | undefined>>
  readonly me: ComputedRef<PersonId | null>
  readonly officer: ComputedRef<boolean>
  /** True for a district officer who acts for the school: may do what its officer may, signed as the district's. */
  readonly standsIn: ComputedRef<boolean>
  readonly id: ComputedRef<SchoolId | null>
  readonly info: ComputedRef<SchoolInfo | null>
  /** The school and all below it, itself first. */
  readonly ids: ComputedRef<readonly SchoolId[]>
  readonly schools: ComputedRef<readonly SchoolInfo[]>
  /** Everybody whose standing this phone holds, by name. */
  readonly everybody: ComputedRef<readonly StandingRecord[]>
  /** Of them, who has a post at one of the schools today. */
  readonly people: ComputedRef<readonly StandingRecord[]>
  readonly loading: ComputedRef<boolean>
  readonly words: ComputedRef<PlaceWords>
  schoolName(id: SchoolId | null): string
  /** The same for lists of this school's own: 松林教学点, not 云坪中心校松林教学点. Paper says names in full. */
  shortName(id: SchoolId | null): string
}

export function useSchool(): SchoolInHand {
  const session = useSession()
  const today = useToday()
  const reference = useReference()
  const everybody = usePeople(null)
  const sync = useSync()
  const id = computed(() => (session.role?.area === 'school' && session.role.at !== null ? (session.role.at.id as SchoolId) : null))
  const ids = computed(() => (id.value === null ? [] : schoolAndBelow(reference.value?.schools ?? [], id.value)))
  const schools = computed(() => ids.value.flatMap((one) => reference.value?.schools.find((s) => s.id === one) ?? []))
  const info = computed(() => schools.value.find((s) => s.id === id.value) ?? null)
  const schoolName = (at: SchoolId | null): string => reference.value?.schools.find((s) => s.id === at)?.name ?? ''
  return {
    reference,
    id,
    ids,
    schools,
    info,
    everybody: everybody.people,
    me: computed(() => session.person),
    officer: computed(() => session.role?.role === 'officer' || session.role?.role === STAND_IN),
    standsIn: computed(() => session.role?.role === STAND_IN),
    people: computed(() => everybody.people.value.filter((one) => ids.value.some((at) => worksAt(one, at, today.value)))),
    loading: computed(() => reference.value === undefined || everybody.loading.value || sync.firstUnderway),
    words: computed(() => placeWords(info.value, reference.value?.policy.words ?? {})),
    schoolName,
    shortName: (at) => shortPlace(schoolName(at), info.value?.name ?? ''),
  }
}
