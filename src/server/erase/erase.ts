// 注销并删除一个人: their roles end, everything about them goes, and that this id was erased is written down in two places. A change
// number is taken with it, so that whoever decides about the dossier at this moment decides again and finds it gone.

import type { DistrictId } from '../../domain/ids.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import { districtState, nextChange } from '../store/districts.ts'
import { lockExisting, subjectOf } from '../store/documents.ts'
import { endRoles, mayEndRoles, type EndRolesDeps } from './end-roles.ts'
import { erasePerson, type Amounts } from './erase-person.ts'
import { readErasures } from './erasures-file.ts'
import { dropFiles, keepOutside } from './keep-erased.ts'

export type Erased =
  | { readonly is: 'erased'; readonly on: string; readonly amounts: Amounts; readonly roles: number }
  /** Someone else must be administrator first. */
  | { readonly is: 'only-admin' }

/** May be run again after it broke off. */
export async function erase(deps: EndRolesDeps, dataFolder: string, district: DistrictId, person: string): Promise<Erased> {
  if (!(await mayEndRoles(deps, district, person))) return { is: 'only-admin' }
  const { db, clock } = deps
  const { day } = momentOf(clock())
  const outside = await readErasures(dataFolder)
  const roles = await endRoles(deps, district, person)
  const gone = await withServer(db, { district, person: '' }, async (tx) => {
    await lockExisting(tx, district, subjectOf('teacher', person))
    await nextChange(tx, (await districtState(tx, district)).referenceChange, { reference: true, activities: false })
    return erasePerson(tx, district, person, day)
  })
  await keepOutside(db, dataFolder, outside)
  await dropFiles(dataFolder, district, gone.files)
  return { is: 'erased', on: day, amounts: gone.amounts, roles }
}
