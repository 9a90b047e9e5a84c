// The district area: its pages (loaded when first opened).

import type { Area } from '../area.ts'

export const districtArea: Area = { name: 'district', routes: [] }
