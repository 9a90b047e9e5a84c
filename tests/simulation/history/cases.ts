// History's verbs for the matrix of rights: each with what it needs beforehand.
import { historyFields, openingsOf, type OpeningRow } from '../../../src/domain/history/history.ts'
import type { RowId } from '../../../src/domain/ids.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { rowFromText } from '../../../src/wire/document-text.ts'
import { done, dossier, type Case, type Place } from '../matrix-cases.ts'

let made = 0
/** Each time from another paper, so that no balance is there already. */
const opening = (): Record<string, unknown> => {
  made += 1
  return {
    year: 2024,
    first: '2024-01-01',
    last: '2024-12-31',
    level: 'district',
    mode: 'online',
    hours: '8',
    credits: null,
    source: 'paper',
    words: `登记册 ${String(made)}`,
    batch: null,
  }
}
const recorded = (p: Place): Promise<string> => done(p.officer, dossier(p), 'record-opening', opening())
const objected = async (p: Place): Promise<string> =>
  done(p.own, dossier(p), 'object-history', { opening: await recorded(p), again: null, reason: '少了' })

async function seen(p: Place): Promise<string> {
  const { documents } = await p.own.sync([], { want: [{ kind: 'teacher', id: p.teacher }] })
  const rows = documents.flatMap((one) =>
    one.rows.filter((r) => r.kind === 'opening').map((r): [RowId, OpeningRow] => [r.id as RowId, rowFromText(r) as OpeningRow]),
  )
  return shortHash(historyFields(openingsOf({ subject: dossier(p), rows: new Map(rows) })))
}

export const HISTORY_CASES: readonly Case[] = [
  { verb: 'record-opening', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: opening() }) },
  {
    verb: 'reverse-opening',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { row: await recorded(p), reason: '重复' } }),
  },
  {
    verb: 'confirm-history',
    kind: 'teacher',
    async ready(p) {
      await recorded(p)
      return { subject: dossier(p), args: { seen: await seen(p), originalSeen: true } }
    },
  },
  {
    verb: 'object-history',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { opening: await recorded(p), again: null, reason: '少了' } }),
  },
  {
    verb: 'answer-objection',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { row: await objected(p), amount: null, reason: '已核对' } }),
  },
]
