// How this person likes to read on this phone: light or dark, text size, 长辈模式. Kept on the phone only, never sent.
// Shown through classes on <html>; tokens.css does the rest. WeChat's own font size is listened to and left alone:
// when it is large, tight rows may give up being side by side (class "wide-words").
import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { browserNotes } from '../../storage/notes.ts'

export type Theme = 'system' | 'light' | 'dark'
export type TextSize = 'standard' | 'large' | 'larger'

interface Kept {
  theme: Theme
  textSize: TextSize
  elder: boolean
}
const keptUnder = 'yantu.preferences'
const plain: Kept = { theme: 'system', textSize: 'standard', elder: false }
const themes: readonly Theme[] = ['system', 'light', 'dark']
const sizes: readonly TextSize[] = ['standard', 'large', 'larger']

interface WeixinBridge {
  on: (event: string, heard: (answer: { fontSize?: string | number }) => void) => void
}
declare global {
  interface Window {
    WeixinJSBridge?: WeixinBridge
  }
}

function readKept(): Kept {
  const text = browserNotes.getItem(keptUnder)
  if (text === null) return plain
  let found: Partial<Kept>
  // A damaged note means the plain look, never an app that does not open.
  try {
    found = JSON.parse(text) as Partial<Kept>
  } catch {
    return plain
  }
  return {
    theme: themes.find((theme) => theme === found.theme) ?? plain.theme,
    textSize: sizes.find((size) => size === found.textSize) ?? plain.textSize,
    elder: found.elder === true,
  }
}

function show(kept: Kept): void {
  const { classList } = document.documentElement
  classList.toggle('dark', kept.theme === 'dark')
  classList.toggle('light', kept.theme === 'light')
  classList.toggle('elder', kept.elder)
  classList.toggle('text-large', kept.textSize === 'large')
  classList.toggle('text-larger', kept.textSize === 'larger')
}

function heedWeChat(): void {
  const listen = (): void =>
    window.WeixinJSBridge?.on('menu:setfont', (answer) => {
      document.documentElement.classList.toggle('wide-words', Number(answer.fontSize ?? 2) > 2)
    })
  if (window.WeixinJSBridge === undefined) document.addEventListener('WeixinJSBridgeReady', listen, { once: true })
  else listen()
}

export const usePreferences = defineStore('preferences', () => {
  const start = readKept()
  const theme = ref<Theme>(start.theme)
  const textSize = ref<TextSize>(start.textSize)
  const elder = ref(start.elder)

  watch(
    [theme, textSize, elder],
    () => {
      const kept: Kept = { theme: theme.value, textSize: textSize.value, elder: elder.value }
      show(kept)
      browserNotes.setItem(keptUnder, JSON.stringify(kept))
    },
    { flush: 'sync' },
  )
  show(start)
  heedWeChat()

  /** A− and A+: one step, stopping at the ends. */
  function stepText(by: 1 | -1): void {
    textSize.value = sizes[Math.min(Math.max(sizes.indexOf(textSize.value) + by, 0), sizes.length - 1)] ?? 'standard'
  }
  return { theme, textSize, elder, stepText }
})
