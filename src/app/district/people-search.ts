// Finding someone among the people of a school: by name, 曾用名, initials, 教师编号 or subject; every word typed must be found.

import type { SchoolPerson } from '../../wire/overview.ts'

export function isMeantBy(one: Pick<SchoolPerson, 'name' | 'formerNames' | 'initials' | 'staffNumber' | 'subject'>, typed: string): boolean {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/)
  return words.every((word) => word === ''
    || one.name.toLowerCase().indexOf(word) >= 0
    || one.formerNames.some((name) => name.toLowerCase().indexOf(word) >= 0)
    || one.initials.some((letters) => letters.indexOf(word) === 0)
    || (one.staffNumber !== null && one.staffNumber.toLowerCase().indexOf(word) === 0)
    || (one.subject !== null && one.subject.indexOf(word) >= 0))
}
