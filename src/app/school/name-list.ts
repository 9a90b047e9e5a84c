// A pasted list of people, a line each: name, or staff number, with school or subject beside it where several are called so. Says for
// every line whom it means; never guesses between two. Pure.

import type { PersonId } from '../../domain/ids.ts'

export interface Nameable {
  readonly person: PersonId
  readonly name: string
  readonly formerNames: readonly string[]
  readonly staffNumber: string | null
  readonly subject: string | null
  readonly schoolName: string
}

export type Line<P extends Nameable = Nameable> =
  | { readonly is: 'found'; readonly line: string; readonly who: P }
  | { readonly is: 'twice'; readonly line: string; readonly who: P }
  | { readonly is: 'none'; readonly line: string }
  | { readonly is: 'several'; readonly line: string; readonly who: readonly P[] }

/** The words of each line that is not empty; numbering in front ('12.') is no word. */
export function linesOf(text: string): { line: string; words: string[] }[] {
  return text.split(/\r?\n/).flatMap((raw) => {
    const line = raw.normalize('NFKC').trim()
    const words = line.split(/[\s,，、;；|]+/).filter((word) => word !== '' && !/^\d{1,3}[.、]?$/.test(word))
    return words.length === 0 ? [] : [{ line, words }]
  })
}

export const wordsOf = (text: string): string[] => [...new Set(linesOf(text).flatMap((l) => l.words))]

export function matchLines<P extends Nameable>(text: string, people: readonly P[]): Line<P>[] {
  const seen = new Set<PersonId>()
  return linesOf(text).map(({ line, words }): Line<P> => {
    const byNumber = people.filter((p) => p.staffNumber !== null && words.includes(p.staffNumber))
    const byName = people.filter((p) => words.includes(p.name) || p.formerNames.some((name) => words.includes(name)))
    const both = byNumber.filter((p) => byName.includes(p))
    const meant = both.length > 0 ? both : byNumber.length > 0 && byName.length === 0 ? byNumber : narrowed(byName, words)
    const [only] = meant
    if (only === undefined) return { is: 'none', line }
    if (meant.length > 1) return { is: 'several', line, who: meant }
    if (seen.has(only.person)) return { is: 'twice', line, who: only }
    seen.add(only.person)
    return { is: 'found', line, who: only }
  })
}

/** Of several called alike, those whose school or subject the line names; all where it names neither. */
function narrowed<P extends Nameable>(people: readonly P[], words: readonly string[]): readonly P[] {
  if (people.length < 2) return people
  const beside = people.filter((p) =>
    words.some((word) => word.length > 1 && word !== p.name && (p.schoolName.indexOf(word) >= 0 || p.subject === word)),
  )
  return beside.length > 0 ? beside : people
}
