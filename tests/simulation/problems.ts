// What a simulation found wrong, in words that say which promise was broken; with the kinds that are counted by themselves.

import type { Figures } from './figures.ts'

export type Kind = 'lost' | 'doubled' | 'extra' | 'missing' | 'other'

export class Problems {
  readonly found: string[] = []
  readonly #figures: Figures

  constructor(figures: Figures) {
    this.#figures = figures
  }

  add(kind: Kind, words: string): void {
    if (kind !== 'other') this.#figures.add(kind)
    if (this.found.length < 20) this.found.push(words)
  }

  /** Says it where the two are not the same text. */
  same(kind: Kind, words: string, one: unknown, other: unknown): void {
    const [a, b] = [JSON.stringify(one), JSON.stringify(other)]
    if (a !== b) this.add(kind, `${words}: ${short(a)} ≠ ${short(b)}`)
  }
}

const short = (text: string | undefined): string => (text === undefined ? 'nothing' : text.length > 400 ? `${text.slice(0, 400)}…` : text)
