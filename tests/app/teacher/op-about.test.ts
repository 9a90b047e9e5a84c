// What stands on the list of what is only on this phone.
import { expect, test } from 'vitest'
import { aboutWhom } from '../../../src/app/teacher/op-about.ts'

const names = new Map([
  ['teacher:me', '王晓琴'],
  ['teacher:yu', '于勇'],
])

test('an officer sees whose claim each decision was about, a teacher is not told their own name', () => {
  expect(aboutWhom({ key: 'teacher:yu', args: { row: 'r' } }, 'me', names)).toBe('于勇')
  expect(aboutWhom({ key: 'teacher:yu', args: { title: '班主任工作坊' } }, 'me', names)).toBe('班主任工作坊 · 于勇')
  expect(aboutWhom({ key: 'teacher:me', args: { title: '班主任工作坊' } }, 'me', names)).toBe('班主任工作坊')
})

test('of who is not on this phone, and of a school, only what the act says itself is shown', () => {
  expect(aboutWhom({ key: 'teacher:gone', args: {} }, 'me', names)).toBeNull()
  expect(aboutWhom({ key: 'school:s', args: { title: '九月校本研修' } }, 'me', names)).toBe('九月校本研修')
  expect(aboutWhom({ key: 'teacher:yu', args: { name: '于勇' } }, 'me', names)).toBe('于勇')
})
