// The school area: its pages (loaded when first opened) and its places in the navigation.

import type { Area } from '../area.ts'

export const schoolArea: Area = { name: 'school', routes: [], items: [] }
