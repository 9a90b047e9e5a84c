// What can be taken back right now: undo instead of "are you sure". One offer at a time; a new one settles the one before.
// The deed is already done when it is offered; leaving the offer alone simply keeps it.
import { readonly, shallowRef } from 'vue'
import { announce } from './announcer.ts'

export interface UndoOffer {
  words: string
  undo: () => void | Promise<void>
}

const current = shallowRef<UndoOffer>()
let timer: ReturnType<typeof setTimeout> | undefined
export const undoOffer = readonly(current)

export function offerUndo(offer: UndoOffer, seconds = 8): void {
  current.value = offer
  announce(offer.words)
  holdUndo()
  releaseUndo(seconds)
}
/** While it is touched or has focus the offer stays. */
export function holdUndo(): void {
  if (timer !== undefined) clearTimeout(timer)
  timer = undefined
}
export function releaseUndo(seconds = 8): void {
  holdUndo()
  timer = setTimeout(dropUndo, seconds * 1000)
}
export function dropUndo(): void {
  holdUndo()
  current.value = undefined
}
export async function takeBack(): Promise<void> {
  const offer = current.value
  dropUndo()
  await offer?.undo()
}
