// Slices of hours in the order people list them: levels from the nation to one's own, forms as the entry page offers them. Never by how
// much there is: no list is a ranking. What has no place in the order comes last.

import { LEVELS, MODES } from '../dossier.ts'

const inOrder =
  (order: readonly string[]) =>
  <T extends { readonly key: string }>(slices: readonly T[]): T[] => {
    const place = (key: string): number => (order.indexOf(key) < 0 ? order.length : order.indexOf(key))
    return [...slices].sort((a, b) => place(a.key) - place(b.key))
  }

export const levelsInOrder = inOrder(LEVELS)
export const modesInOrder = inOrder(MODES)
