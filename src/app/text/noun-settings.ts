// The settings that nouns add: what each is called and how its value reads on the rules page. One line a noun in each table.

import { historySettingNames, historySettingWords } from './history-settings.ts'
import { aboutSettingNames, aboutSettingWords } from './about-settings.ts'
import { growthSettingNames, growthSettingWords } from './growth-settings.ts'
import { tierSettingNames, tierSettingWords } from './tier-settings.ts'
import { reviewSettingNames, reviewSettingWords } from './year-review-settings.ts'
import { rotationSettingNames, rotationSettingWords } from './rotation-settings.ts'
import { registrationSettingNames, registrationSettingWords } from './registration-settings.ts'
import { retirementSettingNames, retirementSettingWords } from './pauses.ts'

/** As a district reads them: one group a noun, in this order; 学时与周期 (the core's) stands before. */
export const nounSettingGroups = [
  { title: '补登与期初学时', names: historySettingNames },
  { title: '退休', names: retirementSettingNames },
  { title: '年审', names: reviewSettingNames },
  { title: '梯队与骨干', names: tierSettingNames },
  { title: '新任教师与校长', names: growthSettingNames },
  { title: '交流轮岗', names: rotationSettingNames },
  { title: '注册与资格', names: registrationSettingNames },
  { title: '关于研途', names: aboutSettingNames },
] as const

export const nounSettingNames: Readonly<Record<string, string>> = Object.assign({}, ...nounSettingGroups.map((group) => group.names))

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
