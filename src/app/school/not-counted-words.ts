// Why someone is on the roll but not counted, in the words of their 用人形式 or 教职工类别.

import type { Employment, StaffCategory } from '../../domain/dossier.ts'
import { categories, employments } from '../text/policy-words.ts'

export const notCountedWords = (why: { readonly by: 'employment' | 'category'; readonly value: string }): string =>
  why.by === 'employment' ? employments[why.value as Employment] : categories[why.value as StaffCategory]
