// What a teacher's phone sends and gets, in bytes of bodies as they travel: packed from 1 KB on, both ways. Prints, never judges.
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { act } from '../../src/storage/act.ts'
import { claim, world } from '../journeys/world.ts'
import { storyPhone, type StoryPhone } from '../journeys/phone.ts'
import { fill } from './fill.ts'
import { kilobytes, say } from './say.ts'

const PACKED_FROM = 1_024
const onWire = (text: string): number => (Buffer.byteLength(text) < PACKED_FROM ? Buffer.byteLength(text) : gzipSync(text).byteLength)

/** Bodies both ways since the last look, and round trips. */
function since(phone: StoryPhone): { bytes: number; trips: number } {
  const sent = phone.sent.splice(0)
  const received = phone.received.splice(0)
  return { bytes: [...sent, ...received].reduce((sum, text) => sum + onWire(text), 0), trips: sent.length }
}

const title = (n: number): string =>
  `${['统编教材研修', '课堂观察工作坊', '师德专题学习', '新课标解读', '命题与作业设计'][n % 5] ?? ''}(第${String(n + 1)}次)`

test('a teacher’s phone', async () => {
  const w = await world()
  const school = await w.school('实验小学')
  const [teacher] = await fill(w, school, 60, 200)
  if (teacher === undefined) throw new Error('nobody')
  const phone = await storyPhone(w, teacher, '老师0')
  expect((await phone.sync()).outcome).toEqual({ is: 'all-synced' })
  const first = since(phone)
  say('a teacher’s first sync, 200 entries of five years (aim: 60 KB)', `${kilobytes(first.bytes)}, ${String(first.trips)} round trips`)

  expect((await phone.sync()).outcome).toEqual({ is: 'all-synced' })
  const idle = since(phone)
  say('an idle sync (aim: 1 KB, 1 round trip)', `${kilobytes(idle.bytes)}, ${String(idle.trips)} round trip`)

  for (let n = 0; n < 20; n += 1) {
    const acted = await act(phone.phone, {
      verb: 'claim-hours',
      subject: { kind: 'teacher', id: teacher },
      args: claim({
        title: title(n),
        first: `2026-09-${String(1 + (n % 18)).padStart(2, '0')}`,
        last: `2026-09-${String(1 + (n % 18)).padStart(2, '0')}`,
        hours: String(1 + (n % 8)),
      }),
    })
    expect(acted.is).toBe('saved')
  }
  expect((await phone.sync()).outcome).toEqual({ is: 'all-synced' })
  const sent = phone.sent.map(onWire).reduce((sum, one) => sum + one, 0)
  const push = since(phone)
  say(
    'a push of 20 claims (aim: 8 KB)',
    `${kilobytes(sent)} sent, ${kilobytes(push.bytes - sent)} answered, ${String(push.trips)} round trip`,
  )
  phone.close()
  await w.close()
}, 600_000)
