// The back button of a phone: it closes the sheet in front, never the page under it, and is never pressed for nothing.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backClosesSheets, laySheet } from '../../../src/app/components/sheet-layers.ts'

const page = { position: 4, current: '/' }
let state: unknown = page
const push = vi.fn((next: unknown) => {
  state = next
})
const back = vi.fn()
const step = (to: object): boolean => {
  const heard = vi.fn()
  window.addEventListener('popstate', heard, { once: true })
  state = to
  window.dispatchEvent(new PopStateEvent('popstate', { state: to }))
  window.removeEventListener('popstate', heard)
  return heard.mock.calls.length > 0
}
let stop = (): void => undefined

beforeEach(() => {
  state = page
  push.mockClear()
  back.mockClear()
  vi.spyOn(window.history, 'state', 'get').mockImplementation(() => state)
  vi.spyOn(window.history, 'pushState').mockImplementation(push)
  vi.spyOn(window.history, 'back').mockImplementation(back)
  stop = backClosesSheets().stop
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

describe('the back button', () => {
  it('closes the open sheet and stays on its page', () => {
    const close = vi.fn()
    const lift = laySheet(close)
    expect(state).toEqual({ ...page, sheets: 1 })
    expect(step(page), 'the router hears nothing of it').toBe(false)
    expect(close).toHaveBeenCalledOnce()
    expect(back).not.toHaveBeenCalled()
    lift()
  })

  it('closes of two sheets only the one in front', () => {
    const [under, over] = [vi.fn(), vi.fn()]
    const lifts = [laySheet(under), laySheet(over)]
    step({ ...page, sheets: 1 })
    expect([under.mock.calls.length, over.mock.calls.length]).toEqual([0, 1])
    lifts[1]?.()
    step(page)
    expect(under).toHaveBeenCalledOnce()
    lifts[0]?.()
  })

  it('goes to the page before when the sheet was closed by its own button', () => {
    laySheet(vi.fn())()
    step(page)
    expect(back).toHaveBeenCalledOnce()
  })

  it('has one entry for however many sheets are opened one after the other', () => {
    laySheet(vi.fn())()
    laySheet(vi.fn())()
    expect(push).toHaveBeenCalledOnce()
  })

  it('leaves going from page to page to the router', () => {
    const lift = laySheet(vi.fn())
    expect(step({ position: 3, current: '/records' })).toBe(true)
    expect(back).not.toHaveBeenCalled()
    lift()
  })
})
