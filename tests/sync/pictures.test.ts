// Pictures after records: only once the server has the record, one at a time, kept until it has them.
import { beforeEach, expect, test } from 'vitest'
import { act } from '../../src/storage/act.ts'
import { keepPicture, readPicture } from '../../src/storage/pictures.ts'
import { write, type Phone } from '../../src/storage/phone.ts'
import type { Put } from '../../src/sync/put-bytes.ts'
import { sendPictures } from '../../src/sync/send-pictures.ts'
import { CLAIM, id } from '../domain/verbs/scene.ts'
import { dossierOf, dossiers, fill, handset, openFor, type Handset } from '../storage/people.ts'

let hand: Handset
let phone: Phone
const sent: string[] = []
const server =
  (...says: Put[]) =>
  async (path: string): Promise<Put> => {
    sent.push(path.slice('/api/evidence/'.length).slice(0, 6))
    return says.shift() ?? 'taken'
  }
const bytes = (n: number): ArrayBuffer => new Uint8Array([0xff, 0xd8, 0xff, n]).buffer
const stateOf = async (hash: string): Promise<string | undefined> => (await readPicture(phone, hash))?.state

beforeEach(async () => {
  sent.length = 0
  hand = handset()
  phone = await openFor('tao', hand)
  await fill(phone, [dossiers.tao])
})

/** A claim with a picture; `arrived` says that the server has taken it. */
async function claimWith(n: number, arrived: boolean): Promise<string> {
  const evidence = await keepPicture(phone, id('tao'), bytes(n))
  const acted = await act(phone, {
    verb: 'claim-hours',
    subject: dossierOf('tao'),
    args: { ...CLAIM, title: `第 ${String(n)} 次`, evidence: [evidence] },
  })
  if (acted.is !== 'saved') throw new Error(acted.is)
  if (arrived)
    await write(phone, async (database) => {
      await database.outbox.update(acted.op, { state: 'acked' })
    })
  hand.clock.ms += 1000
  return evidence.hash
}

test('a picture waits for its record: nothing is sent of a claim that is only on the phone', async () => {
  const hash = await claimWith(1, false)
  expect(await sendPictures(phone, server(), new Set())).toBe(0)
  expect([sent, await stateOf(hash)]).toEqual([[], 'waiting'])
})

test('pictures go out oldest first, each once', async () => {
  const first = await claimWith(1, true)
  const second = await claimWith(2, true)
  expect(await sendPictures(phone, server(), new Set())).toBe(2)
  expect(await sendPictures(phone, server(), new Set())).toBe(0)
  expect(sent).toEqual([first.slice(0, 6), second.slice(0, 6)])
  expect(await stateOf(first)).toBe('sent')
})

test('a network that breaks off leaves the picture where it was, for the next time', async () => {
  const hash = await claimWith(1, true)
  await sendPictures(phone, server('not-connected'), new Set())
  expect(await stateOf(hash)).toBe('waiting')
  await sendPictures(phone, server('taken'), new Set())
  expect([await stateOf(hash), sent.length]).toEqual(['sent', 2])
})

test('one the server will never take blocks no other, and is not sent over and over', async () => {
  const bad = await claimWith(1, true)
  const good = await claimWith(2, true)
  const passedOver = new Set<string>()
  await sendPictures(phone, server('never'), passedOver)
  await sendPictures(phone, server(), passedOver)
  expect([await stateOf(bad), await stateOf(good), sent.length]).toEqual(['waiting', 'sent', 2])
})

test('a picture the server has had for a month makes room; one that was never sent stays for ever', async () => {
  const old = await claimWith(1, true)
  await sendPictures(phone, server(), new Set())
  const unsent = await claimWith(2, false)
  hand.clock.ms += 31 * 86_400_000
  await sendPictures(phone, server(), new Set())
  expect([await stateOf(old), await stateOf(unsent)]).toEqual([undefined, 'waiting'])
})

test('the same picture twice is kept and sent once', async () => {
  const hash = await claimWith(1, true)
  expect(await claimWith(1, true)).toBe(hash)
  expect(await sendPictures(phone, server(), new Set())).toBe(1)
})
