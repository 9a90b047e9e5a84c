// Signing in: what a guesser learns (nothing), what a guesser costs others (nothing for long), and what families who share a
// phone number have to type.
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { charge, CODES_PER_ADDRESS, giveBack, PER_ACCOUNT, PER_ADDRESS } from '../../../src/server/accounts/delays.ts'
import { rowsFrom } from '../../../src/server/store/database.ts'
import { DAY, districtScene, GOOD, joined, MINUTE, newDevice, OTHER, outcome, Phone } from './scene.ts'

let scene: Awaited<ReturnType<typeof districtScene>>
beforeEach(async () => {
  scene = await districtScene()
})
afterEach(() => scene.end())

describe('signing in', () => {
  test('an unknown number, someone who has not joined and a wrong password get the same answer', async () => {
    await joined(scene, 'teacher-a')
    const bodies = []
    for (const [who, password] of [
      ['13712345678', GOOD],
      ['13900000006', GOOD],
      ['13900000003', OTHER],
    ] as const) {
      const answer = await new Phone(scene.app).signIn(who, password)
      expect(answer.headers.get('set-cookie')).toBeNull()
      bodies.push(`${answer.status} ${await answer.text()}`)
    }
    expect(new Set(bodies)).toEqual(new Set(['401 {"code":"account.wrong"}']))
  })

  test('a teacher signs in by phone number or 教师编号, however they are typed', async () => {
    await joined(scene, 'teacher-a')
    for (const who of ['13900000003', '+86 139-0000-0003', '139 0000 0003', 'T2010001', 't2010001']) {
      const phone = new Phone(scene.app)
      const answer = await phone.signIn(who, GOOD)
      expect(await answer.json()).toMatchObject({
        is: 'signed-in',
        session: { person: 'teacher-a', name: '覃小芳', home: { id: 'school-a', name: '甲小学' }, device: phone.device.id },
      })
      expect(await outcome(phone.get('/api/session'))).toBe('200')
    }
  })

  test('a couple who share a number are asked for the name, and no name is told', async () => {
    await joined(scene, 'couple-1', GOOD)
    await joined(scene, 'couple-2', OTHER)
    const phone = new Phone(scene.app)
    const asked = await phone.signIn('13900000004', GOOD)
    expect(await asked.text()).toBe('{"is":"name-needed"}')
    expect(phone.cookie).toBeNull()
    expect(await outcome(phone.signIn('13900000004', GOOD, '冉秀英'))).toBe('401 account.wrong')
    expect(await outcome(phone.signIn('13900000004', GOOD, '无此人'))).toBe('401 account.wrong')
    expect(await (await phone.signIn('13900000004', GOOD, ' 单建国 ')).json()).toMatchObject({ session: { person: 'couple-1' } })
  })

  test('a whole school behind one address signs in at the same moment, and nobody is asked to wait for the others', async () => {
    await joined(scene, 'teacher-a')
    const key = (n: number): string => `address ${String(n)}`
    // Clocks are read before the database is asked: the later reader may come first.
    for (const rule of [PER_ADDRESS, CODES_PER_ADDRESS]) {
      const waits = []
      for (const early of [9, 3, 7, 1, 5]) waits.push(await charge(scene.db, 1_000_000 + early, key(rule.free), rule))
      await giveBack(scene.db, 1_000_020, key(rule.free))
      waits.push(await charge(scene.db, 1_000_015, key(rule.free), rule))
      expect(waits).toEqual([0, 0, 0, 0, 0, 0])
    }
  })

  test('a server whose clock was a day ahead and is set right again locks nobody out', async () => {
    const [ahead, now] = [1_000_000 + DAY, 1_000_000]
    for (let i = 0; i <= PER_ACCOUNT.free; i += 1) await charge(scene.db, ahead, 'clock', PER_ACCOUNT)
    expect(await charge(scene.db, ahead, 'clock', PER_ACCOUNT)).toBeGreaterThan(0)
    expect(await charge(scene.db, now, 'clock', PER_ACCOUNT)).toBe(0)
    expect(await charge(scene.db, now, 'clock', PER_ACCOUNT)).toBeGreaterThan(0)
  })

  test('many wrong passwords make the next try wait, longer and longer, and never lock anybody out', async () => {
    await joined(scene, 'teacher-a')
    const guesser = new Phone(scene.app, '10.9.9.9')
    for (let i = 0; i < 6; i += 1) expect(await outcome(guesser.signIn('13900000003', `guess number ${i}`))).toBe('401 account.wrong')
    const first = await guesser.signIn('13900000003', 'guess again')
    expect(first.status).toBe(429)
    expect(await first.json()).toEqual({ code: 'account.wait', retryAfterMs: 1000 })
    scene.pass(1000)
    expect(await outcome(guesser.signIn('13900000003', 'and again'))).toBe('401 account.wrong')
    expect(await (await guesser.signIn('13900000003', GOOD)).json()).toEqual({ code: 'account.wait', retryAfterMs: 2000 })
    for (let i = 0; i < 20; i += 1) {
      scene.pass(15 * MINUTE)
      await guesser.signIn('13900000003', `slow guess ${i}`)
    }
    scene.pass(15 * MINUTE)
    expect(await outcome(new Phone(scene.app).signIn('13900000003', GOOD))).toBe('200')
  })

  test('the owner is not slowed down on their own phone while others guess', async () => {
    const own = await joined(scene, 'teacher-a')
    const guesser = new Phone(scene.app)
    for (let i = 0; i < 30; i += 1) await guesser.signIn('13900000003', `guess ${i}`)
    expect(await outcome(guesser.signIn('13900000003', GOOD))).toBe('429 account.wait')
    expect(await outcome(own.signIn('13900000003', GOOD))).toBe('200')
  })

  test('an unknown number is slowed down just like a known one', async () => {
    const guesser = new Phone(scene.app)
    for (let i = 0; i < 6; i += 1) await guesser.signIn('13712345678', `guess ${i}`)
    expect(await outcome(guesser.signIn('13712345678', 'guess'))).toBe('429 account.wait')
  })

  test('a hundred guesses at the same moment are not a hundred tries', async () => {
    await joined(scene, 'teacher-a')
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => outcome(new Phone(scene.app, `10.8.0.${i}`).signIn('13900000003', `guess ${i}`))),
    )
    expect(outcomes.filter((o) => o === '401 account.wrong').length).toBe(6)
  })

  test('guesses over many people from one address are slowed down too, and a right sign-in is not counted', async () => {
    await joined(scene, 'teacher-a')
    const guesser = new Phone(scene.app, '10.7.7.7')
    for (let i = 0; i < 41; i += 1) await guesser.signIn(`1380000${1000 + i}`, 'one guess each')
    expect(await outcome(guesser.signIn('13800009999', 'one guess each'))).toBe('429 account.wait')
    expect(await outcome(new Phone(scene.app, '10.7.7.8').signIn('13900000003', GOOD))).toBe('200')
  })

  test('neither numbers nor addresses nor tokens can be read from the tables', async () => {
    const phone = await joined(scene, 'teacher-a')
    await phone.signIn('13900000003', OTHER)
    const token = phone.cookie?.split('=')[1] ?? ''
    const kept = JSON.stringify(
      await rowsFrom(scene.db, sql`select s.*, d.*, c.password_hash from session s, sign_in_delay d, credential c`),
    )
    expect(token.length).toBe(43)
    for (const secret of [token, '13900000003', '10.0.0.1', GOOD]) expect(kept).not.toContain(secret)
  })
})

describe('a session', () => {
  test('ends after 90 days without use, and after 400 days in any case', async () => {
    const phone = await joined(scene, 'teacher-a')
    scene.pass(89 * DAY)
    expect(await outcome(phone.get('/api/session'))).toBe('200')
    scene.pass(89 * DAY)
    expect(await outcome(phone.get('/api/session'))).toBe('200')
    scene.pass(91 * DAY)
    expect(await outcome(phone.get('/api/session'))).toBe('401 session.none')
    const daily = new Phone(scene.app)
    await daily.signIn('13900000003', GOOD)
    for (let i = 0; i < 5; i += 1) {
      scene.pass(79 * DAY)
      expect(await outcome(daily.get('/api/session'))).toBe('200')
    }
    scene.pass(6 * DAY)
    expect(await outcome(daily.get('/api/session'))).toBe('401 session.none')
  })

  test('signing out ends it, also for whoever copied the cookie', async () => {
    const phone = await joined(scene, 'teacher-a')
    const copy = new Phone(scene.app)
    copy.cookie = phone.cookie
    expect(await outcome(copy.get('/api/session'))).toBe('200')
    expect(await outcome(phone.post('/api/sign-out', {}))).toBe('200')
    expect(phone.cookie).toBeNull()
    expect(await outcome(copy.get('/api/session'))).toBe('401 session.none')
  })

  test('counts for nothing where a request speaks for somebody else: nothing is answered, nothing done, and the session goes on', async () => {
    const shared = await joined(scene, 'teacher-a')
    expect(await outcome(shared.get('/api/session', { 'x-yantu-person': 'teacher-a' }))).toBe('200')
    const asOther = { 'x-yantu-person': 'teacher-b' }
    expect(await outcome(shared.get('/api/session', asOther))).toBe('401 session.other')
    expect(await outcome(shared.get('/api/devices', asOther))).toBe('401 session.other')
    expect(await outcome(shared.post('/api/password', { current: GOOD, next: OTHER }, asOther))).toBe('401 session.other')
    // Somebody who left here without a network, told late: whoever came in meanwhile stays in.
    expect(await outcome(shared.post('/api/sign-out', {}, asOther))).toBe('200')
    expect(await outcome(shared.get('/api/session'))).toBe('200')
    // And one who signs in over another's session comes in as themselves.
    expect(await outcome(shared.post('/api/sign-in', { who: '13900000003', password: GOOD, device: shared.device }, asOther))).toBe('200')
  })

  test('a cookie without Secure is not taken over HTTPS', async () => {
    const phone = await joined(scene, 'teacher-a')
    phone.cookie = phone.cookie?.replace('__Host-yantu', 'yantu') ?? null
    expect(await outcome(phone.get('/api/session'))).toBe('401 session.none')
  })

  test('on the machine itself over http the cookie has a plain name', async () => {
    await joined(scene, 'teacher-a')
    const answer = await scene.app.request('http://127.0.0.1:8080/api/sign-in', {
      method: 'POST',
      headers: { host: '127.0.0.1:8080', 'x-yantu': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ who: 'T2010001', password: GOOD, device: newDevice() }),
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^yantu=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
  })
})

describe('changing the password', () => {
  test('needs the old one, refuses what is tried first, and signs the other phones out', async () => {
    const phone = await joined(scene, 'teacher-a')
    const other = new Phone(scene.app)
    await other.signIn('T2010001', GOOD)
    expect(await outcome(phone.post('/api/password', { current: OTHER, next: OTHER }))).toBe('422 password.wrong')
    for (const next of ['1234567', 'qinxiaofang123', '88888888', 'yantu2026', 'T2010001!', 'woaini1314']) {
      expect(await outcome(phone.post('/api/password', { current: GOOD, next }))).toMatch(/^422 password\.too-/)
    }
    expect(await outcome(phone.post('/api/password', { current: GOOD, next: OTHER }))).toBe('200')
    expect(await outcome(phone.get('/api/session'))).toBe('200')
    expect(await outcome(other.get('/api/session'))).toBe('401 session.none')
    expect(await outcome(other.signIn('T2010001', GOOD))).toBe('401 account.wrong')
    expect(await outcome(other.signIn('T2010001', OTHER))).toBe('200')
  })

  test('guessing the old one on an open phone is slowed down', async () => {
    const phone = await joined(scene, 'teacher-a')
    for (let i = 0; i < 6; i += 1) await phone.post('/api/password', { current: `guess ${i}`, next: OTHER })
    expect(await outcome(phone.post('/api/password', { current: GOOD, next: OTHER }))).toBe('429 account.wait')
  })
})
