// The sign-in links of a demo district, kept for this tab, so that another role can be looked at after leaving one. Nothing of a real
// district is ever kept here.

import { DemoAnswer } from '../../wire/session.ts'

const KEY = 'yantu.demo-links'

export function keepDemoLinks(people: DemoAnswer['people']): void {
  sessionStorage.setItem(KEY, JSON.stringify({ people }))
}

/** A browser that keeps nothing for this page says so by throwing. */
function noted(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function demoLinks(): DemoAnswer['people'] | null {
  const kept = noted()
  const read = kept === null ? null : DemoAnswer.safeParse(JSON.parse(kept))
  return read?.success === true ? read.data.people : null
}
