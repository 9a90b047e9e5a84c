// Takes a confirmed import back, as long as nobody has acted on any of its people: through facts, so that what was written and that it
// was taken back both stay on record. Added people are on no roll any more; changes go back to what stood before; roles are struck.
// Schools that were opened stay, empty: a later import finds them.

import { sql } from 'kysely'
import { addDays } from '../../domain/day.ts'
import { rowsOf } from '../../domain/document.ts'
import type { Dossier, PersonFact, PostFact } from '../../domain/dossier.ts'
import { personOf, postsOf } from '../../domain/person.ts'
import type { Asker } from '../door/asker.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import { canonical } from '../../wire/canonical.ts'
import type { LeftRow } from '../../wire/import.ts'
import type { OpContent } from '../../wire/op.ts'
import { readDossiers } from '../reference/dossiers.ts'
import { rowsFrom, type Tx } from '../store/database.ts'
import { applyOnBehalf, unwilling } from '../sync/on-behalf.ts'
import { UNDO_ACTED_WORDS, UNDO_REASON, undoRefusal } from '../text/import.ts'
import { actedSince } from './acted-since.ts'
import { undoEntries } from './entries/undo-entries.ts'
import { batchById, doneLines, finishBatch, isEntries, type DoneLine } from './batch-store.ts'
import { idFor, importDevice, undoDevice } from './batch-id.ts'
import { setBeside, type Beside } from './beside.ts'
import type { ImportDeps } from './dry-run.ts'
import { importerOf } from './importer.ts'
import type { Undone } from './undone.ts'

const AT_ONCE = 300

interface Logged {
  readonly op: string
  readonly verb: string
  readonly subject: string
  readonly content: string
}

const opsOf = (tx: Tx, district: string, batch: string): Promise<Logged[]> =>
  rowsFrom(
    tx,
    sql<Logged>`select op, verb, subject_id as subject, content from op_log where district = ${district} and device = ${importDevice(batch)} order by change, op`,
  )

export async function undoBatch(deps: ImportDeps, who: Pick<Asker, 'district' | 'person'>, id: string, rest = false): Promise<Undone> {
  const { day } = momentOf(deps.clock())
  const { district } = who
  const found = await withServer(deps.db, who, async (tx) => {
    const { reference } = await deps.references.read(tx, district)
    const importer = await importerOf(tx, who, reference, day)
    const batch = await batchById(tx, district, id)
    if (importer === null || batch === null || (batch.madeBy !== importer.id && !importer.district)) return null
    if (batch.school !== null ? !importer.mayFor(batch.school) : !importer.district) return null
    if (batch.state !== 'applied') return 'already-done' as const
    if (isEntries(batch.stored)) return { entriesOf: importer }
    return {
      importer,
      lines: await doneLines(tx, district, id),
      ops: await opsOf(tx, district, id),
      acted: await actedSince(tx, district, id, { importer, today: day }),
    }
  })
  if (found === null) return { is: 'nobody' }
  if (found === 'already-done') return { is: 'already-done' }
  if ('entriesOf' in found) return undoEntries(deps, who, id, found.entriesOf, rest)

  const { importer, lines, acted } = found
  // A roster goes as a whole or not at all: who has gone on is named, with what was done since.
  if (acted.size > 0)
    return {
      is: 'left',
      undone: 0,
      others: 0,
      rows: lines.flatMap((l) => {
        const one = acted.get(l.person)
        return one === undefined ? [] : [{ row: l.row, ...one }]
      }),
    }
  const behalf = { district, actor: { id: importer.id, name: importer.name }, device: undoDevice(id) }
  const op = (subject: OpContent['subject'], what: string, verb: string, args: Record<string, unknown>): OpContent =>
    // The one who takes it back is part of the id: somebody else going on with it makes other ops.
    ({ op: idFor(id, `undo ${importer.id} ${what}`), actor: importer.id, subject, verb, v: 1, base: null, after: null, args })
  const roles = found.ops
    .filter((o) => o.verb === 'grant-role')
    .map((o) => {
      const { args } = JSON.parse(o.content) as { args: { from: Parameters<typeof addDays>[0] } }
      return op({ kind: 'school', id: o.subject }, o.op, 'end-role', { row: o.op, to: addDays(args.from, -1) })
    })
  const ours = new Set(found.ops.map((o) => o.op))
  const lots = Array.from({ length: Math.ceil(lines.length / AT_ONCE) }, (_, n) => lines.slice(n * AT_ONCE, (n + 1) * AT_ONCE))
  const tried = async (lot: readonly DoneLine[], how: 'rehearsed' | 'whole'): Promise<LeftRow[]> => {
    const dossiers = await withServer(deps.db, who, (tx) =>
      readDossiers(
        tx,
        district,
        lot.map((l) => l.person),
      ),
    )
    const ops = dossiers.flatMap((d) =>
      wishesFor(d, ours).map(([verb, args]) =>
        op({ kind: 'teacher', id: d.subject.id }, `${d.subject.id} ${verb} ${canonical(args)}`, verb, args),
      ),
    )
    const refused = (await applyOnBehalf(deps, { ...behalf, how, before: (tx) => setBeside(tx, district, lot.map(backTo)) }, ops)).filter(
      unwilling,
    )
    return refused.flatMap((a): LeftRow[] => {
      const person = ops.find((o) => o.op === a.op)?.subject.id
      const dossier = dossiers.find((d) => d.subject.id === person)
      const words = a.result.is === 'refused' ? undoRefusal(a.result.code) : UNDO_ACTED_WORDS
      return lot
        .filter((l) => l.person === person)
        .map((l) => ({ row: l.row, name: (dossier === undefined ? null : personOf(dossier)?.name) ?? '', words }))
    })
  }
  // Everything is rehearsed before anything is written; what changes under the writing stops at a whole lot, and asking again goes on.
  const left: LeftRow[] = []
  for (const lot of lots) left.push(...(await tried(lot, 'rehearsed')))
  if (left.length > 0) return { is: 'left', undone: 0, others: 0, rows: onePerRow(left) }
  await applyOnBehalf(deps, behalf, roles)
  for (const [n, lot] of lots.entries()) {
    const stopped = await tried(lot, 'whole')
    if (stopped.length > 0) return { is: 'left', undone: n * AT_ONCE, others: 0, rows: onePerRow(stopped) }
  }
  await withServer(deps.db, who, (tx) => finishBatch(tx, district, id, 'undone', null))
  return { is: 'undone', people: lines.length }
}

const onePerRow = (rows: readonly LeftRow[]): LeftRow[] => rows.filter((r, n) => rows.findIndex((o) => o.row === r.row) === n)

const backTo = ({ person, before }: DoneLine): Beside =>
  before === null ? { id: person, phone: null, idHash: null, idLast4: null, ours: false, former: [] } : (JSON.parse(before) as Beside)

type Wish = readonly [verb: string, args: Record<string, unknown>]

/** Everything else first, posts last: a school's officer has a right over the dossier only while a post is there. */
function wishesFor(dossier: Dossier, ours: ReadonlySet<string>): Wish[] {
  return [...pauseWishes(dossier, ours), ...personWishes(dossier, ours), ...postWishes(dossier, ours)]
}

function pauseWishes(dossier: Dossier, ours: ReadonlySet<string>): Wish[] {
  return rowsOf(dossier, 'pause')
    .filter((row) => ours.has(row.facts[0]?.op ?? ''))
    .map((row) => ['cancel-pause', { row: row.id, reason: UNDO_REASON }])
}

function personWishes(dossier: Dossier, ours: ReadonlySet<string>): Wish[] {
  const row = rowsOf(dossier, 'person')[0]
  if (row === undefined || ours.has(row.facts[0]?.op ?? '')) return []
  const first = row.facts.findIndex((f) => ours.has(f.op))
  if (first < 0) return []
  const before = personOf({ subject: dossier.subject, rows: new Map([[row.id, { ...row, facts: row.facts.slice(0, first) }]]) })
  const keys = new Set(
    row.facts.filter((f) => ours.has(f.op)).flatMap((f: PersonFact) => (f.what === 'corrected' ? Object.keys(f.changes) : [])),
  )
  const now = Object.entries(personOf(dossier) ?? {})
  const changes = Object.fromEntries(
    Object.entries(before ?? {}).filter(
      ([key, value]) => keys.has(key) && canonical(value) !== canonical(now.find(([k]) => k === key)?.[1] ?? null),
    ),
  )
  return Object.keys(changes).length === 0 ? [] : [['correct-person', { changes, reason: UNDO_REASON }]]
}

function postWishes(dossier: Dossier, ours: ReadonlySet<string>): Wish[] {
  const strike: Wish[] = []
  const again: Wish[] = []
  const stands = new Set(postsOf(dossier).map((p) => p.id))
  for (const row of rowsOf(dossier, 'post')) {
    const started = row.facts.find((f): f is Extract<PostFact, { what: 'started' }> => f.what === 'started')
    if (started === undefined) continue
    const mine = ours.has(started.op)
    const ended = !mine && row.facts.some((f) => f.what === 'ended' && ours.has(f.op))
    if (!mine && !ended) continue
    if (stands.has(row.id)) strike.push(['end-post', { row: row.id, to: started.from, reason: 'mistake', note: UNDO_REASON }])
    // One that a first try started again is there.
    const back = postsOf(dossier).some(
      (p) => p.school === started.school && p.kind === started.post && p.from === started.from && p.to === null,
    )
    if (ended && !back) again.push(['start-post', { school: started.school, kind: started.post, from: started.from }])
  }
  return [...strike, ...again]
}
