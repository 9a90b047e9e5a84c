import { expect, test } from 'vitest'
import { levelsInOrder, modesInOrder } from '../../../src/domain/evaluate/slice-order.ts'

const keys = (list: readonly { readonly key: string }[]) => list.map((one) => one.key)
const of = (...list: string[]) => list.map((key) => ({ key, counted: key.length }))

test('hours are listed from the nation’s to one’s own and by form as people know them, whatever is unknown last', () => {
  expect(keys(levelsInOrder(of('city', 'district', 'x', 'nation', 'school')))).toEqual(['nation', 'city', 'district', 'school', 'x'])
  expect(keys(modesInOrder(of('blended', 'school-based', 'face-to-face', 'online')))).toEqual([
    'face-to-face',
    'online',
    'blended',
    'school-based',
  ])
})
