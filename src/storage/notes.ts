// localStorage as a place for notes that may fail (private mode, full): a note that cannot be kept is no reason to fail.

import type { Notes } from './phone.ts'

export const browserNotes: Notes = {
  getItem(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  setItem(key, text) {
    try {
      localStorage.setItem(key, text)
    } catch {
      localStorageIsShut = true
    }
  },
  removeItem(key) {
    try {
      localStorage.removeItem(key)
    } catch {
      localStorageIsShut = true
    }
  },
}

let localStorageIsShut = false
/** True once a note could not be kept, for the diagnosis page. */
export const notesAreShut = (): boolean => localStorageIsShut
