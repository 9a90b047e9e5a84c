// The settings that nouns add: what each is called and how its value reads on the rules page. One line a noun in each table.

import { historySettingNames, historySettingWords } from './history-settings.ts'
import { tierSettingNames, tierSettingWords } from './tier-settings.ts'

export const nounSettingNames = {
  ...historySettingNames,
  ...tierSettingNames,
}

export const nounSettingWords = {
  ...historySettingWords,
  ...tierSettingWords,
}
