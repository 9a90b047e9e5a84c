// What a district says of itself in 关于, as the rules page names it.

const asWritten = (text: string): string => text

export const aboutSettingNames = { operator: '主办单位', filing: '备案编号', complaints: '投诉建议的电话或地址' } as const
export const aboutSettingWords = { operator: asWritten, filing: asWritten, complaints: asWritten } as const
