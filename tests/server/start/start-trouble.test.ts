// What the machine says no to, in words; what is a fault of ours stays one.
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { AskerEnv } from '../../../src/server/accounts/account-deps.ts'
import { listen } from '../../../src/server/listen.ts'
import { DatabaseWillNotStart, type WhyNot } from '../../../src/server/postgres/will-not-start.ts'
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

test('a database of our own that does not start says why and what to do, and one that went away in the middle of the work too', () => {
  const words = (why: WhyNot): string | null => startTrouble(new DatabaseWillNotStart(why, '/data/yantu/postgres.log'), place)
  expect(words('full')).toContain('磁盘满了')
  expect(words('rights')).toContain('权限')
  expect(words('version')).toContain('PostgreSQL')
  expect(words('damaged')).toContain('npx yantu restore')
  expect(words('memory')).toContain('内存')
  expect(words('password')).toContain('database-password')
  expect(words('unknown')).toContain('/data/yantu/postgres.log')
  for (const fields of [
    { code: 'ECONNREFUSED' },
    { code: '57P01' },
    { code: 'ENOENT', syscall: 'connect', path: '/data/yantu/database/.s' },
  ])
    expect(startTrouble(error(fields), place)).toBe(startTrouble(error({ code: '57P02' }), place))
  expect(startTrouble(error({ code: '57P02' }), place)).toContain('自带的数据库')
})

test('a disk that is full by PostgreSQL’s word, and one that is breaking, are told', () => {
  for (const where of [place, sent]) expect(startTrouble(error({ code: '53100' }), where)).toContain('磁盘满了')
  expect(startTrouble(error({ code: 'EIO', path: '/data/yantu/x' }), place)).toContain('硬盘')
})

test('a fault of our own is not talked away', () => {
  expect(startTrouble(new TypeError('x is not a function'), sent)).toBeNull()
  expect(startTrouble('text', sent)).toBeNull()
})
