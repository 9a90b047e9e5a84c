// 登记校本学时: who is on the roster, who is absent, what is missing, and the acts that save it.

import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { RowId, SchoolId } from '../../../src/domain/ids.ts'
import { blankActivity, grants, missingIn, registering, rosterFor, type ActivityForm } from '../../../src/app/school/activity-form.ts'
import { person, POLICY } from './people.ts'

const CENTRAL = 'central' as SchoolId
const POINT = 'point' as SchoolId
const people = [
  person(1, { name: '覃老师' }),
  person(2, { name: '单老师' }),
  person(3, { name: '村小老师' }, 'point'),
  person(4, { name: '外校老师' }, 'other'),
  person(5, { name: '工勤', category: 'worker' }),
  person(6, { name: '新来的' }, 'central', '2026-03-01'),
]
const form = (more: Partial<ActivityForm> = {}): ActivityForm => ({
  ...blankActivity(day('2026-03-10'), '中心校'),
  title: '3月校本研修',
  hours: '4',
  ...more,
})
const roster = (f: ActivityForm) => rosterFor(f, people, [CENTRAL, POINT], POLICY)
const names = (list: readonly { name: string }[]): string[] => list.map((p) => p.name)

describe('everyone except the absent', () => {
  it('is everybody counted at the school and its 教学点 that day', () => {
    expect(names(roster(form()).present)).toEqual(['覃老师', '单老师', '村小老师', '新来的'])
  })
  it('leaves out who came later, a 教学点 that was not there, and the absent', () => {
    expect(names(roster(form({ first: '2026-02-20' })).present)).toEqual(['覃老师', '单老师', '村小老师'])
    const r = roster(form({ without: [POINT], absent: [people[0]?.person ?? ('' as never)] }))
    expect(names(r.present)).toEqual(['单老师', '新来的'])
    expect(names(r.absent)).toEqual(['覃老师'])
  })
  it('takes in who is not counted only when asked to', () => {
    expect(names(roster(form()).uncounted)).toEqual(['工勤'])
    expect(names(roster(form({ uncounted: true })).present)).toContain('工勤')
  })
})

describe('saving', () => {
  it('is one activity and one grant for each person there', () => {
    const f = form({ absent: [people[1]?.person ?? ('' as never)] })
    expect(registering(f, CENTRAL, roster(f)).args).toMatchObject({
      way: 'roster',
      expected: ['p1', 'p3', 'p6'],
      absent: ['p2'],
      last: '2026-03-10',
    })
    expect(grants(f, 'row' as RowId, roster(f)).map((g) => g.subject.id)).toEqual(['p1', 'p3', 'p6'])
  })
  it('grants nothing where claims are expected', () => {
    const f = form({ way: 'claims' })
    expect(grants(f, 'row' as RowId, roster(f))).toEqual([])
  })
  it('says what is still missing, in the order of the form', () => {
    const f = form({ title: ' ', hours: null, level: null, severalDays: true, last: '2026-03-01' })
    expect(missingIn(f, roster(f))).toEqual(['title', 'level', 'last', 'hours'])
    expect(missingIn(form({ without: [CENTRAL, POINT] }), roster(form({ without: [CENTRAL, POINT] })))).toEqual(['people'])
  })
})
