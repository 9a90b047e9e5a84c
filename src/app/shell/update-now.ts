// The person asked for the new version: takes it, or says why not now.

import { announce } from '../components/announcer.ts'
import { navigation } from '../text/navigation.ts'
import { takeUpdate } from '../update.ts'

export async function updateNow(): Promise<void> {
  const taken = await takeUpdate()
  if (taken === 'offline') announce(navigation.updateOffline)
  if (taken === 'again') announce(navigation.updateAgain)
}
