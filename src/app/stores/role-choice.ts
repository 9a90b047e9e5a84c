// Which of their roles somebody works in on this phone, and the school a district officer acts for meanwhile. Both are noted on the
// phone for each account, so that the app opens where it was left; a role that has ended since is passed over. Where none was chosen
// yet, an office comes before one's own records: others wait for it.
// Holds always: `role` is one of `roles`, and null only for whoever has none.

import { computed, ref, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Account } from '../../storage/device.ts'
import { surroundings } from '../composables/device.ts'
import { beginsAs, rolesOfSession, STAND_IN, standInRole, type RoleInHand, type StandIn } from './roles.ts'

const ROLE_NOTE = 'yantu.role.'
const STAND_IN_NOTE = 'yantu.stand-in.'
const standInFrom = (note: string | null): StandIn | null => (note === null ? null : (JSON.parse(note) as StandIn))

export interface RoleChoice {
  /** A school a district officer acts for; null for everybody else and most of the time. */
  readonly standIn: ShallowRef<StandIn | null>
  readonly roles: ComputedRef<readonly RoleInHand[]>
  /** The role in whose area the person is; null when signed out or without any. */
  readonly role: ComputedRef<RoleInHand | null>
  chooseRole(key: string): void
  /** Takes up (or, with null, lays down) the pages of a school in the name of the district. */
  standInFor(next: StandIn | null): void
  /** What was noted of an account, when it is taken in hand. */
  recall(account: Account): void
}

export function useRoleChoice(account: ShallowRef<Account | null>): RoleChoice {
  const standIn = shallowRef<StandIn | null>(null)
  const chosen = ref<string | null>(null)
  const roles = computed<readonly RoleInHand[]>(() => {
    const own = account.value === null ? [] : rolesOfSession(account.value.session)
    return standIn.value === null ? own : [...own, ...standInRole(standIn.value, own)]
  })
  const role = computed<RoleInHand | null>(() => roles.value.find((one) => one.key === chosen.value) ?? roles.value[0] ?? null)

  function recall({ key, session }: Account): void {
    // Held from here on: a role given meanwhile takes nobody from the page they are at.
    chosen.value = surroundings.notes.getItem(ROLE_NOTE + key) ?? beginsAs(rolesOfSession(session))
    standIn.value = standInFrom(surroundings.notes.getItem(STAND_IN_NOTE + key))
  }
  function chooseRole(key: string): void {
    chosen.value = key
    if (account.value !== null) surroundings.notes.setItem(ROLE_NOTE + account.value.key, key)
  }
  function standInFor(next: StandIn | null): void {
    const before = role.value
    standIn.value = next
    if (account.value !== null) {
      if (next === null) surroundings.notes.removeItem(STAND_IN_NOTE + account.value.key)
      else surroundings.notes.setItem(STAND_IN_NOTE + account.value.key, JSON.stringify(next))
    }
    const to =
      next === null
        ? roles.value.find((one) => one.role === 'district-officer')
        : roles.value.find((one) => one.at?.id === next.school && one.role === STAND_IN)
    if (to !== undefined && (next !== null || before?.role === STAND_IN)) chooseRole(to.key)
  }

  return { standIn, roles, role, chooseRole, standInFor, recall }
}
