// The school area: its pages (loaded when first opened).

import type { Area } from '../area.ts'

export const schoolArea: Area = { name: 'school', routes: [] }
