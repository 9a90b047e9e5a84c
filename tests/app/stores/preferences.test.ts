// How a person's way of reading is kept and shown.
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { usePreferences } from '../../../src/app/stores/preferences.ts'

const page = document.documentElement

beforeEach(() => {
  localStorage.clear()
  page.className = ''
  setActivePinia(createPinia())
})

describe('preferences', () => {
  it('leave the choice of light or dark to the system at first', () => {
    usePreferences()
    expect(page.classList.contains('dark') || page.classList.contains('light')).toBe(false)
  })

  it('are shown at once and found again after a restart', () => {
    const first = usePreferences()
    first.theme = 'dark'
    first.elder = true
    first.stepText(1)
    expect([...page.classList].sort()).toEqual(['dark', 'elder', 'text-large'])
    page.className = ''
    setActivePinia(createPinia())
    expect(usePreferences().textSize).toBe('large')
    expect([...page.classList].sort()).toEqual(['dark', 'elder', 'text-large'])
  })

  it('step through three text sizes and stop at the ends', () => {
    const kept = usePreferences()
    kept.stepText(-1)
    expect(kept.textSize).toBe('standard')
    kept.stepText(1)
    kept.stepText(1)
    kept.stepText(1)
    expect(kept.textSize).toBe('larger')
  })

  it('fall back to the plain look when the note on the phone is damaged', () => {
    localStorage.setItem('yantu.preferences', '{"theme":')
    expect(usePreferences().theme).toBe('system')
    localStorage.setItem('yantu.preferences', '{"theme":"pink","elder":"yes"}')
    setActivePinia(createPinia())
    expect(usePreferences().elder).toBe(false)
  })

  it("heed WeChat's font size without cancelling it", () => {
    usePreferences()
    let heard: (answer: { fontSize?: string }) => void = () => undefined
    window.WeixinJSBridge = {
      on: (_event, listener) => {
        heard = listener
      },
    }
    document.dispatchEvent(new Event('WeixinJSBridgeReady'))
    heard({ fontSize: '4' })
    expect(page.classList.contains('wide-words')).toBe(true)
    heard({ fontSize: '2' })
    expect(page.classList.contains('wide-words')).toBe(false)
    delete window.WeixinJSBridge
  })
})
