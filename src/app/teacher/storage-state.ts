// What the browser says about keeping records: whether it promised to, and how much room there is. Old browsers say nothing.

export interface StorageState {
  readonly persisted: boolean | null
  /** Bytes. */
  readonly used: number | null
  readonly most: number | null
}

export async function storageState(): Promise<StorageState> {
  // Missing on old iPhones and on insecure addresses, whatever the types say.
  const storage = navigator.storage as Partial<StorageManager> | undefined
  const persisted = storage?.persisted === undefined ? null : await storage.persisted()
  const estimate = storage?.estimate === undefined ? null : await storage.estimate()
  return { persisted, used: estimate?.usage ?? null, most: estimate?.quota ?? null }
}

const MEGA = 1024 * 1024
export const sizeWords = (bytes: number): string =>
  bytes >= 1024 * MEGA
    ? `${(bytes / 1024 / MEGA).toFixed(1)} GB`
    : bytes >= MEGA
      ? `${(bytes / MEGA).toFixed(1)} MB`
      : `${Math.ceil(bytes / 1024)} KB`

/** Opened from the home screen. */
function isInstalled(): boolean {
  return (navigator as { readonly standalone?: boolean }).standalone === true || window.matchMedia('(display-mode: standalone)').matches
}

/** A tab of an iPhone's browser, where unused storage is wiped after seven days; not the home-screen app. */
export const isAppleTab = (): boolean => /iP(hone|ad|od)/.test(navigator.userAgent) && !isInstalled()

/**
 * Whether this could be a private window, which forgets everything once it is closed. Browsers see to it that no page can tell
 * (Chrome says the same quota in both), and it is nobody's business to find out; only a promise to keep, or the home screen, rules it out.
 */
export const mayBePrivate = ({ persisted }: StorageState): boolean => persisted !== true && !isInstalled()
