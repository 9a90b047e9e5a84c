// 注销并删除一个人: their roles end, everything about them goes, others' lists and tables name them no more, and that this id was erased is written down in two places. A change
// number is taken with it, so that whoever decides about the dossier at this moment decides again and finds it gone.

import type { DistrictId } from '../../domain/ids.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import { districtState, nextChange } from '../store/districts.ts'
import { lockExisting, subjectOf } from '../store/documents.ts'
import { endRoles, mayEndRoles, type EndRolesDeps } from './end-roles.ts'
import type { Tx } from '../store/database.ts'
import { amountsOf, erasePerson, sumOf, type Amounts } from './erase-person.ts'
import { dropFromLog, dropMentions, lockMentions } from './mentions.ts'
import { samePerson } from './same-person.ts'
import { readErasures } from './erasures-file.ts'
import { dropPictures, keepOutside } from './keep-erased.ts'

export type Erased =
  | {
      readonly is: 'erased'
      readonly on: string
      readonly amounts: Amounts
      readonly roles: number
      readonly mentions: number
      readonly people: readonly string[]
    }
  /** Someone else must be administrator first. */
  | { readonly is: 'only-admin' }

/** May be run again after it broke off. */
export async function erase(deps: EndRolesDeps, dataFolder: string, district: DistrictId, person: string): Promise<Erased> {
  const { db, clock } = deps
  const people = await withServer(db, { district, person: '' }, (tx) => samePerson(tx, district, person))
  for (const one of people) if (!(await mayEndRoles(deps, district, one))) return { is: 'only-admin' }
  const { day } = momentOf(clock())
  const outside = await readErasures(dataFolder)
  let roles = 0
  for (const one of people) roles += await endRoles(deps, district, one)
  const { amounts, pictures, mentions } = await withServer(db, { district, person: '' }, async (tx) => {
    for (const one of [...people].sort()) await lockExisting(tx, district, subjectOf('teacher', one))
    await lockMentions(tx, district, people)
    const change = await nextChange(tx, (await districtState(tx, district)).referenceChange, { reference: true, activities: false })
    const named = await dropMentions(tx, district, people, change)
    await dropFromLog(tx, district, people)
    return { ...(await eraseAll(tx, district, people, day)), mentions: named }
  })
  await keepOutside(db, dataFolder, outside)
  for (const { person: one, files } of pictures) await dropPictures(db, dataFolder, { district, person: one, files })
  return { is: 'erased', on: day, amounts, roles, mentions, people }
}

interface AllGone {
  readonly amounts: Amounts
  readonly pictures: readonly { readonly person: string; readonly files: readonly string[] }[]
}

/** One after the other: a picture that two of the dossiers name goes with the last. */
async function eraseAll(tx: Tx, district: string, people: readonly string[], day: string): Promise<AllGone> {
  const counted: Amounts[] = []
  for (const one of people) counted.push(await amountsOf(tx, district, one, people))
  const pictures: AllGone['pictures'][number][] = []
  let own = 0
  for (const person of people) {
    const gone = await erasePerson(tx, district, person, day)
    pictures.push({ person, files: gone.files })
    own += gone.own.length
  }
  return { amounts: { ...sumOf(counted), files: own }, pictures }
}
