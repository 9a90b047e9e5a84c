import { expect, test } from 'vitest'
import { partsOf, slicesOf } from '../../src/wire/bulk.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (some: Uint8Array): string => new TextDecoder().decode(some)

test('an answer ends with its line, and what is behind it is left as it came', () => {
  const { head, tail } = partsOf(bytes('{"a":"学时\\n"}\nteacher:p1\nb hours [] 学'))
  expect(head).toBe('{"a":"学时\\n"}')
  expect(text(tail)).toBe('teacher:p1\nb hours [] 学')
})

test('an answer with nothing behind it, and a page of a captive portal, are taken whole', () => {
  for (const whole of ['{"a":1}', '', '<html>\n<p>请先登录</p>\n</html>'])
    expect(partsOf(bytes(whole))).toEqual({ head: whole, tail: new Uint8Array(0) })
})

test('documents get as many bytes as they say, and together all of them', () => {
  const tail = bytes('学时ab')
  expect(slicesOf([{ size: 6 }, {}, { size: 2 }], tail)?.map(text)).toEqual(['学时', '', 'ab'])
  expect(slicesOf([{ size: 6 }, { size: 3 }], tail)).toBeNull()
  expect(slicesOf([{ size: 6 }], tail)).toBeNull()
  expect(slicesOf([], new Uint8Array(0))).toEqual([])
})
