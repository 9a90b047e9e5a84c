// Somebody who works at two schools, and an activity that both register: said before it is saved, flagged after.

import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { flagsOfEntry } from '../../../src/domain/evaluate/flags.ts'
import type { PersonId, RowId } from '../../../src/domain/ids.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { registeredElsewhere } from '../../../src/app/school/registered-elsewhere.ts'
import { ACTIVITY, atSchool, CENTRAL, done, dossier, nextOp, OTHER, OTHER_ACTIVITY, REFERENCE } from '../../domain/verbs/scene.ts'

const grant = (who: 'wu' | 'he', doc: Parameters<typeof done>[2], activity: string, op = nextOp()) =>
  done(who, 'grant-hours', doc, { activity, hours: null, attendance: null, result: null }, { op })
const shared = () => done('wu', 'start-post', dossier('tao', CENTRAL), { school: OTHER, kind: 'visiting', from: '2025-09-01' })
const tao = 'tao' as PersonId
const act = { title: '九月 校本研修', first: day('2025-09-06'), last: day('2025-09-06') }

describe('an activity that both schools register', () => {
  it('is said before it is saved, of those who have it from the other school and are present', () => {
    const doc = grant('wu', shared(), ACTIVITY) as Dossier
    expect(registeredElsewhere([doc], new Set([tao]), act, new Set([OTHER_ACTIVITY]))).toEqual([{ person: 'tao', title: '九月校本研修' }])
    expect(registeredElsewhere([doc], new Set(), act, new Set())).toEqual([])
    expect(registeredElsewhere([doc], new Set([tao]), act, new Set([ACTIVITY as RowId]))).toEqual([])
    expect(registeredElsewhere([doc], new Set([tao]), { ...act, first: day('2025-10-06'), last: day('2025-10-06') }, new Set())).toEqual([])
    expect(registeredElsewhere([doc], new Set([tao]), { ...act, title: '别的' }, new Set())).toEqual([])
  })
  it('is flagged as a likely duplicate on both entries when it was saved all the same', () => {
    const policy = policyFor('500103')
    if (policy === null) throw new Error('no pack')
    const [one, other] = [nextOp(), nextOp()]
    const twice = grant('he', grant('wu', shared(), ACTIVITY, one), OTHER_ACTIVITY, other) as Dossier
    expect(REFERENCE.activities.find((a) => a.id === OTHER_ACTIVITY)?.at).toEqual(atSchool(OTHER))
    for (const row of [one, other])
      expect(flagsOfEntry(policy, twice, row as string as RowId, day('2026-03-10')).map((f) => f.code)).toContain('likely-duplicate')
  })
})
