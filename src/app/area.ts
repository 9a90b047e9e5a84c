// The areas of the app: what one person does as a teacher, for a school, for the district, and around their account.
// Each area brings its own routes (`<area>/area.ts`); its places in the navigation are in `shell/area-items.ts`.

import type { RouteRecordRaw } from 'vue-router'

export type AreaName = 'teacher' | 'school' | 'district' | 'account'

export interface Area {
  readonly name: AreaName
  readonly routes: readonly RouteRecordRaw[]
}
