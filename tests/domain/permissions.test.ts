import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import type { SchoolId } from '../../src/domain/ids.ts'
import { capacitiesFor, deskFor, isOfficerOf, rightsOver, schoolAndAbove } from '../../src/domain/permissions.ts'
import type { Reference } from '../../src/domain/reference.ts'
import {
  asDossier,
  atDistrict,
  atSchool,
  CENTRAL,
  districtFile,
  done,
  dossier,
  id,
  OTHER,
  POINT,
  REFERENCE,
  schoolFile,
  TODAY,
} from './verbs/scene.ts'

const without = (...people: string[]): Reference => ({ ...REFERENCE, roles: REFERENCE.roles.filter((r) => !people.includes(r.person)) })

describe('the tree of schools', () => {
  it('is walked upwards, and a loop ends the walk', () => {
    expect(schoolAndAbove(REFERENCE, POINT)).toEqual([POINT, CENTRAL])
    const looped = { ...REFERENCE, schools: REFERENCE.schools.map((s) => (s.id === CENTRAL ? { ...s, parent: POINT } : s)) }
    expect(schoolAndAbove(looped, POINT)).toEqual([POINT, CENTRAL])
    expect(schoolAndAbove(REFERENCE, 'nowhere' as SchoolId)).toEqual(['nowhere'])
  })
})

describe('rights over a dossier', () => {
  it('come from the home school, the schools above it, and every other post in force', () => {
    const tao = dossier('tao', POINT)
    expect([...rightsOver(id('wu'), tao, REFERENCE, TODAY)]).toEqual(['school-officer'])
    expect([...rightsOver(id('zhou'), tao, REFERENCE, TODAY)]).toEqual(['principal'])
    expect([...rightsOver(id('he'), tao, REFERENCE, TODAY)]).toEqual([])
    const visiting = done('wu', 'start-post', tao, { school: OTHER, kind: 'visiting', from: '2026-03-01' })
    expect([...rightsOver(id('he'), visiting, REFERENCE, TODAY)]).toEqual(['school-officer'])
  })
  it('hold on the days of the role, first and last included', () => {
    const lent: Reference = {
      ...REFERENCE,
      roles: [{ person: id('lin'), name: '林', role: 'officer', at: atSchool(CENTRAL), from: day('2026-03-01'), to: day('2026-03-31') }],
    }
    const has = (on: string): boolean => isOfficerOf(id('lin'), POINT, lent, day(on))
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(has)).toEqual([false, true, true, false])
  })
  it("of a school never reach the district's file", () => {
    expect([...rightsOver(id('wu'), districtFile(), REFERENCE, TODAY)]).toEqual([])
    expect([...rightsOver(id('an'), districtFile(), REFERENCE, TODAY)]).toEqual(['admin'])
    expect([...rightsOver(id('wu'), schoolFile(POINT), REFERENCE, TODAY)]).toEqual(['school-officer'])
  })
  it('are used in the order a verb names them', () => {
    const doc = dossier('wu', CENTRAL)
    expect(capacitiesFor(['school-officer', 'own'], id('wu'), doc, REFERENCE, TODAY)).toEqual(['officer', 'teacher'])
    expect(capacitiesFor(['own', 'school-officer'], id('wu'), doc, REFERENCE, TODAY)).toEqual(['teacher', 'officer'])
    expect(capacitiesFor(['auditor'], id('wu'), doc, REFERENCE, TODAY)).toEqual([])
  })
})

describe('the desk a claim waits at', () => {
  it("is the 中心校's for a one-person teaching point, and its own when it has an officer", () => {
    const tao = asDossier(dossier('tao', POINT))
    expect(deskFor(tao, REFERENCE, TODAY).at).toEqual(atSchool(CENTRAL))
    const own: Reference = {
      ...REFERENCE,
      roles: [
        ...REFERENCE.roles,
        { person: id('lin'), name: '林', role: 'officer', at: atSchool(POINT), from: day('2025-01-01'), to: null },
      ],
    }
    expect(deskFor(tao, own, TODAY)).toMatchObject({ at: atSchool(POINT), people: [{ person: 'lin' }] })
  })
  it("is never the claimant's own: another officer, else the district", () => {
    const wu = asDossier(dossier('wu', CENTRAL))
    expect(deskFor(wu, REFERENCE, TODAY).people.map((p) => p.person)).toEqual(['wei'])
    expect(deskFor(wu, without('wei'), TODAY)).toMatchObject({ at: atDistrict, people: [{ person: 'du' }, { person: 'dan' }] })
    expect(deskFor(asDossier(dossier('du', OTHER)), without('he'), TODAY).people.map((p) => p.person)).toEqual(['dan'])
  })
  it('goes with the role on the day of a handover', () => {
    const handed: Reference = {
      ...REFERENCE,
      roles: [
        { person: id('wu'), name: '吴', role: 'officer', at: atSchool(CENTRAL), from: day('2024-09-01'), to: day('2026-03-09') },
        { person: id('lin'), name: '林', role: 'officer', at: atSchool(CENTRAL), from: day('2026-03-10'), to: null },
      ],
    }
    const tao = asDossier(dossier('tao', POINT))
    expect(deskFor(tao, handed, day('2026-03-09')).people.map((p) => p.person)).toEqual(['wu'])
    expect(deskFor(tao, handed, day('2026-03-10')).people.map((p) => p.person)).toEqual(['lin'])
  })
  it('never waits for the principal', () => {
    expect(deskFor(asDossier(dossier('lin', CENTRAL)), without('wu', 'wei'), TODAY).at).toEqual(atDistrict)
  })
})
