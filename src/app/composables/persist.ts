// After the first save, asks the browser not to throw the records away. Asked once per opening; the answer changes nothing
// that people see, so nobody waits for it.

let asked = false

export function askToPersist(): void {
  // Missing on old iPhones, whatever the types say.
  const storage = navigator.storage as StorageManager | undefined
  if (asked || typeof storage?.persist !== 'function') return
  asked = true
  storage.persist().catch(() => {
    asked = false
  })
}
