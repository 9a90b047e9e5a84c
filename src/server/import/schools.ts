// Which school a row means: by 标识码, else by name, with or without the district's prefix (江岸小学 = 示例区江岸小学).
// A short name that fits two schools fits none.

import type { KnownSchool, PlanSchool } from './plan.ts'

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s()]/g, '')
const SHORTEST = 4

export function schoolFinder(schools: readonly KnownSchool[]): (code: string | null, name: string | null) => PlanSchool | null {
  const byCode = new Map(schools.map((s) => [s.code, s]))
  const byName = new Map<string, KnownSchool | 'several'>()
  const put = (name: string, s: KnownSchool): void => {
    byName.set(name, byName.has(name) && byName.get(name) !== s ? 'several' : s)
  }
  for (const s of schools) put(plain(s.name), s)
  const endingWith = (name: string): KnownSchool | null => {
    if (name.length < SHORTEST) return null
    const fits = schools.filter((s) => plain(s.name).endsWith(name) || (name.endsWith(plain(s.name)) && s.name.length >= SHORTEST))
    return fits.length === 1 ? (fits[0] ?? null) : null
  }
  const memory = new Map<string, KnownSchool | null>()
  const named = (name: string): KnownSchool | null => {
    const key = plain(name)
    const exact = byName.get(key)
    if (exact !== undefined) return exact === 'several' ? null : exact
    const before = memory.get(key)
    if (before !== undefined) return before
    const found = endingWith(key)
    memory.set(key, found)
    return found
  }
  return (code, name) => {
    const found = code !== null ? byCode.get(code) : name !== null ? named(name) : undefined
    if (found) return { id: found.id, code: found.code, name: found.name }
    return code === null && name === null ? null : { id: null, code, name }
  }
}
