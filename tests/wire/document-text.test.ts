import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { packDocument, subjectOf, unpackDocument, withRows } from '../../src/storage/packed.ts'
import { digestOf, documentFromJson, heldDigest, linesOf, rowsFromLines, rowText } from '../../src/wire/document-text.ts'
import { CENTRAL, dossier } from '../domain/verbs/scene.ts'

const subject = subjectOf('teacher:p1')
const rows = [
  { id: 'b', kind: 'hours', content: '[{"what":"claimed"}]' },
  { id: 'a', kind: 'person', content: '[{"name":"覃 老师"}]' },
]
const sha = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

test('a digest is the hash of the subject and every row, by id, whatever order they came in', () => {
  const expected = sha('teacher:p1\na person [{"name":"覃 老师"}]\nb hours [{"what":"claimed"}]')
  expect(digestOf(subject, rows)).toBe(expected)
  expect(digestOf(subject, [...rows].reverse())).toBe(expected)
})

test('what is held is told by one hash of the sorted keys', () => {
  expect(heldDigest(['teacher:b', 'school:a'])).toBe(sha('school:a\nteacher:b'))
  expect(heldDigest([])).toBe(sha(''))
})

test('a document packed and unpacked is byte for byte the same', () => {
  const document = dossier('tao', CENTRAL)
  const texts = [...document.rows.values()].map(rowText)
  const record = packDocument(document.subject, texts)
  expect(unpackDocument(record)).toEqual(document)
  expect(linesOf(rowsFromLines(record.text))).toBe(record.text)
  expect(rowsFromLines('')).toEqual([])
  const whole = `[${texts.map((row) => `["${row.id}","${row.kind}",${row.content}]`).join(',')}]`
  expect(documentFromJson(document.subject, whole)).toEqual(document)
})

test('a newer row replaces the one of its id and nothing else', () => {
  const record = withRows(packDocument(subject, rows), [{ id: 'b', kind: 'hours', content: '[]' }])
  expect(rowsFromLines(record.text).map((row) => row.content)).toEqual(['[{"name":"覃 老师"}]', '[]'])
  expect(record.digest).toBe(digestOf(subject, rowsFromLines(record.text)))
})
