// Pictures after records: one at a time, oldest first, only those whose record the server has taken. What breaks off goes out
// again whole at the next synchronisation; a picture the server will never take stays on the phone and is left alone.

import { evidencePath } from '../wire/evidence.ts'
import { forgetSentPictures, nextPicture, pictureSent } from '../storage/pictures.ts'
import type { Phone } from '../storage/phone.ts'
import type { Put } from './put-bytes.ts'

export type PutBytes = (path: string, bytes: ArrayBuffer, type: string) => Promise<Put>

/** `passedOver` lives as long as the tab: pictures not to be tried again before the app is opened anew. */
export async function sendPictures(phone: Phone, put: PutBytes, passedOver: Set<string>): Promise<number> {
  const thisTime = new Set(passedOver)
  let sent = 0
  for (let picture = await nextPicture(phone, thisTime); picture !== null; picture = await nextPicture(phone, thisTime)) {
    const how = await put(evidencePath(picture.hash, picture.subject), picture.bytes, picture.type)
    if (how === 'not-connected') return sent
    thisTime.add(picture.hash)
    if (how === 'never') passedOver.add(picture.hash)
    if (how !== 'taken') continue
    await pictureSent(phone, picture.hash)
    sent += 1
  }
  await forgetSentPictures(phone)
  return sent
}
