// The settings of history and late claims: what each is called and how its value reads on the rules page.

export const historySettingNames = { openingYearMost: '一年的期初学时最多多少', lateBy: '补登截止（下一年的哪一天）' } as const
export const historySettingWords = {
  openingYearMost: (n: string): string => `${n} 学时`,
  lateBy: (m: string): string => `下一年${String(Number(m.slice(0, 2)))}月${String(Number(m.slice(3, 5)))}日`,
} as const
