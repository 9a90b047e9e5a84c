import { expect, test } from 'vitest'
import { Dexie } from 'dexie'
import { closePhone, read, write } from '../../src/storage/phone.ts'
import { attempt } from '../../src/storage/attempt.ts'
import { KeepingFailed } from '../../src/storage/keeping-failed.ts'
import { handset, openFor } from './people.ts'

const named = (name: string, inner?: Error): Error => Object.assign(new Error(name), { name, inner })

async function tried(failures: readonly Error[]): Promise<{ answer: unknown; tries: number; reopened: number }> {
  const phone = await openFor('tao', handset())
  let tries = 0
  let reopened = 0
  phone.database.on(
    'ready',
    () => {
      reopened += 1
    },
    true,
  )
  const answer = await attempt(phone.database, () => {
    const failure = failures[tries]
    tries += 1
    return failure === undefined ? Promise.resolve('kept') : Promise.reject(failure)
  }).catch((thrown: unknown) => (thrown instanceof KeepingFailed ? thrown.reason : thrown))
  closePhone(phone)
  return { answer, tries, reopened: reopened - 1 }
}

test('a dead connection is closed, opened and the whole work run again, at most three times', async () => {
  expect(await tried([named('UnknownError'), named('AbortError')])).toEqual({ answer: 'kept', tries: 3, reopened: 2 })
  expect(await tried([named('InvalidStateError'), named('UnknownError'), named('AbortError')])).toEqual({
    answer: 'kept',
    tries: 4,
    reopened: 3,
  })
  const dead = named('UnknownError')
  expect(await tried([dead, dead, dead, dead, dead])).toEqual({ answer: 'storage-dead', tries: 4, reopened: 3 })
})

test('a full phone is told at once, without trying again', async () => {
  expect(await tried([named('AbortError', named('QuotaExceededError'))])).toEqual({ answer: 'storage-full', tries: 1, reopened: 0 })
})

test('what was said of many records at once is understood as what was said of one', async () => {
  const ofMany = (failure: Error): Error => new Dexie.BulkError('outbox.bulkAdd(): 2 of 2 operations failed', { 0: failure, 1: failure })
  expect(await tried([ofMany(named('QuotaExceededError'))])).toEqual({ answer: 'storage-full', tries: 1, reopened: 0 })
  expect(await tried([ofMany(named('AbortError'))])).toEqual({ answer: 'kept', tries: 2, reopened: 1 })
  const twice = ofMany(named('ConstraintError'))
  expect(await tried([twice])).toEqual({ answer: twice, tries: 1, reopened: 0 })
})

test('several records are kept though the browser gives up the transaction as they are written', async () => {
  const phone = await openFor('tao', handset())
  let times = 0
  await write(phone, async (database) => {
    times += 1
    const keeping = database.drafts.bulkPut(['a', 'b'].map((key) => ({ key, value: times, savedAt: 0 })))
    if (times === 1) Dexie.currentTransaction?.idbtrans.abort()
    await keeping
  })
  expect(times).toBe(2)
  expect(await read(phone, (database) => database.drafts.toArray())).toEqual(['a', 'b'].map((key) => ({ key, value: 2, savedAt: 0 })))
  closePhone(phone)
})

test('a mistake in our own code is not taken for a dead connection', async () => {
  const mistake = named('TypeError')
  expect(await tried([mistake])).toEqual({ answer: mistake, tries: 1, reopened: 0 })
})

test('a database closed for good is not opened again by whoever asks late', async () => {
  const phone = await openFor('tao', handset())
  closePhone(phone)
  await expect(read(phone, (database) => database.outbox.count())).rejects.toMatchObject({ name: 'DatabaseClosedError' })
  expect(phone.database.isOpen()).toBe(false)
})
