// Whole documents as an answer carries them: row by row, which every phone reads, or in bulk (wire/bulk.ts) with their standings.

import type { Subject } from '../../domain/document.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { countedBy } from '../../wire/counted-by.ts'
import { digestedText } from '../../wire/document-text.ts'
import type { WholeDocument } from '../../wire/sync.ts'
import type { Visit } from '../door/door.ts'
import { readDocuments } from '../store/documents.ts'
import { readInBulk } from '../store/in-bulk.ts'

export interface Whole {
  readonly document: WholeDocument
  /** What follows the answer of it. */
  readonly text: Buffer | null
  /** About how many bytes it takes up. */
  readonly bytes: number
}

export type Reader = (subjects: readonly Subject[]) => Promise<Whole[]>

export const inRows =
  ({ tx, asker }: Visit): Reader =>
  async (subjects) =>
    (await readDocuments(tx, asker.district, subjects)).map(({ subject, digest, rows }) => ({
      document: { subject, digest, rows: [...rows] },
      text: null,
      bytes: rows.reduce((sum, row) => sum + row.content.length + 100, 0),
    }))

export const inBulk =
  ({ tx, asker }: Visit, policy: Policy): Reader =>
  async (subjects) =>
    (await readInBulk(tx, asker.district, subjects, countedBy(policy))).map(({ subject, digest, lines, standing }) => {
      const text = Buffer.from(digestedText(subject, lines))
      const document = { subject, digest, rows: [], size: text.length, ...(standing === null ? {} : { standing }) }
      return { document, text, bytes: text.length + (standing?.length ?? 0) + 100 }
    })
