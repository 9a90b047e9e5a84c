// The district area: its pages (loaded when first opened) and its places in the navigation.

import type { Area } from '../area.ts'

export const districtArea: Area = { name: 'district', routes: [], items: [] }
