// What titles ask the district, as the rules page says it.

const kinds = (list: readonly string[]): string => `${String(list.length)} 种称号`

export const tierSettingNames = { countyBackbone: '哪些称号算县级以上骨干教师', qualityTeachers: '哪些称号算优质师资' } as const
export const tierSettingWords = { countyBackbone: kinds, qualityTeachers: kinds } as const
