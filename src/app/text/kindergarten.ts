// A kindergarten's own words: 园本 for 校本, 园长 for 校长, 全园 for 全校.

import type { SchoolKind } from '../../domain/school-file.ts'

export const kindergartenWords = (words: string, kind: SchoolKind | null): string =>
  kind === 'kindergarten' ? words.replace(/校本/g, '园本').replace(/校长/g, '园长').replace(/全校/g, '全园') : words
