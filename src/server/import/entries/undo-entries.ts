// Takes a confirmed table of entries back: every balance and every entry of it is reversed, the activity cancelled. First everything is
// rehearsed: where one row can no longer be taken back (somebody acted on it, the teacher is at another school by now), nothing is
// written and each such row is named with why; `rest` then takes back the others. What changes under the writing stops at a whole lot:
// asking again goes on from there. What was written and that it was taken back both stay on record.

import type { Subject } from '../../../domain/document.ts'
import type { OpContent } from '../../../wire/op.ts'
import type { LeftRow } from '../../../wire/import.ts'
import type { Asker } from '../../door/asker.ts'
import { withServer } from '../../door/door.ts'
import { knownPeople } from '../../store/people.ts'
import { applyOnBehalf, unwilling, type OnBehalf } from '../../sync/on-behalf.ts'
import { UNDO_ENTRIES_REASON, UNDO_ACTED_WORDS, undoRefusal } from '../../text/import.ts'
import { idFor, undoDevice } from '../batch-id.ts'
import { doneLines, finishBatch } from '../batch-store.ts'
import type { ImportDeps } from '../dry-run.ts'
import type { Importer } from '../importer.ts'
import type { Undone } from '../undone.ts'
import { actedOn, dossiersOf, opsOf, reversing, type Reversal } from './undo-wishes.ts'

const AT_ONCE = 300

type Who = Pick<Asker, 'district' | 'person'>
/** By the dossier: why it is left alone. */
type Why = Map<string, string>

export async function undoEntries(deps: ImportDeps, who: Who, batch: string, importer: Importer, rest: boolean): Promise<Undone> {
  const { district } = who
  const { ops, lines } = await withServer(deps.db, who, async (tx) => ({
    ops: (await opsOf(tx, district, batch)).filter((o) => !o.result.includes('"refused"')),
    lines: await doneLines(tx, district, batch),
  }))
  const ours = new Set(ops.map((o) => o.op))
  const people = [...new Set(lines.map((l) => l.person))]
  const behalf: OnBehalf = { district, actor: { id: importer.id, name: importer.name }, device: undoDevice(batch) }
  const opFor = ({ subject, row, verb, base }: Reversal): OpContent =>
    // The one who takes it back is part of the id: somebody else going on with it makes other ops.
    ({
      op: idFor(batch, `undo ${importer.id} ${row}`),
      actor: importer.id,
      subject,
      verb,
      v: 1,
      base,
      after: null,
      args: { row, reason: UNDO_ENTRIES_REASON },
    })
  const lots = Array.from({ length: Math.ceil(people.length / AT_ONCE) }, (_, n) => people.slice(n * AT_ONCE, (n + 1) * AT_ONCE))

  /** One lot as it stands now: whose rows were acted on, and what would reverse those of the others. */
  async function look(
    lot: readonly string[],
    without: Why,
  ): Promise<{ wishes: OpContent[]; why: Why; at: ReadonlyMap<string, readonly string[]> }> {
    const found = await withServer(deps.db, who, (tx) => dossiersOf(tx, district, lot))
    const why: Why = new Map()
    const wishes: OpContent[] = []
    for (const { dossier } of found) {
      const id = dossier.subject.id as string
      if (without.has(id)) continue
      if (actedOn(dossier, ours)) why.set(id, UNDO_ACTED_WORDS)
      else wishes.push(...reversing(dossier, ours).map(opFor))
    }
    return { wishes, why, at: new Map(found.map(({ dossier, people: of }) => [dossier.subject.id as string, of])) }
  }

  const left: Why = new Map()
  const places = new Map<string, readonly string[]>()
  const leave = async (wishes: readonly OpContent[], how: 'whole' | 'rehearsed'): Promise<boolean> => {
    const answers = (await applyOnBehalf(deps, { ...behalf, how }, wishes)).filter(unwilling)
    for (const a of answers)
      left.set(
        wishes.find((w) => w.op === a.op)?.subject.id ?? '',
        a.result.is === 'refused' ? undoRefusal(a.result.code) : UNDO_ACTED_WORDS,
      )
    return answers.length > 0
  }
  const told = async (undone: number): Promise<Undone> => {
    const names = await withServer(deps.db, who, (tx) => knownPeople(tx, district, people))
    const rows = [...left].flatMap(([id, words]) =>
      (places.get(id) ?? []).flatMap((person): LeftRow[] =>
        lines.filter((l) => l.person === person).map((l) => ({ row: l.row, name: names.get(person as Who['person']) ?? '', words })),
      ),
    )
    return {
      is: 'left',
      undone,
      others: people.length - new Set([...left.keys()].flatMap((id) => places.get(id) ?? [])).size,
      rows: rows.sort((a, b) => a.row - b.row),
    }
  }

  for (const lot of lots) {
    const { wishes, why, at } = await look(lot, left)
    for (const [id, of] of at) places.set(id, of)
    for (const [id, words] of why) left.set(id, words)
    await leave(wishes, 'rehearsed')
  }
  if (left.size > 0 && !rest) return told(0)
  const untouched = new Map(left)
  let undone = 0
  for (const lot of lots) {
    const { wishes, why, at } = await look(lot, untouched)
    for (const [id, words] of why) left.set(id, words)
    if (why.size > 0 || (await leave(wishes, 'whole'))) return told(undone)
    undone += [...at].filter(([id]) => !untouched.has(id)).reduce((n, [, of]) => n + of.length, 0)
  }
  const activity = ops.find((o) => o.verb === 'register-activity')
  // Hours that stay stand on their activity.
  if (activity !== undefined && left.size === 0) {
    const subject: Subject = { kind: activity.kind, id: activity.subject } as Subject
    const [answer] = await applyOnBehalf(deps, behalf, [opFor({ subject, row: activity.op, verb: 'cancel-activity', base: null })])
    if (answer !== undefined && unwilling(answer))
      throw new Error(`the activity of an import could not be cancelled: ${JSON.stringify(answer.result)}`)
  }
  await withServer(deps.db, who, (tx) => finishBatch(tx, district, batch, 'undone', null))
  return left.size > 0 ? told(undone) : { is: 'undone', people: people.length }
}
