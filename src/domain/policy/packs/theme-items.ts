// The short form for writing a theme of a pack: its name is ours for a phrase of the document, which the quotation shows.

import type { Source } from '../cited.ts'
import type { Theme } from '../theme.ts'

export const theme = (id: string, name: string, source: Source): Theme => ({ id, name, source, mark: 'stated' })
