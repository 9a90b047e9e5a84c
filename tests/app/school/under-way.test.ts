// 还在办的: everything the sums of 汇总 count is found by name, with why and since when.

import { describe, expect, it } from 'vitest'
import { underWay } from '../../../src/app/school/under-way.ts'
import { day } from '../../../src/domain/day.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { withObjection } from '../../domain/history/who-may.ts'
import { baseOf, CENTRAL, done, POINT, withClaim } from '../../domain/verbs/scene.ts'

const TODAY = day('2026-03-20')
const { doc: claimed, row } = withClaim('tao', CENTRAL, { title: '作业设计' })
const found = (dossier: unknown, schools = [CENTRAL, POINT]) => underWay([dossier as Dossier], schools, TODAY)

describe('what is still under way', () => {
  it('names who has a returned claim to mend, and why it came back', () => {
    const returned = done('wu', 'return-claim', claimed, { row, reason: '日期不对' }, { base: baseOf(claimed, row) })
    expect(found(returned)).toMatchObject({
      returned: [{ person: 'tao', row, title: '作业设计', why: '日期不对' }],
      district: [],
      requests: [],
    })
  })

  it('leaves out what waits on the school’s own page, and people of other schools', () => {
    expect(found(claimed)).toEqual({ returned: [], requests: [], district: [] })
    const { doc } = withObjection()
    expect(found(doc, [])).toEqual({ returned: [], requests: [], district: [] })
  })

  it('counts an objection to past years wherever it waits, until it is answered', () => {
    const { doc, row: objection } = withObjection()
    const answered = done('wu', 'answer-objection', doc, { row: objection, amount: null, reason: '证书如此' })
    const again = done('tao', 'object-history', answered, { opening: null, again: objection, reason: '证书在我手上' })
    expect(found(doc).requests).toHaveLength(1)
    expect(found(answered).requests).toEqual([])
    expect(found(again).requests).toMatchObject([{ person: 'tao', row: null, why: '证书在我手上' }])
  })
})
