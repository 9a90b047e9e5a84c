// Who may name whom, and which roles stand.
import { describe, expect, it } from 'vitest'
import { givable, roleName, schoolOptions } from '../../../src/app/district/role-giving.ts'
import type { Day } from '../../../src/domain/day.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import type { Reference } from '../../../src/domain/reference.ts'

const today = '2026-11-22' as Day
const held = (person: string, role: string, from = '2020-09-01', to: string | null = null) => ({
  person,
  name: person,
  role,
  at: { kind: 'district', id: 'd' },
  from,
  to,
})
const reference = {
  roles: [held('蒲', 'district-officer'), held('郑', 'admin'), held('左', 'auditor'), held('旧', 'admin', '2020-09-01', '2025-08-31')],
} as unknown as Reference
const may = (who: string, at: 'school' | 'district') => givable(reference, who as PersonId, today, at)

describe('naming people', () => {
  it('lets an administrator name anybody anywhere, a district officer people at schools, an auditor nobody', () => {
    expect(may('郑', 'district')).toEqual(['district-officer', 'auditor', 'admin'])
    expect(may('郑', 'school')).toEqual(['officer', 'principal'])
    expect(may('蒲', 'school')).toEqual(['officer', 'principal'])
    expect(may('蒲', 'district')).toEqual([])
    expect(may('左', 'school')).toEqual([])
  })

  it('no longer lets somebody whose role has ended', () => {
    expect(may('旧', 'district')).toEqual([])
  })

  it('calls the head of a 幼儿园 园长', () => {
    expect(roleName('principal', 'kindergarten')).toBe('园长')
    expect(roleName('principal', 'primary')).toBe('校长')
  })
})

describe('picking a school to name somebody at, to merge into or to open one below', () => {
  const schools = [
    { id: 'b', name: '石桥小学', code: '2' },
    { id: 'a', name: '解放小学', code: '1', closedOn: '2026-08-31' },
    { id: 'c', name: '岸边小学', code: '3', closedOn: '2026-12-31' },
  ]
  const offered = (on: string) => schoolOptions({ schools } as unknown as Reference, on as Day).map((s) => s.text)
  it('offers no school that has closed, and one that will close until its last day', () => {
    expect(offered('2026-11-22')).toEqual(['岸边小学', '石桥小学'])
    expect(offered('2027-01-01')).toEqual(['石桥小学'])
    expect(offered('2026-08-31')).toContain('解放小学')
  })
})
