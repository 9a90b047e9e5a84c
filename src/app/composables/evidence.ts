// useEvidence(evidence, subject): pictures of 证明材料 on this phone. `pictures` are the ones of the list with an address to show
// them (from this phone, else from the server, where it may not have arrived yet); `add(file)` makes one small, keeps its bytes
// under their hash until they are sent, and answers what the verb takes; null for a file this phone cannot read as a picture.
// `subject` is the person whose dossier the entry belongs to.

import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import type { Evidence } from '../../domain/dossier.ts'
import { keepPicture, readPicture } from '../../storage/pictures.ts'
import { evidencePath } from '../../wire/evidence.ts'
import { reportFailure } from '../shell/failure.ts'
import { phoneInHand } from './phone.ts'
import { smallPicture } from './small-picture.ts'

export interface Picture {
  readonly key: string
  readonly url: string
}

export interface EvidencePictures {
  readonly pictures: Readonly<ShallowRef<readonly Picture[]>>
  add(file: File): Promise<Evidence | null>
}

export function useEvidence(evidence: MaybeRefOrGetter<readonly Evidence[]>, subject: MaybeRefOrGetter<string>): EvidencePictures {
  const phone = phoneInHand()
  const pictures = shallowRef<readonly Picture[]>([])
  const made = new Map<string, string>()

  async function addressOf(hash: string): Promise<string> {
    const known = made.get(hash)
    if (known !== undefined) return known
    const kept = await readPicture(phone, hash)
    if (kept === null) return evidencePath(hash, toValue(subject))
    const url = URL.createObjectURL(new Blob([kept.bytes], { type: kept.type }))
    made.set(hash, url)
    return url
  }
  async function look(list: readonly Evidence[]): Promise<void> {
    const found: Picture[] = []
    for (const one of list) if (one.is === 'file') found.push({ key: one.hash, url: await addressOf(one.hash) })
    pictures.value = found
  }
  watch(
    () => toValue(evidence),
    (list) => {
      look(list).catch(reportFailure)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    for (const url of made.values()) URL.revokeObjectURL(url)
  })

  return {
    pictures,
    async add(file) {
      const small = await smallPicture(file)
      return small === null ? null : keepPicture(phone, toValue(subject), small)
    },
  }
}
