// What the questions of 交流轮岗 to the district are called, and what their answers say.

const years = { began: '只算开始那一学年', there: '在岗的每一学年都算' } as const
const lists = { 'listed-only': '只算名单上的', everyone: '参加交流的都算' } as const
const places = { rural: '乡村', town: '镇区' } as const
/** '09-01' → '9月1日' */
const monthDay = (text: string): string => `${String(Number(text.slice(0, 2)))}月${String(Number(text.slice(3, 5)))}日`

export const rotationSettingNames = {
  rotationYearStart: '交流轮岗的学年从哪天起',
  rotationEligible: '哪些教师符合交流条件',
  rotationCountedKinds: '哪些类别算交流轮岗',
  rotationYearCounts: '交流几年的算在哪一学年',
  rotationListCounts: '不在名单上的算不算',
  rotationRuralPlaces: '哪些学校算农村学校',
} as const

export const rotationSettingWords = {
  rotationYearStart: monthDay,
  rotationEligible: (said: string): string => said,
  rotationCountedKinds: (kinds: readonly string[]): string => `${String(kinds.length)} 类`,
  rotationYearCounts: (v: keyof typeof years): string => years[v],
  rotationListCounts: (v: keyof typeof lists): string => lists[v],
  rotationRuralPlaces: (list: readonly (keyof typeof places)[]): string => list.map((p) => places[p]).join('、'),
} as const
