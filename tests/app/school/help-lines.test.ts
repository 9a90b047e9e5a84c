// 需关注 of a school: the same figures, said the same way, as on the person's own page.
import { expect, test } from 'vitest'
import { helpLines } from '../../../src/app/school/help-lines.ts'
import type { Help } from '../../../src/domain/evaluate/help.ts'
import { tenths } from '../../../src/domain/hours.ts'
import { id } from '../../domain/verbs/scene.ts'
import { POLICY } from './people.ts'

const lacking = (short: number, shortAfterPending: number): Help => ({
  person: id('wu'),
  name: '苏欣然',
  subject: null,
  paused: false,
  short: tenths(short),
  shortAfterPending: tenths(shortAfterPending),
  perTerm: null,
  missing: [],
  lacks: [],
  moves: [{ by: 'teacher', what: 'more-hours', short: tenths(shortAfterPending), perTerm: tenths(395) }],
})

test('says what is short once the waiting is decided, and about so many whole hours a term, rounded up', () => {
  expect(helpLines(lacking(3290, 3250), POLICY)).toEqual(['待审通过后还差 325 学时，之后每学期约 40'])
})

test('speaks of nothing waiting where nothing waits', () => {
  expect(helpLines(lacking(3290, 3290), POLICY)).toEqual(['还差 329 学时，之后每学期约 40'])
})
