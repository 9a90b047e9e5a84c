// Handing in a colleague's rescue file: in parts, an answer for each op, and no op keeps another out.
import { afterEach, expect, test, vi } from 'vitest'
import { handIn } from '../../../src/app/teacher/hand-in.ts'
import type { SignedOp } from '../../../src/wire/op.ts'

const op = (n: number): SignedOp => ({
  content: {
    op: `01930000-0000-7000-8000-00000000000${String(n)}`,
    actor: 'qin',
    subject: { kind: 'teacher', id: 'qin' },
    verb: 'claim-hours',
    v: 1,
    base: null,
    after: null,
    args: { title: `研修 ${String(n)}` },
  },
  transport: { device: '01930000-0000-7000-8000-000000000099', n, at: { clock: '2026-11-22T09:00:00', zone: 480, offset: null } },
  alg: 'ES256',
  sig: 'x'.repeat(86),
})
const ops = [1, 2, 3, 4, 5].map(op)

/** A server that cannot read any request which holds one of these. */
function serverThatChokesOn(...bad: readonly number[]): string[][] {
  const taken: string[][] = []
  // As on a phone that cannot pack, so that what is sent can be read here.
  vi.stubGlobal('CompressionStream', undefined)
  vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    const part = (JSON.parse(body) as { ops: SignedOp[] }).ops
    const unreadable = part.some((one) => bad.includes(one.transport.n))
    if (!unreadable) taken.push(part.map((one) => one.content.op))
    const said = unreadable
      ? { code: 'json.too-deep' }
      : { results: part.map((one) => ({ op: one.content.op, result: { is: 'applied' } })) }
    return Promise.resolve(
      new Response(JSON.stringify(said), { status: unreadable ? 400 : 200, headers: { 'content-type': 'application/json' } }),
    )
  })
  return taken
}
afterEach(() => {
  vi.unstubAllGlobals()
})

test('one op that makes a whole request unreadable is said to be so, and the others arrive once each', async () => {
  const taken = serverThatChokesOn(3)
  const handed = await handIn(ops)
  expect(handed.stopped).toBeNull()
  expect(handed.lines.map(({ taken: arrived }) => arrived)).toEqual([true, true, false, true, true])
  expect(handed.lines[2]?.words).toContain('读不懂')
  expect(taken.flat()).toEqual(ops.filter(({ transport }) => transport.n !== 3).map(({ content }) => content.op))
})

test('a file of which nothing can be read ends, with a line for each', async () => {
  serverThatChokesOn(1, 2, 3, 4, 5)
  expect((await handIn(ops)).lines.map(({ taken }) => taken)).toEqual([false, false, false, false, false])
})

test('a server that does not take files of this kind at all blames no op, and says so after one question', async () => {
  let asked = 0
  vi.stubGlobal('CompressionStream', undefined)
  vi.stubGlobal('fetch', () => {
    asked += 1
    return Promise.resolve(new Response('{"code":"rescue.not-one"}', { status: 400, headers: { 'content-type': 'application/json' } }))
  })
  const handed = await handIn(ops)
  expect([handed.lines, asked]).toEqual([[], 1])
  expect(handed.stopped).toContain('救援文件')
})
