// What the machine says no to, in words; what is a fault of ours stays one.
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { AskerEnv } from '../../../src/server/accounts/account-deps.ts'
import { listen } from '../../../src/server/listen.ts'
import { startTrouble } from '../../../src/server/start-trouble.ts'

const place = { host: '192.0.2.1', port: 80, dataFolder: '/data/yantu', databaseUrl: undefined }
const sent = { ...place, databaseUrl: 'postgres://yantu:secret@db/yantu' }
const error = (fields: object, message = ''): Error => Object.assign(new Error(message), fields)

test("an address that is another machine's is named with what to write instead", async () => {
  const words = await listen(new Hono<AskerEnv>(), place.host, 0).then(
    () => null,
    (e: unknown) => startTrouble(e, place),
  )
  expect(words).toContain('HOST')
  expect(words).toContain('0.0.0.0')
  expect(startTrouble(error({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: place.host }), place)).toContain('HOST')
  expect(startTrouble(error({ code: 'EACCES', syscall: 'listen' }), place)).toContain('PORT')
})

test('a folder that cannot be written, a file elsewhere and a full disk are three different sentences', () => {
  expect(startTrouble(error({ code: 'EACCES', path: '/data/yantu/server.lock' }), place)).toContain('YANTU_DATA')
  expect(startTrouble(error({ code: 'EROFS', path: '/data' }), place)).toContain('YANTU_DATA')
  expect(startTrouble(error({ code: 'ENOENT', path: '/backups/today' }), place)).not.toContain('YANTU_DATA')
  expect(startTrouble(error({ code: 'ENOSPC', path: '/data/yantu/x' }), place)).toContain('磁盘满了')
})

test('a database that lets nobody in, lacks a right or never answers is named, its password never', () => {
  for (const [fields, message] of [
    [{ code: '28P01' }, ''],
    [{ code: '42501' }, ''],
    [{ code: '3D000' }, ''],
    [{ code: 'ECONNREFUSED' }, ''],
    [{}, 'timeout expired'],
  ] as const) {
    const words = startTrouble(error(fields, message), sent)
    expect(words).toContain('DATABASE_URL')
    expect(words).not.toContain('secret')
  }
})

test('a fault of our own is not talked away', () => {
  expect(startTrouble(new TypeError('x is not a function'), sent)).toBeNull()
  expect(startTrouble(error({ code: 'ECONNREFUSED' }), place)).toBeNull()
  expect(startTrouble('text', sent)).toBeNull()
})
