// Who is there: one to three schools (the third a 教学点 below the first), people with and without phones, and roles that come
// and go. Two to five of them have a phone.

import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { Role } from '../../src/domain/school-file.ts'
import type { World } from '../journeys/world.ts'
import type { Chance } from './random.ts'

export interface Member {
  readonly id: PersonId
  readonly name: string
  /** What they do first and foremost; what they may do is for the district to say. */
  readonly does: 'teacher' | 'officer' | 'principal' | 'district'
}

export interface Cast {
  readonly schools: readonly SchoolId[]
  /** Everybody with a dossier. */
  readonly teachers: readonly Member[]
  /** Someone with a dossier and no phone of their own. */
  readonly quiet: Member
  /** Those with a phone. */
  readonly phones: readonly Member[]
}

export async function enter(w: World, chance: Chance): Promise<Cast> {
  const first = await w.school('实验小学', { kind: 'central' })
  const schools = [first]
  const many = 1 + chance.below(3)
  if (many > 1) schools.push(await w.school('解放小学'))
  if (many > 2) schools.push(await w.school('云台教学点', { kind: 'teaching-point', parent: first, place: 'rural' }))
  const somewhere = (): SchoolId => chance.pick(schools) ?? first
  const teacher = async (name: string, does: Member['does'], school: SchoolId): Promise<Member> => ({
    id: await w.teacher(name, school),
    name,
    does,
  })
  const role = (who: Member, what: Role, at: { kind: 'school'; id: SchoolId } | 'district'): Promise<void> =>
    w.role(who.id, who.name, what, at)

  const qin = await teacher('覃丽莎', 'teacher', first)
  const wang = await teacher('王建国', 'officer', first)
  await role(wang, 'officer', { kind: 'school', id: first })
  const tao = await teacher('陶老师', 'teacher', somewhere())
  const liu: Member = { id: await w.person('刘科长'), name: '刘科长', does: 'district' }
  await role(liu, 'district-officer', 'district')
  const he = await teacher('何校长', 'principal', first)
  await role(he, 'principal', { kind: 'school', id: first })
  const quiet = await teacher('不带手机的老师', 'teacher', somewhere())
  // The first two always, since nothing happens between people without them; who comes third is chance.
  const others = chance.oneIn(2) ? [tao, liu, he] : [liu, tao, he]
  return { schools, quiet, teachers: [qin, wang, tao, he, quiet], phones: [qin, wang, ...others.slice(0, chance.below(4))] }
}
