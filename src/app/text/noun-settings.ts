// The settings that nouns add: what each is called and how its value reads on the rules page. One line a noun in each table.

import { tierSettingNames, tierSettingWords } from './tier-settings.ts'

export const nounSettingNames = {
  ...tierSettingNames,
}

export const nounSettingWords = {
  ...tierSettingWords,
}
