// The server may not read the app's words, so it has its own; a file and a page must still call one thing by one name.
import { expect, test } from 'vitest'
import { categories, employments, modes, schoolKinds } from '../../../src/app/text/policy-words.ts'
import { categoryWords, employmentWords, kindWords, modeWords } from '../../../src/server/text/closed-lists.ts'

test('what a downloaded table calls a mode, a kind of school or of post is what the page beside it calls it', () => {
  expect(modeWords).toEqual(modes)
  expect(kindWords).toEqual(schoolKinds)
  // In a table the column says nothing of what is missing: the cell has to.
  expect({ ...employmentWords, unknown: employments.unknown }).toEqual(employments)
  expect({ ...categoryWords, unknown: categories.unknown }).toEqual(categories)
})
