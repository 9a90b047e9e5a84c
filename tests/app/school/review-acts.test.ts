// What a tap on the review page does: it binds what was seen, takes back exactly what was kept, and splits off what wants a look.

import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { OpId, RowId, SchoolId } from '../../../src/domain/ids.ts'
import { groupClaims, submissionsOf, type Submission } from '../../../src/domain/review.ts'
import { accepting, answering, decidedOf, returning, takingBack } from '../../../src/app/school/review-acts.ts'
import { onlyHoursDiffer, splitGroup } from '../../../src/app/school/use-review.ts'
import type { ActivityInfo } from '../../../src/domain/reference.ts'
import type { Tenths } from '../../../src/domain/hours.ts'
import { asDossier, baseOf, CENTRAL, done, TODAY, withClaim, type Who } from '../../domain/verbs/scene.ts'

const NOTICE: ActivityInfo = {
  id: 'notice' as RowId,
  at: { kind: 'school', id: CENTRAL },
  title: '',
  titles: [],
  organiser: '',
  level: 'school',
  mode: 'face-to-face',
  tags: [],
  project: null,
  first: TODAY,
  last: TODAY,
  hours: 40 as Tenths,
  way: 'claims',
}

function one(who: Who, training: Readonly<Record<string, unknown>> = {}): Submission & { base: string } {
  const { doc, row } = withClaim(who, CENTRAL as SchoolId, training)
  const [s] = submissionsOf(asDossier(doc), TODAY, { activities: [], since: day('2026-03-09') })
  if (s === undefined) throw new Error('no claim')
  return { ...s, base: baseOf(doc, row) }
}

describe('accepting', () => {
  it('decides about the content that was on the page', () => {
    const claim = one('tao', { hours: '4.5', credits: '1' })
    expect(accepting(claim)).toMatchObject({ verb: 'accept-claim', seen: claim.base, args: { hours: '4.5', credits: '1', note: '' } })
    expect(accepting(claim, '4', '按通知')).toMatchObject({ args: { hours: '4', note: '按通知' } })
    expect(returning(claim, '日期不对')).toMatchObject({ verb: 'return-claim', seen: claim.base, args: { reason: '日期不对' } })
  })
  it('is taken back for those that were kept, not for those left out', () => {
    const inputs = [accepting(one('tao')), accepting(one('lin')), accepting(one('wei'))]
    const skipped = inputs.slice(1, 2).map((input) => ({ input }))
    const back = takingBack(decidedOf(inputs, ['op-a', 'op-c'] as OpId[], skipped))
    expect(back.map((b) => [b.subject.id, b.args['decision']])).toEqual([
      ['tao', 'op-a'],
      ['wei', 'op-c'],
    ])
  })
})

describe('answering a correction', () => {
  it('names the request, and keeps the hours or gives new ones', () => {
    const { doc, row } = withClaim('tao', CENTRAL as SchoolId)
    const accepted = done('wu', 'accept-claim', doc, { row, hours: '4', credits: null, note: '' }, { base: baseOf(doc, row) })
    const asked = done('tao', 'request-correction', accepted, { row, reason: '通知是 6 学时' }, { base: baseOf(accepted, row) })
    const [s] = submissionsOf(asDossier(asked), TODAY, { activities: [], since: TODAY })
    expect(s && answering(s, '6', '核对通知')).toMatchObject({
      verb: 'answer-correction',
      args: { hours: '6', request: s?.entry.openRequest?.op },
    })
    expect(answering(one('lin'), null, '')).toBeNull()
  })
})

describe('a group', () => {
  it('keeps apart what carries a flag worth a look; 补登 only informs', () => {
    const claims = [one('tao'), one('lin'), one('wei')]
    const [group] = groupClaims(claims, [], [])
    if (group === undefined) throw new Error('no group')
    const { clear, look } = splitGroup(group, (s) =>
      s.person === 'lin'
        ? [{ code: 'future-day', last: TODAY }]
        : s.person === 'wei'
          ? [{ code: 'late', after: 'year', ended: TODAY }]
          : [],
    )
    expect(clear.map((c) => c.person)).toEqual(['tao', 'wei'])
    expect(look.map((c) => c.person)).toEqual(['lin'])
  })
})

describe('a group whose claims say other hours than the notice', () => {
  it('can be accepted together as the notice says, where nothing else is doubtful', () => {
    const notice = { ...NOTICE, first: day('2025-10-08'), last: day('2025-10-08'), title: '统编教材研修' }
    const claims = [one('tao', { hours: '8' }), one('lin', { hours: '8' }), one('wei', { hours: '8', last: '2025-10-09' })]
    const [group] = groupClaims(claims, [], [{ info: notice, people: [] }])
    if (group === undefined) throw new Error('no group')
    const flags = (s: Submission) => (s.person === 'lin' ? [{ code: 'future-day' as const, last: TODAY }] : [])
    expect(splitGroup(group, flags).look).toHaveLength(3)
    expect(onlyHoursDiffer(group, splitGroup(group, flags).look, flags).map((s) => s.person)).toEqual(['tao'])
  })
})
