// Who reads about a school and its district: a teacher of hers, the principal, the district's officer and its auditor, each with a
// device. The opening of tests about who may read what.
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { Device, World } from '../journeys/world.ts'

export interface Readers {
  readonly qin: PersonId
  readonly teacher: Device
  readonly principal: Device
  readonly district: Device
  readonly auditor: Device
}

/** 覃丽莎 and 赵校长 have their home post at the school; nobody else here has a dossier. */
export async function readersOf(w: World, school: SchoolId): Promise<Readers> {
  const qin = await w.teacher('覃丽莎', school)
  const zhao = await w.teacher('赵校长', school)
  await w.role(zhao, '赵校长', 'principal', { kind: 'school', id: school })
  const liu = await w.person('刘科长')
  await w.role(liu, '刘科长', 'district-officer', 'district')
  const du = await w.person('督导')
  await w.role(du, '督导', 'auditor', 'district')
  return { qin, teacher: await w.device(qin), principal: await w.device(zhao), district: await w.device(liu), auditor: await w.device(du) }
}
