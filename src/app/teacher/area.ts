// The teacher area: its pages (loaded when first opened) and its places in the navigation.

import type { Area } from '../area.ts'

export const teacherArea: Area = { name: 'teacher', routes: [], items: [] }
