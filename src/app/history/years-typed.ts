// '2023' or '2021-2025' as typed, as the days a balance lies within; the running year ends today. Null for anything else. Pure.

export interface YearsTyped {
  readonly year: number | null
  readonly first: string
  readonly last: string
}

export function yearsTyped(text: string, today: string): YearsTyped | null {
  const m = /^(\d{4})\s*年?(?:\s*[-—–~至到]\s*(\d{4})\s*年?)?$/.exec(text.trim())
  if (m === null) return null
  const from = Number(m[1])
  const to = m[2] === undefined ? from : Number(m[2])
  const end = `${String(to)}-12-31`
  if (from < 1950 || to < from || `${String(from)}-01-01` > today) return null
  return { year: from === to ? from : null, first: `${String(from)}-01-01`, last: end < today ? end : today }
}
