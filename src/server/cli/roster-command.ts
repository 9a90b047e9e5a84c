// import (and import-roster, its older name): a roster, hours of past years or a name list; the same dry run and the same confirmation as on the screen, in the name of the district's administrator.
// Roles that the file proposes are left to be confirmed on the screen; questions are left open there too.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { sql } from 'kysely'
import type { PersonId } from '../../domain/ids.ts'
import type { TableKind } from '../../wire/import.ts'
import { confirmBatch } from '../import/apply.ts'
import { dryRun } from '../import/dry-run.ts'
import { choicesOf } from '../import/entries/tell-entries.ts'
import { batchTold, everyFinding } from '../import/tell.ts'
import { withServer } from '../door/door.ts'
import { momentOf } from '../clock.ts'
import { rowFrom } from '../store/database.ts'
import {
  aboutLine,
  aboutMissing,
  blocked,
  couldNotWrite,
  entriesImported,
  entriesPlanWords,
  imported,
  needsWord,
  noFile,
  noImporter,
  nothingToDo,
  nothingWritten,
  planWords,
  rolesHint,
  unknownKind,
  workbookWritten,
} from '../text/cli.ts'
import { FILE_REFUSAL_WORDS, NOT_A_ROSTER_WORDS, SEVERITY_WORDS } from '../text/findings.ts'
import { answered, cannot, type Answer, type InDistrict } from './command.ts'
import { schoolTyped } from './places.ts'

/** Whoever has been administrator longest: the operator of the machine acts in their name. */
export const administrator = (command: InDistrict): Promise<PersonId | null> => longestIn(command, 'admin')

async function longestIn({ db, district, clock }: InDistrict, role: 'admin' | 'district-officer'): Promise<PersonId | null> {
  const { day } = momentOf(clock())
  const row = await rowFrom(
    db,
    sql<{ person: PersonId }>`select person from membership where district = ${district.id} and role = ${role} and from_day <= ${day}
    and (to_day is null or to_day >= ${day}) order by from_day, row_id limit 1`,
  )
  return row?.person ?? null
}

export async function importRoster(command: InDistrict): Promise<Answer> {
  const { args, db, clock, references, district } = command
  const file = args.words[1]
  if (file === undefined) return cannot(needsWord('花名册文件'))
  if (!existsSync(file)) return cannot(noFile(file))
  const admin = await administrator(command)
  if (admin === null) return cannot(noImporter)
  const said = args.values.get('kind') ?? null
  const kind = isKind(said) ? said : null
  if (said !== null && kind === null) return cannot(unknownKind(said))
  const typed = args.values.get('school')
  const school = typed === undefined ? null : await schoolTyped(command, typed)
  if (school?.is === 'no') return cannot(school.words)
  const deps = { db, clock, references }
  const wish = {
    fileName: basename(file),
    bytes: readFileSync(file),
    school: school?.school.id ?? null,
    withoutRoles: true,
    about: aboutTyped(args.words.slice(2)),
    ...(kind === null ? {} : { kind }),
  }
  let who = { district: district.id, person: admin }
  let run = await dryRun(deps, who, wish)
  // Hours of a name list are issued by who recognises: not by an administrator who only brings in people.
  const officer =
    run.is === 'planned' && (run.batch.stored.kind === 'project' || run.batch.stored.kind === 'appraisal')
      ? await longestIn(command, 'district-officer')
      : null
  if (officer !== null && officer !== admin) {
    who = { district: district.id, person: officer }
    run = await dryRun(deps, who, wish)
  }
  if (run.is === 'nobody' || run.is === 'choose-school') return cannot(noImporter)
  if (run.is === 'unreadable')
    return { lines: [FILE_REFUSAL_WORDS[run.code]], json: { is: 'refused', code: run.code, words: FILE_REFUSAL_WORDS[run.code] }, code: 2 }
  if (run.is === 'not-a-roster')
    return {
      lines: [NOT_A_ROSTER_WORDS[run.what.code]],
      json: { is: 'not-a-roster', code: run.what.code, words: NOT_A_ROSTER_WORDS[run.what.code] },
      code: 2,
    }

  const { reference } = await withServer(db, who, (tx) => references.read(tx, district.id))
  const batch = batchTold(run.batch, reference.schools, choicesOf(reference.policy, momentOf(clock()).day))
  const { totals, mayConfirm } = batch
  const findings = everyFinding(run.batch)
  const json = {
    batch: batch.id,
    kind: batch.kind,
    about: batch.about.map(({ field, value, wrong }) => ({ field, value, wrong })),
    totals,
    findings,
    mayConfirm,
    outcome: null as unknown,
  }
  const roster = batch.kind === 'roster'
  const lines = [
    roster ? planWords(totals) : entriesPlanWords(batch.kind, totals),
    ...batch.about.map((a) => aboutLine(a)),
    ...findings.map((f) => `  第 ${String(f.row)} 行${f.column === '' ? '' : `“${f.column}”`} ${SEVERITY_WORDS[f.severity]}：${f.words}`),
  ]
  const planned = (more: string, code: Answer['code']): Answer => answered([...lines, more], { is: 'planned', ...json }, code)
  if (args.flags.has('dry-run')) return planned(nothingWritten, 0)
  if (batch.about.some((a) => a.wrong)) return planned(aboutMissing(batch.about.filter((a) => a.wrong).map((a) => a.field)), 1)
  if (mayConfirm === 'nothing') return planned(nothingToDo, findings.some((f) => f.severity === 'error') ? 1 : 0)
  if (mayConfirm === 'only-good' && !args.flags.has('only-good')) return planned(blocked, 1)
  const done = await confirmBatch(deps, who, batch.id, { onlyGood: args.flags.has('only-good'), roles: [] })
  if (done.is !== 'done') return planned(couldNotWrite, 1)
  const { outcome } = done
  const refused = outcome.refused.map((r) => `  第 ${String(r.row)} 行 ${r.name}：${r.words}`)
  const rest = run.workbook === null ? [] : [workbookWritten(keepRest(file, run.workbook))]
  const hint = totals.proposedRoles > 0 ? [rolesHint(totals.proposedRoles)] : []
  return answered(
    [...lines, roster ? imported(outcome) : entriesImported(outcome), ...refused, ...rest, ...hint],
    { is: 'applied', ...json, outcome },
    outcome.refused.length > 0 ? 1 : 0,
  )
}

/** Beside the file that was imported, for its owner only: it holds what they wrote, ID numbers included. */
function keepRest(file: string, workbook: Uint8Array): string {
  const rest = `${file.replace(/\.[^./\\]*$/, '')}-未导入.xlsx`
  writeFileSync(rest, workbook, { mode: 0o600 })
  return rest
}

const KINDS: readonly string[] = ['roster', 'openings', 'project', 'appraisal'] satisfies TableKind[]
const isKind = (text: string | null): text is TableKind => text !== null && KINDS.includes(text)

/** 'first=2026-07-06' … as typed after the file: what no column says of the whole table. */
function aboutTyped(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.flatMap((word): [string, string][] => {
      const at = word.indexOf('=')
      return at > 0 ? [[word.slice(0, at), word.slice(at + 1)]] : []
    }),
  )
}
