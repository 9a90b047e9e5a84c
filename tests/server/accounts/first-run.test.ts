// The first run: only who reads the server's own line sets the district up, and only once.
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prepareFirstRun } from '../../../src/server/accounts/first-run.ts'
import { rowFrom, rowsFrom } from '../../../src/server/store/database.ts'
import { demoLinks } from '../../../src/server/accounts/issue-slips.ts'
import { clearUnfinishedDemo } from '../../../src/server/accounts/unfinished-demo.ts'
import type { DistrictId } from '../../../src/domain/ids.ts'
import { emptyScene, GOOD, MINUTE, outcome, Phone } from './scene.ts'

let scene: Awaited<ReturnType<typeof emptyScene>>
beforeEach(async () => {
  scene = await emptyScene()
})
afterEach(() => scene.end())

const form = (phone: Phone, code: string, changes: object = {}): object => ({
  code,
  district: '500103',
  name: '区管理员',
  staffNumber: '',
  phone: '139 0000 0000',
  password: GOOD,
  device: phone.device,
  ...changes,
})

describe('setting a district up', () => {
  test('someone without the code gets nowhere, and is slowed down', async () => {
    const stranger = new Phone(scene.app)
    for (let i = 0; i < 16; i += 1)
      expect(await outcome(stranger.post('/api/first-run', form(stranger, '0000-0000-0000')))).toBe('404 code.invalid')
    const slowed = await stranger.post('/api/first-run', form(stranger, scene.code))
    expect(slowed.status).toBe(429)
    expect((await rowsFrom(scene.db, sql`select 1 from district`)).length).toBe(0)
    scene.pass(5 * MINUTE)
    expect(await outcome(stranger.post('/api/first-run', form(stranger, scene.code)))).toBe('200')
  })

  test('whoever reads the code becomes administrator and district officer and is signed in', async () => {
    const phone = new Phone(scene.app)
    expect(await (await phone.get('/api/first-run')).json()).toEqual({
      empty: true,
      districts: [{ code: '500103', name: '渝中区' }],
      demo: false,
    })
    const answer = await phone.post('/api/first-run', form(phone, scene.code.replace(/-/g, ' ')))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-yantu=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const session = (await (await phone.get('/api/session')).json()) as { roles: { role: string }[] }
    expect(session).toMatchObject({
      name: '区管理员',
      hasDossier: false,
      home: null,
      district: { code: '500103', name: '渝中区' },
      device: phone.device.id,
    })
    expect(session.roles.map((r) => r.role).sort()).toEqual(['admin', 'district-officer'])
    expect(await (await phone.get('/api/first-run')).json()).toEqual({ empty: false, districts: [], demo: false })
    expect(await outcome(new Phone(scene.app).signIn('13900000000', GOOD))).toBe('200')
  })

  test('the code works once, also when two people send it at the same moment', async () => {
    const [a, b] = [new Phone(scene.app), new Phone(scene.app)]
    const outcomes = await Promise.all([
      outcome(a.post('/api/first-run', form(a, scene.code))),
      outcome(b.post('/api/first-run', form(b, scene.code))),
    ])
    expect(outcomes.sort()).toEqual(['200', '409 first-run.over'])
    expect(await outcome(b.post('/api/first-run', form(b, scene.code)))).toBe('409 first-run.over')
    expect(await prepareFirstRun(scene.db)).toBeNull()
  })

  test('a start on a database that is still empty makes a new code and the old one is void', async () => {
    const next = await prepareFirstRun(scene.db)
    expect(next).toMatch(/^\d{4}-\d{4}-\d{4}$/)
    const phone = new Phone(scene.app)
    expect(await outcome(phone.post('/api/first-run', form(phone, scene.code)))).toBe('404 code.invalid')
    expect(await outcome(phone.post('/api/first-run', form(phone, next ?? '')))).toBe('200')
  })

  test('each wrong field is named and the code is not used up', async () => {
    const phone = new Phone(scene.app)
    const tries: [object, string][] = [
      [{ district: '110101' }, '422 first-run.unknown-district'],
      [{ phone: '12' }, '422 first-run.bad-phone'],
      [{ password: 'short' }, '422 password.too-short'],
      [{ password: '13900000000' }, '422 password.too-common'],
      [{ device: { ...phone.device, publicKey: 'A'.repeat(87) } }, '422 device.bad-key'],
      [{ extra: 1 }, '400 request.malformed'],
    ]
    for (const [changes, expected] of tries)
      expect(await outcome(phone.post('/api/first-run', form(phone, scene.code, changes)))).toBe(expected)
    expect(await outcome(phone.post('/api/first-run', form(phone, scene.code)))).toBe('200')
  })

  test('the code is kept in no readable form', async () => {
    const kept = await rowFrom(scene.db, sql<{ code_hash: string }>`select code_hash from first_run`)
    expect(kept?.code_hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('looking at the demo first', () => {
  test('without the code nothing is filled; without a demo the route is not there', async () => {
    expect(await outcome(new Phone(scene.app).post('/api/first-run/demo', { code: scene.code }))).toBe('404 not-found')
    let filled = 0
    const demo = await emptyScene(async (origin) => {
      filled += 1
      return [{ role: 'teacher', name: '覃老师', school: '示例小学', url: `${origin}/#/join?c=X` }]
    })
    try {
      expect(await outcome(new Phone(demo.app).post('/api/first-run/demo', { code: '1111-1111-1111' }))).toBe('404 code.invalid')
      expect(filled).toBe(0)
      const answer = await new Phone(demo.app).post('/api/first-run/demo', { code: demo.code })
      expect(await answer.json()).toEqual({
        people: [{ role: 'teacher', name: '覃老师', school: '示例小学', url: 'https://yantu.example.cn/#/join?c=X' }],
      })
    } finally {
      await demo.end()
    }
  })

  test('while the demo is filled nobody else sets a district up, and the other way round', async () => {
    let filled = 0
    const demo = await emptyScene(async () => {
      filled += 1
      const late = new Phone(demo.app)
      expect([
        await outcome(late.post('/api/first-run', form(late, demo.code))),
        await outcome(late.post('/api/first-run/demo', { code: demo.code })),
      ]).toEqual(Array(2).fill('404 code.invalid'))
      return []
    })
    try {
      expect(await outcome(new Phone(demo.app).post('/api/first-run/demo', { code: demo.code }))).toBe('200')
      expect(filled).toBe(1)
    } finally {
      await demo.end()
    }
  })

  test('a demo that broke off half filled is cleared at the next start, and the first run is offered again', async () => {
    await sql`insert into district (district, code, name) values ('500103', '500103', '渝中区')`.execute(scene.db)
    await sql`insert into person (district, id, name) values ('500103', 'half', '半个人')`.execute(scene.db)
    expect(await prepareFirstRun(scene.db)).toBeNull()
    expect(await clearUnfinishedDemo(scene.db)).toBe(true)
    expect(await rowsFrom(scene.db, sql`select id from person`)).toEqual([])
    const code = await prepareFirstRun(scene.db)
    const phone = new Phone(scene.app)
    expect(await outcome(phone.post('/api/first-run', form(phone, code ?? '')))).toBe('200')
  })

  test('a district somebody can get into is never cleared, be it real, or a demo whose links were given out', async () => {
    const phone = new Phone(scene.app)
    expect(await clearUnfinishedDemo(scene.db)).toBe(false)
    await phone.post('/api/first-run', form(phone, scene.code))
    expect(await clearUnfinishedDemo(scene.db)).toBe(false)
    expect(await outcome(phone.get('/api/session'))).toBe('200')
    const demo = await emptyScene()
    try {
      await sql`insert into district (district, code, name) values ('500103', '500103', '渝中区')`.execute(demo.db)
      await sql`insert into person (district, id, name) values ('500103', 'shown', '覃丽莎')`.execute(demo.db)
      await demoLinks(demo.deps, '500103' as DistrictId, ['shown'], 'http://127.0.0.1')
      expect(await clearUnfinishedDemo(demo.db)).toBe(false)
    } finally {
      await demo.end()
    }
  })
})
