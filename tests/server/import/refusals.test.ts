// Whatever a verb says no to when a table is written or taken back, the importer reads why in words, never a code.
import { expect, test } from 'vitest'
import '../../../src/domain/verbs/all-verbs.ts'
import { verbNamed } from '../../../src/domain/verbs/register.ts'
import { refusalSentence, undoRefusal } from '../../../src/server/text/import.ts'

const WRITTEN = [
  'open-school',
  'enrol-person',
  'correct-person',
  'start-post',
  'end-post',
  'begin-pause',
  'end-pause',
  'grant-role',
  'register-activity',
  'grant-hours',
  'record-opening',
  'record-appraisal',
]
const TAKEN_BACK = [
  'end-role',
  'cancel-pause',
  'correct-person',
  'end-post',
  'start-post',
  'cancel-activity',
  'reverse-entry',
  'reverse-opening',
  'strike-appraisal',
]
const codesOf = (verbs: readonly string[]): string[] =>
  verbs.flatMap((name) => [...(verbNamed(name)?.codes ?? expect.unreachable(`no verb ${name}`)), 'verb.not-allowed'])

test('every refusal of a row that is written has words', () => {
  expect(codesOf(WRITTEN).filter((code) => refusalSentence(code).includes(code))).toEqual([])
})

test('every refusal of a row that is taken back has words', () => {
  expect(codesOf(TAKEN_BACK).filter((code) => undoRefusal(code).includes(code))).toEqual([])
})
