// Enter in a form of several questions.
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { endTyping } from '../../../src/app/composables/enter-key.ts'

const page = defineComponent({
  setup: () => ({ endTyping }),
  template: '<form @keydown.enter="endTyping"><input type="text"><input type="radio"><textarea /></form>',
})
const press = (at: string, composing = false): boolean => {
  const form = mount(page, { attachTo: document.body })
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: composing })
  form.get(at).element.dispatchEvent(event)
  form.unmount()
  return event.defaultPrevented
}

describe('the Enter key', () => {
  it('ends the typing of a name and hands in nothing', () => {
    expect(press('input')).toBe(true)
  })
  it('still chooses a word of the input method, makes a new line, and answers a choice', () => {
    expect(press('input', true)).toBe(false)
    expect(press('textarea')).toBe(false)
    expect(press('[type=radio]')).toBe(false)
  })
})
