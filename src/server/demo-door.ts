// The demo district, where this build has one: loaded only when asked for, so that a real server never carries it about.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FillDemo } from './app.ts'

/** `src/server/demo/fill.ts` exports `fillDemo`. */
export function demoOfThisBuild(): FillDemo | null {
  const file = new URL('./demo/fill.ts', import.meta.url)
  if (!existsSync(fileURLToPath(file))) return null
  return async (core, origin) => {
    const { fillDemo } = (await import(file.href)) as { fillDemo: FillDemo }
    return fillDemo(core, origin)
  }
}
