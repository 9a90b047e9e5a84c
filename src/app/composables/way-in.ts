// The ways in: sign-in, a code (join or reset), first run. Each enrols this browser's device; where the server does not take
// the device any more, once again with a new one. While somebody signs in nobody is in hand, so that no other tab syncs
// one person's records under another's session.

import type { z } from 'zod/mini'
import { publicKeyText } from '../../storage/sign.ts'
import type { DeviceKeys } from '../../storage/device.ts'
import { tell, type Asked } from '../../sync/ask.ts'
import { deviceStore } from './device.ts'

export type NotIn =
  | { readonly is: 'problem'; readonly code: string; readonly field: string | null; readonly retryAfterMs: number | null }
  | { readonly is: 'not-connected' }

export type Entered<T> = { readonly is: 'answer'; readonly answer: T; readonly device: string } | NotIn

const NEW_DEVICE = ['device.other-key', 'device.revoked']

/** `who` finds the device used before; null takes new keys. */
export async function enter<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  body: Readonly<Record<string, unknown>>,
  who: string | null,
): Promise<Entered<T>> {
  const first = await deviceStore().keysFor(who)
  const before = await deviceStore().current()
  await deviceStore().putDown()
  const said = await send(path, schema, body, first)
  const taken = said.is === 'problem' && NEW_DEVICE.indexOf(said.code) >= 0
  const keys = taken ? await deviceStore().newKeys() : first
  const last = taken ? await send(path, schema, body, keys) : said
  if (last.is === 'answer') return { is: 'answer', answer: last.answer, device: keys.device }
  // Nobody came in: whoever was in hand still is.
  if (before !== null) await deviceStore().takeUp(before.key)
  return last.is === 'not-connected' ? last : { is: 'problem', code: last.code, field: last.field, retryAfterMs: last.retryAfterMs }
}

async function send<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  body: Readonly<Record<string, unknown>>,
  keys: DeviceKeys,
): Promise<Asked<T>> {
  return tell(path, { ...body, device: { id: keys.device, publicKey: await publicKeyText(keys) } }, schema)
}
