// Evidence pictures on the wire: raw bytes under the hash of the bytes the phone sent, always named with the dossier they
// belong to. PUT stores, GET answers the stored picture (re-encoded by the server, so its bytes differ from what was sent).

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

export const MOST_EVIDENCE_BYTES = 2_000_000

export const EVIDENCE_CODES = [
  /** 422: the bytes are not the ones the address names. */
  'evidence.other-bytes',
  /** 422: not a JPEG, PNG or WebP that can be read. */
  'evidence.not-a-picture',
  /** 409: no record of that dossier names it (yet): send the records first. */
  'evidence.unnamed',
] as const
export type EvidenceCode = (typeof EVIDENCE_CODES)[number]

/** SHA-256 of the bytes, lower-case hex. */
export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

export const evidencePath = (hash: string, person: string): string => `/api/evidence/${hash}?of=${encodeURIComponent(person)}`
