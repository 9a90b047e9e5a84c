// What new teachers, leaders of schools and their hours ask the district, as the rules page says it.

const hours = (n: string): string => `${n} 学时`
const months = (n: number): string => `${String(n)} 个月`

export const growthSettingNames = {
  probationHours: '新任教师试用期多少学时',
  probationMonths: '试用期多长',
  probationCounts: '试用期学时算在 360 之内还是之外',
  leaderOfficeHours: '校长任职资格培训多少学时',
  leaderOfficeTag: '任职资格培训用什么标签认',
  leaderOfficeMonths: '任职后几个月内可以补完',
  leaderFiveYears: '在任校长五年多少学时',
} as const

export const growthSettingWords = {
  probationHours: hours,
  probationMonths: months,
  probationCounts: (v: 'inside' | 'outside'): string => ({ inside: '算在 360 之内', outside: '在 360 之外' })[v],
  leaderOfficeHours: hours,
  leaderOfficeTag: (v: string): string => v,
  leaderOfficeMonths: months,
  leaderFiveYears: hours,
} as const
