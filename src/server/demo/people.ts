// The people of the demo district as they are invented: who, where, since when. Nothing here is written yet.

import { addYears, day, type Day } from '../../domain/day.ts'
import type { Employment, Identity, StaffCategory } from '../../domain/dossier.ts'
import type { PersonId, SchoolId } from '../../domain/ids.ts'
import { initialsOf } from '../import/initials.ts'
import type { Chance } from './chance.ts'
import { namesFrom } from './names.ts'
import { DEMO_SCHOOLS, type DemoSchool } from './schools.ts'
import type { Who } from './story.ts'

export interface DemoPerson extends Who {
  readonly school: DemoSchool
  readonly schoolId: SchoolId
  readonly identity: Identity
  /** First day at the school. */
  readonly from: Day
  /** How regularly they take part: share of activities. */
  readonly diligence: number
}

export interface DemoPlaces {
  readonly ids: ReadonlyMap<string, SchoolId>
  readonly people: readonly DemoPerson[]
  of(key: string): DemoPerson[]
  officer(key: string): DemoPerson
  principal(key: string): DemoPerson
  named(name: string): DemoPerson
}

/** Near the end of a long time in service: retires within the cycle (leaders.ts). */
const RETIRES = '牟德贵'

const found = <T>(one: T | undefined): T => {
  if (one === undefined) throw new Error('demo: nobody there')
  return one
}

function kindOfWork(school: DemoSchool, n: number): { employment: Employment; category: StaffCategory } {
  const category =
    school.kind === 'kindergarten' && n >= 19 && n <= 22
      ? 'carer'
      : (school.key === 'junior' && n === 44) || (school.key === 'primary' && n === 36)
        ? 'worker'
        : school.key === 'junior' && n === 45
          ? 'administrative'
          : 'full-time'
  const employment =
    school.key === 'primary' && n === 37
      ? 'rehired'
      : school.key === 'junior' && n === 43
        ? 'substitute'
        : n % 17 === 11
          ? 'contract'
          : school.kind === 'kindergarten' && n === 24
            ? 'dispatched'
            : 'permanent'
  return { employment, category }
}

export function invent(chance: Chance, id: () => string, today: Day): DemoPlaces {
  const names = namesFrom(
    chance,
    DEMO_SCHOOLS.flatMap((s) => s.first),
  )
  const ids = new Map(DEMO_SCHOOLS.map((s) => [s.key, id() as SchoolId]))
  const people: DemoPerson[] = []
  const year = Number(today.slice(0, 4))
  for (const school of DEMO_SCHOOLS) {
    for (let n = 0; n < school.people; n += 1) {
      const name = school.first[n] ?? names.next()
      const isNew = n > 3 && n % 13 === 7
      const drawn = isNew ? year - chance.below(4) : year - 6 - chance.below(28)
      const began = name === RETIRES ? year - 37 : drawn
      const workedSince = day(`${String(began)}-09-01`)
      const from =
        isNew && workedSince < today
          ? workedSince
          : addYears(day(`${String(year - 6)}-09-01`), -chance.below(Math.max(1, year - 6 - began)))
      const first = school.first[n] !== undefined
      const work = kindOfWork(school, n)
      const identity: Identity = {
        name,
        initials: initialsOf(name),
        staffNumber: `${school.code.slice(-2)}${String(1001 + n)}`,
        sex: chance.often(school.kind === 'kindergarten' ? 0.96 : 0.68) ? 'female' : 'male',
        subject: work.category === 'worker' ? null : (school.subjects[n % school.subjects.length] ?? null),
        stage: school.stage,
        ...work,
        workedSince: workedSince < from ? workedSince : from,
      }
      people.push({
        id: id() as PersonId,
        name,
        school,
        schoolId: found(ids.get(school.key)),
        identity,
        from,
        diligence: first ? 0.95 : 0.62 + chance.next() * 0.37,
      })
    }
  }
  const of = (key: string): DemoPerson[] => people.filter((p) => p.school.key === key)
  return {
    ids,
    people,
    of,
    principal: (key) => found(of(key)[0]),
    officer: (key) => found(of(key)[1]),
    named: (name) => found(people.find((p) => p.name === name)),
  }
}
