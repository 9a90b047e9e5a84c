// The demo district: loaded only when asked for, so that a real server never carries it about.

import type { FillDemo } from './app.ts'

export const fillDemo: FillDemo = async (core, origin) => (await import('./demo/fill.ts')).fillDemo(core, origin)
