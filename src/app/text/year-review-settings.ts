// What 年审 asks the district, as the rules page says it.

const signers = { principal: '校长签字', officer: '师训专干签字' } as const

export const reviewSettingNames = {
  reviewSigner: '年审汇总表由谁签字',
  reviewPublicDays: '年审公示几天',
  reviewSampleShare: '年审抽审比例',
} as const
export const reviewSettingWords = {
  reviewSigner: (who: keyof typeof signers): string => signers[who],
  reviewPublicDays: (days: number): string => `${String(days)} 天`,
  reviewSampleShare: (share: string): string => `${String(Number((Number(share) * 100).toFixed(1)))}%`,
}
