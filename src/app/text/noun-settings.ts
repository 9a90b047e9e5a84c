// The settings that nouns add: what each is called and how its value reads on the rules page. One line a noun in each table.

import { historySettingNames, historySettingWords } from './history-settings.ts'
import { aboutSettingNames, aboutSettingWords } from './about-settings.ts'
import { growthSettingNames, growthSettingWords } from './growth-settings.ts'
import { tierSettingNames, tierSettingWords } from './tier-settings.ts'
import { reviewSettingNames, reviewSettingWords } from './year-review-settings.ts'
import { rotationSettingNames, rotationSettingWords } from './rotation-settings.ts'
import { registrationSettingNames, registrationSettingWords } from './registration-settings.ts'
import { retirementSettingNames, retirementSettingWords } from './pauses.ts'

export const nounSettingNames = {
  ...retirementSettingNames,
  ...registrationSettingNames,
  ...aboutSettingNames,
  ...historySettingNames,
  ...rotationSettingNames,
  ...tierSettingNames,
  ...growthSettingNames,
  ...reviewSettingNames,
}

export const nounSettingWords = {
  ...retirementSettingWords,
  ...registrationSettingWords,
  ...aboutSettingWords,
  ...historySettingWords,
  ...rotationSettingWords,
  ...tierSettingWords,
  ...growthSettingWords,
  ...reviewSettingWords,
}
