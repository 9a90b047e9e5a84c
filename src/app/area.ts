// The areas of the app: what one person does as a teacher, for a school, for the district, and around their account.
// Each area brings its own routes and its places in the navigation; a page that does not work yet has neither.

import type { RouteRecordRaw } from 'vue-router'
import type { NavItem } from './components/nav-item.ts'

export type AreaName = 'teacher' | 'school' | 'district' | 'account'

export interface Area {
  readonly name: AreaName
  readonly routes: readonly RouteRecordRaw[]
  readonly items: readonly NavItem[]
}
