// What the sync page says about how safe records are: a private window cannot be told apart, so it is named wherever it is possible.
import { afterEach, expect, test, vi } from 'vitest'
import { isAppleTab, mayBePrivate, type StorageState } from '../../../src/app/teacher/storage-state.ts'

const state = (persisted: boolean | null): StorageState => ({ persisted, used: 1, most: 10 * 1024 * 1024 * 1024 })
afterEach(() => {
  vi.restoreAllMocks()
})

test('a browser that promised to keep records is no private window; any other may be one, whatever room it claims to have', () => {
  expect([state(true), state(false), state(null)].map(mayBePrivate)).toEqual([false, true, true])
})

test('the app opened from the home screen is no private window and no tab', () => {
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList)
  expect([mayBePrivate(state(false)), isAppleTab()]).toEqual([false, false])
})
