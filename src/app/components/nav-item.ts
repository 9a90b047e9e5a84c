// One place in the navigation, as pages hand it to the shell; `key` is what the shell compares to know which one is open.
import type { RouteLocationRaw } from 'vue-router'
import type { IconName } from './icons.ts'

export interface NavItem {
  key: string
  text: string
  icon: IconName
  to: RouteLocationRaw
  waiting?: number | undefined
}
export interface RoleChoice {
  key: string
  role: string
  place: string
}
