// The Enter key in a form of several questions: it ends the typing and puts the phone's keyboard away, and hands in nothing.
// Handing in is the button's alone: who ends a name with Enter has not answered the rest yet.

/** For `@keydown.enter` of such a form. While a word is being composed the key belongs to the input method. */
export function endTyping(event: KeyboardEvent): void {
  const box = event.target
  if (event.isComposing || !(box instanceof HTMLInputElement) || box.type === 'radio' || box.type === 'checkbox') return
  event.preventDefault()
  box.blur()
}
