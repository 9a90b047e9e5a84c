// A backup file line by line: lines may be as long as an imported roster, and hold whatever separators people typed.
import { expect, test } from 'vitest'
import { linesOf } from '../../../src/server/backup/read.ts'

/** In pieces as they come from a disk, cutting through letters. */
async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}
const read = async (text: string, size: number): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of linesOf(inPieces(text, size))) lines.push(line)
  return lines
}

test('only line feeds end a line, wherever the pieces are cut; the last one needs none', async () => {
  const names = '{"name":"覃\u2028丽\u0085莎\\n"}'
  for (const size of [1, 2, 3, 7, 1000]) expect(await read(`${names}\n\n${names}\r\n末行`, size)).toEqual([names, '', `${names}\r`, '末行'])
  expect(await read('', 5)).toEqual([])
  expect(await read('一\n', 2)).toEqual(['一'])
})

test('a line of a whole district’s roster is read piece by piece, not from its beginning again with each', async () => {
  const roster = '学'.repeat(4_000_000)
  expect((await read(`${roster}\n短`, 4096)).map((line) => line.length)).toEqual([4_000_000, 1])
})
