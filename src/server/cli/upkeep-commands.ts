// rebuild, verify, backup, restore, accept-rollback, evaluate: what the operator of the machine does.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { evaluateCase } from '../../domain/evaluate/case.ts'
import { backUp, restore as restoreBackup } from '../backup/backup.ts'
import { DATABASE_FILE, EVIDENCE_FOLDER } from '../backup/backup-folder.ts'
import { changeOf, generationOf } from '../backup/format.ts'
import { acceptRollback as acceptOlder } from '../backup/accept-rollback.ts'
import { readMarks } from '../backup/generation-file.ts'
import { linkTree } from '../backup/link-tree.ts'
import { roomFor } from '../backup/room.ts'
import { takeKeys } from '../backup/take-keys.ts'
import { readErasures } from '../erase/erasures-file.ts'
import { keepErased, keepOutside } from '../erase/keep-erased.ts'
import { momentOf } from '../clock.ts'
import { districtRules, districtsWithPack } from '../reference/district-rules.ts'
import { checkReviews } from '../reports/check-reviews.ts'
import { rebuild as rebuildAll, verify as verifyAll, type Difference } from '../store/rebuild.ts'
import {
  backedUp,
  BACKUP_WRONG,
  backupOfAnother,
  differs,
  mayNotProve,
  needsWord,
  noFile,
  notJson,
  rebuilt,
  restored,
  restoreNeedsConfirm,
  reviewsDiffer,
  verified,
} from '../text/cli.ts'
import { noRoom } from '../text/backup.ts'
import { erasedAgain } from '../text/erase.ts'
import { acceptNeedsConfirm, districtLost, notRolledBack, rollbackAccepted } from '../text/rollback.ts'
import { answered, cannot, type Answer, type Connected, type Setting } from './command.ts'

const differenceLines = (differences: readonly Difference[]): string[] => differences.slice(0, 50).map((d) => `  ${d.subject} ${d.what}`)

/** What is kept beside the rows, and every year review handed in: both made again from the rows. */
export async function verify({ db, clock }: Connected): Promise<Answer> {
  const kept = await verifyAll(db, districtRules)
  const reviews = await checkReviews(db, districtRules, momentOf(clock()).day)
  const differences = [...kept, ...reviews.differences]
  if (differences.length === 0) return answered([verified], { differences })
  const lines = [
    ...(kept.length > 0 ? [differs(kept.length)] : []),
    ...(reviews.differences.length > 0 ? [reviewsDiffer(reviews.differences.length)] : []),
    ...differenceLines(differences),
  ]
  return answered(lines, { differences }, 1)
}

export async function rebuild({ db }: Connected): Promise<Answer> {
  const mended = await rebuildAll(db, districtRules)
  return answered([rebuilt(mended.length), ...differenceLines(mended)], { mended })
}

export async function backup({ args, url, clock, dataFolder }: Connected): Promise<Answer> {
  const file = args.words[1]
  if (file === undefined) return cannot(needsWord('备份文件名'))
  const room = await roomFor({ databaseUrl: url, dataFolder, folder: dirname(resolve(file)) })
  if (room !== null) return cannot(noRoom(room.folder, room.needed, room.free))
  const done = await backUp(url, resolve(file), clock())
  if (done.is === 'may-not-prove') return cannot(mayNotProve)
  const { head, manifest, bytes } = done.said
  const tables = Object.fromEntries(Object.entries(manifest.tables).map(([name, { rows }]) => [name, rows]))
  return answered([backedUp(file, changeOf(head), bytes)], { file, generation: generationOf(head), change: changeOf(head), tables, bytes })
}

/** Null where everything was typed that a restore needs. */
export function restoreRefused({ args }: Setting): Answer | null {
  const file = args.words[1]
  if (file === undefined) return cannot(needsWord('备份文件名'))
  if (!existsSync(file) || (statSync(file).isDirectory() && !existsSync(join(file, DATABASE_FILE)))) return cannot(noFile(file))
  return args.flags.has('confirm') ? null : cannot(restoreNeedsConfirm)
}

const districtName = (code: string): string => districtsWithPack.find((one) => one.code === code)?.name ?? code

/** A file, or the folder of a nightly backup, whose pictures come back with it. */
export async function restore({ args, url, dataFolder, db, clock, references }: Connected): Promise<Answer> {
  const file = args.words[1] ?? ''
  const whole = statSync(file).isDirectory()
  // Before anything is replaced: whom the present database has erased must be known when it is gone.
  await keepOutside(db, dataFolder, await readErasures(dataFolder))
  const done = await restoreBackup(
    url,
    whole ? join(resolve(file), DATABASE_FILE) : resolve(file),
    await readMarks(dataFolder),
    clock(),
    async () => {
      if (!whole) return
      // What is there stays: a picture is known by its bytes, so a missing one is all there is to bring back.
      await takeKeys(file, dataFolder)
      await linkTree(join(file, EVIDENCE_FOLDER), join(dataFolder, EVIDENCE_FOLDER))
    },
  )
  if (done.is === 'wrong') return cannot(BACKUP_WRONG[done.why])
  if (done.is === 'other-district') return cannot(backupOfAnother(done.inBackup.map(districtName), done.here.map(districtName)))
  const { again } = await keepErased({ db, clock, references }, dataFolder)
  const lines = [restored(file, done.generation), ...(again === 0 ? [] : [erasedAgain(again)])]
  return answered(lines, { file, generation: done.generation, change: done.change, erasedAgain: again })
}

export async function acceptRollback({ args, db, dataFolder, clock, references }: Connected): Promise<Answer> {
  if (!args.flags.has('confirm')) return cannot(acceptNeedsConfirm)
  const done = await acceptOlder(db, dataFolder)
  if (done.is !== 'accepted') return cannot(done.is === 'district-lost' ? districtLost : notRolledBack)
  const { again } = await keepErased({ db, clock, references }, dataFolder)
  const lines = [rollbackAccepted(done.generation), ...(again === 0 ? [] : [erasedAgain(again)])]
  return answered(lines, { generation: done.generation, change: done.change, erasedAgain: again })
}

/** Cases as a list, or one case; needs no database. */
export function evaluate({ args }: Setting): Answer {
  const file = args.words[1]
  if (file === undefined) return cannot(needsWord('用例文件'))
  if (!existsSync(file) || statSync(file).isDirectory()) return cannot(noFile(file))
  const answers = answersIn(readFileSync(file, 'utf8'))
  return answers === null ? cannot(notJson(file)) : { lines: answers, json: null, code: 0 }
}

/** One JSON line a case, or null where the file holds anything but cases. */
function answersIn(text: string): string[] | null {
  try {
    const read: unknown = JSON.parse(text)
    return (Array.isArray(read) ? read : [read]).map((one) => JSON.stringify(evaluateCase(one)))
  } catch {
    return null
  }
}
