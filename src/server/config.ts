// The configuration as the environment gives it, checked once. Everything has a default that works on the machine itself.

import { join } from 'node:path'
import type { Address } from './http/origin.ts'

export interface Config extends Address {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  /** When the nightly backup is made, 'HH:MM' of the district's clock, and where it goes. */
  readonly backupAt: string
  readonly backupFolder: string
  /** `npm start -- --demo`: fill an empty database with the demo district. */
  readonly demo: boolean
}

export interface WrongConfig {
  readonly wrong: 'port' | 'publicUrl' | 'backupAt' | 'databaseUrl'
  readonly text: string
}

export function readConfig(env: NodeJS.ProcessEnv, argv: readonly string[]): Config | WrongConfig {
  const portText = env['PORT']?.trim() || '8080'
  const port = Number(portText)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { wrong: 'port', text: portText }
  const publicText = env['PUBLIC_URL']?.trim() ?? ''
  const publicUrl = publicText === '' ? null : originOfText(publicText)
  if (publicText !== '' && publicUrl === null) return { wrong: 'publicUrl', text: publicText }
  const backupAt = env['YANTU_BACKUP_AT']?.trim() || '02:30'
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(backupAt)) return { wrong: 'backupAt', text: backupAt }
  const databaseUrl = env['DATABASE_URL']?.trim() || undefined
  // Never repeated in words: it holds a password.
  if (databaseUrl !== undefined && !/^(postgres|postgresql|socket):/i.test(databaseUrl)) return { wrong: 'databaseUrl', text: '' }
  const dataFolder = env['YANTU_DATA']?.trim() || 'data'
  const trust = env['TRUST_PROXY']?.trim().toLowerCase() ?? ''
  return {
    host: env['HOST']?.trim() || '127.0.0.1',
    port,
    dataFolder,
    backupAt,
    backupFolder: env['YANTU_BACKUPS']?.trim() || join(dataFolder, 'backups'),
    databaseUrl,
    publicUrl,
    trustProxy: trust !== '' && trust !== '0' && trust !== 'false',
    demo: argv.includes('--demo'),
  }
}

function originOfText(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null
}
