// Why a start cannot succeed, in words for the person at the machine: a folder that cannot be written, a database that does not let
// us in, an address this machine does not have. Anything else is a fault and stays one: null, and its trace is shown.

import { resolve, sep } from 'node:path'
import { NotThisDatabase } from './migrations/migrate.ts'
import {
  databaseAway,
  databaseLocked,
  databaseMissing,
  databaseRights,
  diskFull,
  fileTrouble,
  folderTrouble,
  hostTrouble,
  portForbidden,
} from './text/start.ts'

interface Place {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
}

const FILE = new Set(['EEXIST', 'EISDIR', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENAMETOOLONG'])
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  '57P03',
  '53300',
])

export function startTrouble(error: unknown, { host, port, dataFolder, databaseUrl }: Place): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof NotThisDatabase) return error.message
  const code = textOf(error, 'code')
  if (textOf(error, 'syscall') === 'listen') return code === 'EACCES' ? portForbidden(port) : hostTrouble(host)
  if (textOf(error, 'syscall') === 'getaddrinfo' && textOf(error, 'hostname') === host) return hostTrouble(host)
  if (code === 'ENOSPC') return diskFull(dataFolder)
  const path = textOf(error, 'path')
  if (path !== '' && FILE.has(code)) return inside(path, dataFolder) ? folderTrouble(dataFolder, path) : fileTrouble(path)
  return databaseUrl === undefined ? null : databaseTrouble(code, error.message)
}

/** The folder itself, what is in it, or a folder above it that cannot be made. */
function inside(path: string, folder: string): boolean {
  const [whole, mine] = [resolve(path) + sep, resolve(folder) + sep]
  return whole.startsWith(mine) || mine.startsWith(whole)
}

/** The address is never repeated: it holds the password. */
function databaseTrouble(code: string, message: string): string | null {
  // What the driver says when nobody answers within its patience has no code.
  if (AWAY.has(code) || message === 'timeout expired' || message.startsWith('Connection terminated')) return databaseAway
  if (code.startsWith('28')) return databaseLocked
  if (code === '3D000') return databaseMissing
  return code === '42501' ? databaseRights : null
}

function textOf(error: Error, key: string): string {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}
