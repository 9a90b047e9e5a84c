// Days as people read them on paper and on screens: '2026-09-01' → '2026年9月1日'.

export const fullDay = (day: string): string =>
  `${String(Number(day.slice(0, 4)))}年${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`
