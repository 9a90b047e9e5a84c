// Whoever was erased stays erased: the lists in the database and outside it are brought together, and what an older backup, another disk,
// a folder of pictures or a phone's late table brought back of anybody on them is taken away again. Run before anything is served,
// after every restore, and every night before the backup.

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { EVIDENCE_FOLDER } from '../backup/backup-folder.ts'
import { withServer } from '../door/door.ts'
import { evidencePlaces, sentPlace } from '../evidence/evidence-files.ts'
import { allDistricts, districtState, nextChange } from '../store/districts.ts'
import { allErasures, type Erasure } from '../store/erasures.ts'
import type { Database } from '../store/database.ts'
import { erasePerson, isThere, unnamedBut } from './erase-person.ts'
import { dropFromLog, dropMentions, lockMentions } from './mentions.ts'
import { endRoles, type EndRolesDeps } from './end-roles.ts'
import { readErasures, together, writeErasures } from './erasures-file.ts'

export interface Kept {
  /** How many were there again. */
  readonly again: number
}

/** `readOnly`: the database may be exchanged yet, so nothing that counts up is done; roles are ended at the next start. */
export async function keepErased(deps: EndRolesDeps, dataFolder: string, readOnly = false): Promise<Kept> {
  const { db } = deps
  const outside = await readErasures(dataFolder)
  const listed = together(outside, await allErasures(db))
  const here = new Set((await allDistricts(db)).map(({ id }): string => id))
  let again = 0
  for (const one of listed) {
    if (!here.has(one.district)) continue
    if (!readOnly) await endRoles(deps, one.district, one.person)
    if (await eraseAgain(db, one)) again += 1
  }
  for (const district of here)
    await namedAgain(
      db,
      district,
      listed.filter((one) => one.district === district).map((one) => one.person),
      readOnly,
    )
  for (const one of await allErasures(db)) await dropPictures(db, dataFolder, one)
  if (listed.length > 0) await keepOutside(db, dataFolder, outside)
  return { again }
}

/** The list outside the database, with everybody the database knows of. */
export async function keepOutside(db: Database, dataFolder: string, outside: readonly Erasure[]): Promise<void> {
  const all = together(outside, await allErasures(db))
  if (JSON.stringify(all) === JSON.stringify(outside)) return
  await mkdir(dataFolder, { recursive: true })
  await writeErasures(dataFolder, all)
}

async function eraseAgain(db: Database, { district, person, on, files }: Erasure): Promise<boolean> {
  return withServer(db, { district, person: '' }, async (tx) => {
    if (!(await isThere(tx, district, person))) return false
    await dropFromLog(tx, district, [person])
    await erasePerson(tx, district, person, on, files)
    return true
  })
}

/** Lists and tables of others, where an older backup or another disk brought the names back. */
async function namedAgain(db: Database, district: string, people: readonly string[], readOnly: boolean): Promise<void> {
  if (people.length === 0) return
  await withServer(db, { district, person: '' }, async (tx) => {
    if ((await lockMentions(tx, district, people)) === 0) return
    const change = readOnly
      ? null
      : await nextChange(tx, (await districtState(tx, district)).referenceChange, { reference: false, activities: false })
    await dropMentions(tx, district, people, change)
    await dropFromLog(tx, district, people)
  })
}

/**
 * What the person sent of these pictures goes in any case, whoever else names them; what others sent of them goes where no document
 * names it any more.
 */
export async function dropPictures(
  db: Database,
  dataFolder: string,
  { district, person, files }: Pick<Erasure, 'district' | 'person' | 'files'>,
): Promise<void> {
  const folder = join(dataFolder, EVIDENCE_FOLDER)
  const there = new Map<string, string[]>()
  for (const hash of files) {
    const places = await evidencePlaces(folder, district, hash)
    if (places.length > 0) there.set(hash, places)
  }
  if (there.size === 0) return
  const unnamed = new Set(await withServer(db, { district, person: '' }, (tx) => unnamedBut(tx, district, person, [...there.keys()])))
  for (const [hash, places] of there) {
    const sent = sentPlace(folder, district, hash, person)
    for (const place of places) if (unnamed.has(hash) || place.startsWith(sent)) await rm(place, { force: true })
  }
}
