// Why a start cannot succeed, in words for the person at the machine: a folder that cannot be written, a database that does not let
// us in or does not start, a disk that is full, an address this machine does not have. Anything else is a fault and stays one: null, and its trace is shown.

import { resolve, sep } from 'node:path'
import { NotThisDatabase } from './migrations/migrate.ts'
import { DatabaseWillNotStart } from './postgres/will-not-start.ts'
import { troubleOf } from './store/trouble.ts'
import {
  databaseAway,
  databaseGone,
  databaseLocked,
  databaseMissing,
  databaseRights,
  databaseWillNotStart,
  diskFailing,
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

export function startTrouble(error: unknown, { host, port, dataFolder, databaseUrl }: Place): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof NotThisDatabase) return error.message
  if (error instanceof DatabaseWillNotStart) return databaseWillNotStart(error.why, error.log, dataFolder)
  const code = textOf(error, 'code')
  if (textOf(error, 'syscall') === 'listen') return code === 'EACCES' ? portForbidden(port) : hostTrouble(host)
  if (textOf(error, 'syscall') === 'getaddrinfo' && textOf(error, 'hostname') === host) return hostTrouble(host)
  if (troubleOf(error) === 'full') return diskFull(dataFolder)
  if (code === 'EIO') return diskFailing
  const gone = troubleOf(error) === 'away'
  const path = gone ? '' : textOf(error, 'path')
  if (path !== '' && FILE.has(code)) return inside(path, dataFolder) ? folderTrouble(dataFolder, path) : fileTrouble(path)
  return databaseUrl !== undefined ? databaseTrouble(code, gone) : gone ? databaseGone : null
}

/** The folder itself, what is in it, or a folder above it that cannot be made. */
function inside(path: string, folder: string): boolean {
  const [whole, mine] = [resolve(path) + sep, resolve(folder) + sep]
  return whole.startsWith(mine) || mine.startsWith(whole)
}

/** The address is never repeated: it holds the password. */
function databaseTrouble(code: string, gone: boolean): string | null {
  if (gone) return databaseAway
  if (code.startsWith('28')) return databaseLocked
  if (code === '3D000') return databaseMissing
  return code === '42501' ? databaseRights : null
}

function textOf(error: Error, key: string): string {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}
