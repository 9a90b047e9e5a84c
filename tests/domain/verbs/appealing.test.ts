// 申请更正 is answered by the school with a reason, and once more by the district; then it is closed.

import { describe, expect, it } from 'vitest'
import { appealable, closedBy } from '../../../src/domain/verbs/review.ts'
import { waitingOf } from '../../../src/server/reference/project.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { accept, attempt, baseOf, codeOf, done, entryIn, nextOp, POINT, REFERENCE, withClaim } from './scene.ts'

function answered(reversed = false) {
  const { doc, row } = withClaim('tao', POINT)
  let now = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
  if (reversed) now = done('wu', 'reverse-entry', now, { row, reason: '重复' }, { base: baseOf(now, row) })
  const [request, answer] = [nextOp(), nextOp()]
  now = done('tao', 'request-correction', now, { row, reason: '少了' }, { op: request })
  now = done('wu', 'answer-correction', now, { row, request, hours: null, reason: '已核' }, { base: baseOf(now, row), op: answer })
  return { now, row, answer }
}
const appeal = { reason: '签到表写的是 6' }

describe.each([
  ['a recognised entry', false],
  ['a reversal', true],
] as const)('about %s', (_what, reversed) => {
  it('the school answers first, the district once more, and then it is closed', () => {
    const { now, row, answer } = answered(reversed)
    expect(appealable(entryIn(now, row))?.op).toBe(answer)
    const asked = nextOp()
    const open = done('tao', 'appeal-correction', now, { row, answer, ...appeal }, { op: asked })
    expect(codeOf(attempt('tao', 'appeal-correction', open, { row, answer, ...appeal }))).toBe('noop')
    expect(
      codeOf(attempt('wu', 'answer-correction', open, { row, request: asked, hours: null, reason: '还是' }, { base: baseOf(open, row) })),
    ).toBe('claim.other-desk')
    expect(waitingOf(open as Dossier, REFERENCE.policy)).toEqual({ waitsSchool: false, waitsDistrict: true })
    const given = done('du', 'answer-correction', open, { row, request: asked, hours: '6', reason: '属实' }, { base: baseOf(open, row) })
    expect(entryIn(given, row)).toMatchObject({ state: 'recognised', recognised: 60, openRequest: null })
    expect(closedBy(entryIn(given, row))).not.toBeNull()
    expect(codeOf(attempt('tao', 'request-correction', given, { row, reason: '再看' }))).toBe('correction.closed')
    expect(codeOf(attempt('tao', 'appeal-correction', given, { row, answer, ...appeal }))).toBe('correction.not-answered')
  })
})

it('nobody can ask the district before the school has answered, nor about another answer', () => {
  const { doc, row } = withClaim('tao', POINT)
  const yes = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
  expect(codeOf(attempt('tao', 'appeal-correction', yes, { row, answer: nextOp(), ...appeal }))).toBe('correction.not-answered')
  const { now, row: other } = answered()
  expect(codeOf(attempt('tao', 'appeal-correction', now, { row: other, answer: nextOp(), ...appeal }))).toBe('correction.not-answered')
})

it('when the hours are reversed after all, the teacher may ask anew', () => {
  const { now, row, answer } = answered()
  const asked = nextOp()
  let on = done('tao', 'appeal-correction', now, { row, answer, ...appeal }, { op: asked })
  on = done('du', 'answer-correction', on, { row, request: asked, hours: null, reason: '维持' }, { base: baseOf(on, row) })
  on = done('du', 'reverse-entry', on, { row, reason: '查实未到' }, { base: baseOf(on, row) })
  expect(codeOf(attempt('tao', 'request-correction', on, { row, reason: '到了' }))).toBe('applied')
})
