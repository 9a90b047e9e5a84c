// What the questions of 定期注册 to the district are called, and what their answers say.

export const registrationSettingNames = { registrationNotice: '定期注册提前几个月提醒' } as const
export const registrationSettingWords = { registrationNotice: (months: number): string => `${String(months)} 个月` } as const
