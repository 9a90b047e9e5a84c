import { expect, test } from 'vitest'
import { closePhone, read } from '../../src/storage/phone.ts'
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
