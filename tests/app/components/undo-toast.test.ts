// Taking back instead of being asked: one offer at a time, and it waits while someone is at it.
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import AppAnnouncer from '../../../src/app/components/AppAnnouncer.vue'
import UndoToast from '../../../src/app/components/UndoToast.vue'
import { announce } from '../../../src/app/components/announcer.ts'
import { dropUndo, offerUndo } from '../../../src/app/components/undo-offer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  dropUndo()
  vi.useRealTimers()
})

describe('undo', () => {
  it('is said aloud and runs once when tapped', async () => {
    const voice = mount(AppAnnouncer)
    const toast = mount(UndoToast)
    const undo = vi.fn()
    offerUndo({ words: '已通过 33 人', undo })
    await nextTick()
    expect(voice.text()).toBe('已通过 33 人')
    await toast.get('.take').trigger('click')
    expect(undo).toHaveBeenCalledOnce()
    expect(toast.find('.undo').exists()).toBe(false)
  })

  it('goes away by itself and keeps what was done', async () => {
    const toast = mount(UndoToast)
    const undo = vi.fn()
    offerUndo({ words: '已退回', undo })
    vi.advanceTimersByTime(8000)
    await nextTick()
    expect(toast.find('.undo').exists()).toBe(false)
    expect(undo).not.toHaveBeenCalled()
  })

  it('waits while a finger or the keyboard is on it', async () => {
    const toast = mount(UndoToast)
    offerUndo({ words: '已退回', undo: () => undefined })
    await nextTick()
    await toast.get('.undo').trigger('focusin')
    vi.advanceTimersByTime(60_000)
    await nextTick()
    expect(toast.find('.undo').exists()).toBe(true)
    await toast.get('.undo').trigger('focusout')
    vi.advanceTimersByTime(8000)
    await nextTick()
    expect(toast.find('.undo').exists()).toBe(false)
  })

  it('offers only the latest deed', async () => {
    const toast = mount(UndoToast)
    const first = vi.fn()
    offerUndo({ words: '第一件', undo: first })
    offerUndo({ words: '第二件', undo: () => undefined })
    await nextTick()
    expect(toast.get('.words').text()).toBe('第二件')
    await toast.get('.take').trigger('click')
    expect(first).not.toHaveBeenCalled()
  })
})

describe('the voice', () => {
  it('speaks the same words again when they are said twice', async () => {
    const voice = mount(AppAnnouncer)
    announce('已存本机')
    await nextTick()
    const before = voice.element.textContent
    announce('已存本机')
    await nextTick()
    expect(voice.element.textContent).not.toBe(before)
  })
})
