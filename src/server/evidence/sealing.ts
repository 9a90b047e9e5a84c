// Evidence at rest: AES-256-GCM under one key of the installation, each file bound to its hash, so that neither a copied disk
// shows a picture nor can one file stand for another. Layout: version 1, nonce 12, tag 16, sealed bytes.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 1
const NONCE = 12
const TAG = 16

export function seal(key: Buffer, hash: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(hash))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the file was changed, belongs to another hash, or was sealed with another key. */
export function unseal(key: Buffer, hash: string, file: Buffer): Buffer {
  if (file[0] !== VERSION || file.length < 1 + NONCE + TAG) throw new Error('not a sealed evidence file')
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(1, 1 + NONCE)).setAAD(Buffer.from(hash))
  decipher.setAuthTag(file.subarray(1 + NONCE, 1 + NONCE + TAG))
  return Buffer.concat([decipher.update(file.subarray(1 + NONCE + TAG)), decipher.final()])
}
