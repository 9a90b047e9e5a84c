// Packs a district published from its own screen: facts of its file beside the settings, under the key 'pack', so that they travel
// and are kept as settings are. Each lies over the one before: what it names by id it replaces, the rest goes on.

import { z } from 'zod/mini'
import { Pack } from '../policy/policy.ts'

export const PACK_KEY = 'pack'

/** The pack of a setting's text; null where it is none (a newer version's, or damaged). */
export function packOf(text: string): Pack | null {
  try {
    const read = z.safeParse(Pack, JSON.parse(text) as unknown)
    return read.success ? read.data : null
  } catch {
    // Not JSON: no pack.
    return null
  }
}

/** Published packs in the order they were published; what cannot be read is left out. */
export const publishedPacks = (settings: readonly { readonly key: string; readonly value: string }[]): Pack[] =>
  settings.filter((s) => s.key === PACK_KEY).flatMap((s) => packOf(s.value) ?? [])
