// The settings that nouns add: what each is called and how its value reads on the rules page. One line a noun in each table.

import { historySettingNames, historySettingWords } from './history-settings.ts'
import { tierSettingNames, tierSettingWords } from './tier-settings.ts'
import { reviewSettingNames, reviewSettingWords } from './year-review-settings.ts'
import { rotationSettingNames, rotationSettingWords } from './rotation-settings.ts'

export const nounSettingNames = {
  ...rotationSettingNames,
  ...historySettingNames,
  ...tierSettingNames,
  ...reviewSettingNames,
}

export const nounSettingWords = {
  ...rotationSettingWords,
  ...historySettingWords,
  ...tierSettingWords,
  ...reviewSettingWords,
}
