// One person may have several dossiers, made one (档案合并): whoever is erased goes with all of them.

import { mergesInto, setAsideOf } from '../../domain/merge/merge-facts.ts'
import { readDossiers } from '../reference/dossiers.ts'
import type { Tx } from '../store/database.ts'

/** The id asked about first, then those of every dossier joined to it, to and fro. */
export async function samePerson(tx: Tx, district: string, person: string): Promise<string[]> {
  const found = [person]
  for (let i = 0; i < found.length; i += 1) {
    for (const dossier of await readDossiers(tx, district, [found[i] ?? ''])) {
      const joined = [
        ...mergesInto(dossier).map(({ fact }) => fact.from),
        ...[setAsideOf(dossier)].flatMap((aside) => (aside === null ? [] : [aside.fact.into])),
      ]
      for (const id of joined) if (!found.includes(id)) found.push(id)
    }
  }
  return found
}
