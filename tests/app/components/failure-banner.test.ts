// What the shell says of what nobody expected: a part that is not on this phone yet is no fault of anybody's.
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import FailureBanner from '../../../src/app/shell/FailureBanner.vue'
import { clearFailure, reportFailure } from '../../../src/app/shell/failure.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
})
afterEach(() => {
  clearFailure()
  vi.restoreAllMocks()
})

test('a page that could not be fetched without a network says so, whichever browser it is, and no code', () => {
  for (const words of [
    'Failed to fetch dynamically imported module: https://x/assets/SyncPage-1.js',
    'Importing a module script failed.',
    'error loading dynamically imported module',
    'Unable to preload CSS for /assets/SyncPage-1.css',
  ]) {
    reportFailure(new TypeError(words))
    const banner = mount(FailureBanner)
    expect(banner.text(), words).toContain('这一页还没下载到手机')
    expect(banner.text(), words).not.toContain('TypeError')
    banner.unmount()
  }
})

test('anything else is a fault, with what to pass on', () => {
  reportFailure(new TypeError('x is not a function'))
  expect(mount(FailureBanner).text()).toContain('TypeError: x is not a function')
})
