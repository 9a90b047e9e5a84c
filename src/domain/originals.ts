// 证明材料 as schools keep it, and 抽查: which originals are to be brought, drawn from words said aloud. No chance is involved: who
// knows the words and the entries draws the same ones. Pure; made from dossiers alone.

import type { Dossier } from './dossier.ts'
import type { Entry } from './entry.ts'
import { entriesOf } from './evaluate/item.ts'
import { inWindow, type Window } from './evaluate/window.ts'
import type { PersonId, SchoolId } from './ids.ts'
import { homePost, personOf, postsOf } from './person.ts'
import type { Day } from './day.ts'

/** How an entry is evidenced, the strongest first: 已验原件 · 照片 · 纸质已交学校 · 名册即证明 · 暂无,后补. */
export const PROOFS = ['seen', 'picture', 'paper', 'roster', 'later'] as const
export type Proof = (typeof PROOFS)[number]

export function proofOf(entry: Entry): Proof {
  const has = (is: Entry['evidence'][number]['is']): boolean => entry.evidence.some((e) => e.is === is)
  if (entry.original !== null) return 'seen'
  if (has('file')) return 'picture'
  if (has('paper-at-school')) return 'paper'
  return entry.origin === 'granted' || has('roster') ? 'roster' : 'later'
}

export interface ProofLine {
  readonly person: PersonId
  readonly name: string
  readonly entry: Entry
  readonly proof: Proof
}

/** The recognised entries of the people of these schools (人事关系 on the day) that end in the window, by name, then by day. */
export function proofLines(dossiers: Iterable<Dossier>, schools: readonly SchoolId[], window: Window, on: Day): ProofLine[] {
  const lines: ProofLine[] = []
  for (const dossier of dossiers) {
    const person = personOf(dossier)
    const home = homePost(postsOf(dossier), on)
    if (person === null || home === null || !schools.includes(home.school)) continue
    for (const entry of entriesOf(dossier)) {
      if (entry.state === 'recognised' && inWindow(window, entry.training.last))
        lines.push({ person: dossier.subject.id as PersonId, name: person.name, entry, proof: proofOf(entry) })
    }
  }
  const key = (l: ProofLine): string => `${l.person} ${l.entry.training.last} ${l.entry.id}`
  return lines.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (key(a) < key(b) ? -1 : 1))
}

/** `size` of the lines, drawn by lot from the words; in the order of the lines. */
export function drawOriginals(lines: readonly ProofLine[], size: number, words: string, hash: (value: unknown) => string): ProofLine[] {
  const lots = lines.map((line) => ({ line, lot: hash(['originals', words, line.person, line.entry.id]) }))
  lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.line.entry.id < b.line.entry.id ? -1 : 1))
  const drawn = new Set(lots.slice(0, Math.max(0, size)).map((one) => one.line))
  return lines.filter((line) => drawn.has(line))
}
