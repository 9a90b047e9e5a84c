// Carries out a confirmed batch: schools first, then people some hundreds at a time, then the roles that were confirmed. Everything goes
// through verbs, in the importer's name. Confirming again after a broken answer goes on where it stopped: a line that was written is
// in `import_line`, written in the same transaction, and is not written twice. Absence from the file ends nobody.

import type { Asker } from '../door/asker.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { ConfirmAnswer, ConfirmRequest, ImportTotals } from '../../wire/import.ts'
import type { OpContent } from '../../wire/op.ts'
import { applyOnBehalf } from '../sync/on-behalf.ts'
import type { OpAnswer } from '../sync/receive.ts'
import { IMPORT_REASON, refusalSentence } from '../text/import.ts'
import { carryOutEntries } from './entries/apply-entries.ts'
import { beginApplying, batchById, doneLines, finishBatch, isEntries, noteLines, peopleCount, type Batch } from './batch-store.ts'
import { countAgain } from '../store/count-again.ts'
import { idFor, importDevice } from './batch-id.ts'
import { addNewPeople, besideOf, forgetPeople, freeNumbers, setBeside, type Beside, type NewPerson } from './beside.ts'
import { changesSomething, type ImportDeps } from './dry-run.ts'
import { importerOf, type Importer } from './importer.ts'
import { mayConfirm } from './may-confirm.ts'
import { schoolsOfPlan } from './open-schools.ts'
import { longAgoFor, opsToAdd, opsToChange, personIdFor, type Making } from './ops-of-line.ts'
import type { PlanLine } from './plan.ts'
import { homePosts } from './posts-known.ts'

const AT_ONCE = 400
/** Lines after which the tables have become others than they were. */
const COUNT_AFTER = new Set([1, 4, 16, 64].map((lots) => lots * AT_ONCE))

export type Confirmed =
  | { readonly is: 'nobody' }
  | { readonly is: 'no'; readonly code: 'import.has-errors' | 'import.nothing-to-do' | 'import.out-of-date' | 'import.already-done' }
  | { readonly is: 'done'; readonly outcome: ConfirmAnswer }

type Writable = Extract<PlanLine, { is: 'add' | 'change' }>

interface Ready {
  readonly batch: Batch
  readonly importer: Importer
  readonly choices: ConfirmRequest
  readonly lines: readonly Writable[]
}

const running = new Set<string>()

/** One import of a district at a time; a second one finds people it has not seen and is asked to look again. */
export async function confirmBatch(
  deps: ImportDeps,
  who: Pick<Asker, 'district' | 'person'>,
  id: string,
  wish: ConfirmRequest,
): Promise<Confirmed> {
  if (running.has(who.district)) return { is: 'no', code: 'import.out-of-date' }
  running.add(who.district)
  try {
    const ready = await begin(deps, who, id, wish)
    if ('is' in ready) return ready
    const { stored } = ready.batch
    return {
      is: 'done',
      outcome: isEntries(stored)
        ? await carryOutEntries(deps, who, { batch: { ...ready.batch, stored }, importer: ready.importer })
        : await carryOut(deps, who, { ...ready, totals: stored.plan.totals }),
    }
  } finally {
    running.delete(who.district)
  }
}

async function begin(
  deps: ImportDeps,
  who: Pick<Asker, 'district' | 'person'>,
  id: string,
  wish: ConfirmRequest,
): Promise<Ready | Confirmed> {
  return withServer(deps.db, who, async (tx) => {
    const { reference } = await deps.references.read(tx, who.district)
    const importer = await importerOf(tx, who, reference, momentOf(deps.clock()).day)
    const batch = await batchById(tx, who.district, id)
    if (importer === null || batch === null || batch.madeBy !== importer.id) return { is: 'nobody' }
    if (batch.school !== null ? !importer.mayFor(batch.school) : !importer.district) return { is: 'nobody' }
    if (batch.state === 'applied' || batch.state === 'undone') return { is: 'no', code: 'import.already-done' }
    const may = mayConfirm(batch.stored)
    if (may === 'nothing') return { is: 'no', code: 'import.nothing-to-do' }
    if (may === 'only-good' && !wish.onlyGood) return { is: 'no', code: 'import.has-errors' }
    if (batch.state === 'planned' && (await peopleCount(tx, who.district)) !== batch.peopleKnown)
      return { is: 'no', code: 'import.out-of-date' }
    const choices = await beginApplying(tx, who.district, id, wish)
    if (choices === null) return { is: 'no', code: 'import.already-done' }
    const lines = isEntries(batch.stored) ? [] : batch.stored.plan.lines.filter((l): l is Writable => l.is === 'add' || l.is === 'change')
    return { batch, importer, choices, lines }
  })
}

async function carryOut(
  deps: ImportDeps,
  who: Pick<Asker, 'district' | 'person'>,
  { batch, importer, choices, lines, totals }: Ready & { readonly totals: ImportTotals },
): Promise<ConfirmAnswer> {
  const { day } = momentOf(deps.clock())
  const { district } = who
  const behalf = { district, actor: { id: importer.id, name: importer.name }, device: importDevice(batch.id) }
  const refused: { row: number; name: string; words: string }[] = []
  const note = (line: PlanLine, answer: OpAnswer): void => {
    if (answer.result.is === 'refused' && !refused.some((r) => r.row === line.row))
      refused.push({ row: line.row, name: line.facts.name, words: refusalSentence(answer.result.code) })
  }

  const known = await withServer(deps.db, who, (tx) => deps.references.read(tx, district))
  const schools = schoolsOfPlan(batch.id, importer.id, lines, known.reference.schools, longAgoFor(day))
  for (const ops of schools.opening) await applyOnBehalf(deps, behalf, ops)

  const making: Making = {
    batch: batch.id,
    actor: importer.id,
    today: day,
    longAgo: longAgoFor(day),
    reason: IMPORT_REASON,
    schoolId: (line) => schools.idOf(line.school),
  }
  const done = new Set((await withServer(deps.db, who, (tx) => doneLines(tx, district, batch.id))).map((l) => l.row))
  const taken = new Set(lines.flatMap((l) => l.facts.staffNumber ?? []))
  const number = await withServer(deps.db, who, (tx) => freeNumbers(tx, district, taken))
  const left = lines.filter((l) => !done.has(l.row))
  for (let i = 0; i < left.length; i += AT_ONCE) {
    const lot = left.slice(i, i + AT_ONCE)
    const prepared = await prepare(deps, who, lot, making, number)
    const byOp = new Map(prepared.ops.map(({ op, line }) => [op.op, line]))
    const answers = await applyOnBehalf(
      deps,
      {
        ...behalf,
        before: async (tx) => {
          await addNewPeople(tx, district, prepared.fresh)
          await setBeside(tx, district, prepared.changed)
          await noteLines(tx, district, batch.id, prepared.notes)
        },
      },
      prepared.ops.map(({ op }) => op),
    )
    const lost: string[] = []
    for (const answer of answers) {
      const line = byOp.get(answer.op)
      if (line === undefined) continue
      note(line, answer)
      if (answer.result.is === 'refused' && line.is === 'add') lost.push(personIdFor(batch.id, line.row))
    }
    if (lost.length > 0) await withServer(deps.db, who, (tx) => forgetPeople(tx, district, batch.id, lost))
    if (COUNT_AFTER.has(i + lot.length)) await countAgain(deps.db)
  }

  const roles = await giveRoles(deps, behalf, { batch, choices, lines }, making, note)
  const wrong = new Set(refused.map((r) => r.row))
  const good = lines.filter((l) => !wrong.has(l.row))
  const { asked } = totals
  const outcome: ConfirmAnswer = {
    added: good.filter((l) => l.is === 'add').length,
    changed: good.filter(changesSomething).length,
    ended: good.filter((l) => l.is === 'change' && l.ended !== null).length,
    openedSchools: schools.opening.reduce((n, ops) => n + ops.length, 0),
    roles,
    leftOut: batch.stored.wrongRows + asked,
    refused,
  }
  await withServer(deps.db, who, (tx) => finishBatch(tx, district, batch.id, 'applied', outcome))
  return outcome
}

interface Prepared {
  readonly ops: readonly { readonly op: OpContent; readonly line: Writable }[]
  readonly fresh: readonly NewPerson[]
  readonly changed: readonly Beside[]
  readonly notes: readonly { readonly row: number; readonly person: string; readonly before: string | null }[]
}

async function prepare(
  deps: ImportDeps,
  who: Pick<Asker, 'district' | 'person'>,
  lot: readonly Writable[],
  making: Making,
  number: () => string,
): Promise<Prepared> {
  const ids = lot.flatMap((l) => (l.is === 'change' ? [l.personId] : []))
  const { homes, beside } = await withServer(deps.db, who, async (tx) => ({
    homes: await homePosts(tx, who.district, ids, making.today),
    beside: new Map((await besideOf(tx, who.district, ids)).map((b) => [b.id, b])),
  }))
  const ops: { op: OpContent; line: Writable }[] = []
  const fresh: NewPerson[] = []
  const changed: Beside[] = []
  const notes: { row: number; person: string; before: string | null }[] = []
  for (const line of lot) {
    if (line.is === 'add') {
      const id = personIdFor(making.batch, line.row)
      const staffNumber = line.facts.staffNumber ?? number()
      const { phone, idHash, idLast4, name } = line.facts
      fresh.push({ id, name, staffNumber, phone, idHash, idLast4, ours: line.facts.staffNumber === null, former: [] })
      for (const op of opsToAdd(making, line, staffNumber)) ops.push({ op, line })
      notes.push({ row: line.row, person: id, before: null })
      continue
    }
    const before = beside.get(line.personId)
    if (before === undefined) throw new Error('a person of the plan is not known')
    changed.push(after(before, line))
    notes.push({ row: line.row, person: line.personId, before: JSON.stringify(before) })
    for (const op of opsToChange(making, line, homes.get(line.personId) ?? null)) ops.push({ op, line })
  }
  return { ops, fresh, changed, notes }
}

function after(before: Beside, line: Extract<Writable, { is: 'change' }>): Beside {
  const has = (field: string): boolean => line.changes.some((c) => c.field === field)
  return {
    ...before,
    ...(has('phone') ? { phone: line.facts.phone } : {}),
    ...(has('idNumber') ? { idHash: line.facts.idHash, idLast4: line.facts.idLast4 } : {}),
    ...(has('staffNumber') ? { ours: false } : {}),
    ...(has('formerNames') ? { former: [...new Set([...before.former, ...line.facts.formerNames])] } : {}),
  }
}

async function giveRoles(
  deps: ImportDeps,
  behalf: { district: Asker['district']; actor: { id: PersonId; name: string }; device: string },
  { batch, choices, lines }: Pick<Ready, 'batch' | 'choices' | 'lines'>,
  making: Making,
  note: (line: PlanLine, answer: OpAnswer) => void,
): Promise<number> {
  const wanted = new Set(choices.roles.map((r) => `${String(r.row)} ${r.role}`))
  const ops: { op: OpContent; line: Writable }[] = []
  for (const line of lines) {
    const school = making.schoolId(line)
    for (const role of line.roles) {
      if (school === null || !wanted.has(`${String(line.row)} ${role}`)) continue
      const person = line.is === 'add' ? personIdFor(batch.id, line.row) : line.personId
      const args = { person, personName: line.facts.name, role, from: making.today, to: null }
      ops.push({
        line,
        op: {
          op: idFor(batch.id, `${String(line.row)} role ${role}`),
          actor: behalf.actor.id,
          subject: { kind: 'school', id: school },
          verb: 'grant-role',
          v: 1,
          base: null,
          after: null,
          args,
        },
      })
    }
  }
  let given = 0
  for (let i = 0; i < ops.length; i += AT_ONCE) {
    const lot = ops.slice(i, i + AT_ONCE)
    for (const answer of await applyOnBehalf(
      deps,
      behalf,
      lot.map(({ op }) => op),
    )) {
      const line = lot.find(({ op }) => op.op === answer.op)?.line
      if (answer.result.is === 'applied') given += 1
      if (line !== undefined) note(line, answer)
    }
  }
  return given
}
