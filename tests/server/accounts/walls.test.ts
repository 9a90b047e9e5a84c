// Two roles of the database, each blind to the other's half: what serves records reads no password or code, what serves
// accounts reads no row and no op. And the rules about passwords and keys that need no database.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withAccounts } from '../../../src/server/accounts/accounts-door.ts'
import { isDeviceKey } from '../../../src/server/accounts/device-key.ts'
import { passwordFault } from '../../../src/server/accounts/password-rules.ts'
import type { Asker } from '../../../src/server/door/asker.ts'
import { withAsker } from '../../../src/server/door/door.ts'
import { districtScene, newDevice } from './scene.ts'

let scene: Awaited<ReturnType<typeof districtScene>>
beforeAll(async () => {
  scene = await districtScene()
})
afterAll(() => scene.end())

describe('the database itself', () => {
  test.each(['credential', 'session', 'invite', 'sign_in_delay', 'first_run'])(
    'lets nobody who reads records read %s, not even the administrator',
    async (table) => {
      const admin = (await sql<Asker>`select district, person, null as device from membership where role = 'admin'`.execute(scene.db))
        .rows[0]
      if (admin === undefined) throw new Error('no administrator')
      await expect(
        withAsker(scene.db, scene.deps.clock, admin, ({ tx }) => sql`select * from ${sql.table(table)}`.execute(tx)),
      ).rejects.toMatchObject({ code: '42501' })
    },
  )

  test.each(['document_row', 'op_log', 'standing', 'server_secret', 'activity'])('lets account work not read %s', async (table) => {
    await expect(withAccounts(scene.db, (tx) => sql`select * from ${sql.table(table)}`.execute(tx))).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('passwords', () => {
  const owner = { name: '覃小芳', phone: '13812345678', staffNumber: 'T2010001' }
  test.each(['1234567', '七个汉字不够长', 'ａｂｃ１２３４'])('%s is too short', (password) => {
    expect(passwordFault(password, owner)).toBe('password.too-short')
  })
  test.each([
    'password1',
    '12345678',
    '87654321',
    '11111111',
    'abababab',
    'qwertyui',
    'iloveyou1314',
    'woaini520',
    'yantu2026',
    'Yantu@2026',
    'chongqing2024',
    'jiaoshi123',
    '13812345678',
    '12345678qxf',
    'qinxiaofang',
    'QinXiaoFang123',
    'xiaofang1990',
    'qxf123456',
    't2010001',
    'T2010001!',
    '覃小芳123456',
    '20102010',
    '１２３４５６７８',
  ])('%s is tried first by whoever guesses', (password) => {
    expect(passwordFault(password, owner)).toBe('password.too-common')
  })
  test.each(['山城雨夜长江边上的灯', 'correct horse battery', '1985_gingko_tree', 'kd8fj2lqx', 'xiao mian er liang'])(
    '%s is taken',
    (password) => {
      expect(passwordFault(password, owner)).toBeNull()
    },
  )
})

describe('device keys', () => {
  test('only the raw form of a point on P-256 is taken', () => {
    const { publicKey } = newDevice()
    expect(isDeviceKey(publicKey)).toBe(true)
    for (const wrong of ['', 'A'.repeat(87), publicKey.slice(1), `${publicKey}A`, `C${publicKey.slice(1)}`])
      expect(isDeviceKey(wrong)).toBe(false)
  })
})
