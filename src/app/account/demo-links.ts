// The sign-in links of a demo district, kept for this tab, so that another role can be looked at after leaving one. Nothing of a real
// district is ever kept here.

import { DemoAnswer } from '../../wire/session.ts'

const KEY = 'yantu.demo-links'

export function keepDemoLinks(people: DemoAnswer['people']): void {
  sessionStorage.setItem(KEY, JSON.stringify({ people }))
}

export function demoLinks(): DemoAnswer['people'] | null {
  const kept = sessionStorage.getItem(KEY)
  const read = kept === null ? null : DemoAnswer.safeParse(JSON.parse(kept))
  return read?.success === true ? read.data.people : null
}
