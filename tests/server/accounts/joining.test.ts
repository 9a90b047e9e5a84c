// Slips, codes on the officer's screen, and new passwords face to face: who can let whom in, and what a lost slip is worth.
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DistrictId } from '../../../src/domain/ids.ts'
import { demoLinksAgain } from '../../../src/server/accounts/demo-links-again.ts'
import { demoLinks, slipsForSchool } from '../../../src/server/accounts/issue-slips.ts'
import { rowFrom } from '../../../src/server/store/database.ts'
import type { InviteAnswer, InviteList, Slip } from '../../../src/wire/session.ts'
import { districtScene, GOOD, HOUR, joined, MINUTE, OTHER, outcome, Phone, slipFor } from './scene.ts'

let scene: Awaited<ReturnType<typeof districtScene>>
beforeEach(async () => {
  scene = await districtScene()
})
afterEach(() => scene.end())

const people = (ids: string[]): object => ({ of: 'people', people: ids })
const face = async (by: Phone, person: string, reset: boolean): Promise<Slip> =>
  ((await (await by.post('/api/invites/face-to-face', { person, reset })).json()) as { slip: Slip }).slip
const finish = (phone: Phone, code: string, password = GOOD): Promise<Response> =>
  phone.post('/api/join/finish', { code, password, device: phone.device })

describe('inviting', () => {
  test('an officer cannot invite people of another school, those who left, those above, or nobody at all', async () => {
    const officer = await joined(scene, 'officer-a')
    for (const ids of [['teacher-b'], ['teacher-a', 'teacher-b'], ['retired-a'], ['auditor'], ['district-a'], ['nobody']]) {
      expect(await outcome(officer.post('/api/invites', people(ids)))).toBe('404 not-found')
    }
    expect(await outcome(officer.post('/api/invites', { of: 'school', school: 'school-b' }))).toBe('404 not-found')
    expect(await outcome(officer.get('/api/invites?school=school-b'))).toBe('404 not-found')
    expect(await outcome(officer.post('/api/invites/face-to-face', { person: 'teacher-b', reset: false }))).toBe('404 not-found')
    expect(await rowFrom(scene.db, sql<{ n: number }>`select count(*) as n from invite where made_by = 'officer-a'`)).toEqual({ n: 0 })
  })

  test('a school gets no code for a colleague who works for the district too, and a district officer none of the administrator', async () => {
    const officer = await joined(scene, 'officer-a')
    await joined(scene, 'district-a')
    expect(await outcome(officer.post('/api/invites/face-to-face', { person: 'district-a', reset: true }))).toBe('404 not-found')
    const district = new Phone(scene.app)
    await district.signIn('13900000007', GOOD)
    const { person: admin } = (await (await scene.admin.get('/api/session')).json()) as { person: string }
    expect(await outcome(district.post('/api/invites/face-to-face', { person: admin, reset: true }))).toBe('404 not-found')
    expect(await outcome(district.post('/api/invites', people(['teacher-b'])))).toBe('200')
  })

  test('an officer of a village school cannot reach up to the central school', async () => {
    await sql`insert into membership (district, row_id, person, person_name, role, at_kind, at_id, from_day)
      values ('500103', 'role-point', 'teacher-point', '点上老师', 'officer', 'school', 'school-a-point', '2020-09-01')`.execute(scene.db)
    const officer = await joined(scene, 'teacher-point')
    expect(await outcome(officer.post('/api/invites', { of: 'school', school: 'school-a' }))).toBe('404 not-found')
    expect(await outcome(officer.post('/api/invites', people(['officer-a'])))).toBe('404 not-found')
  })

  test('an officer whose role ended invites nobody any more', async () => {
    const officer = await joined(scene, 'officer-a')
    expect(await outcome(officer.post('/api/invites', people(['teacher-a'])))).toBe('200')
    await sql`update membership set to_day = '2026-08-31' where person = 'officer-a'`.execute(scene.db)
    expect(await outcome(officer.post('/api/invites', people(['teacher-a'])))).toBe('404 not-found')
  })

  test('a school prints slips for all its people who are not in yet, and for its teaching point', async () => {
    const officer = await joined(scene, 'officer-a')
    const answer = (await (await officer.post('/api/invites', { of: 'school', school: 'school-a' })).json()) as InviteAnswer
    expect(answer.joined).toBe(1)
    expect(answer.slips.map((s) => s.person).sort()).toEqual(['couple-1', 'couple-2', 'principal-a', 'teacher-a'])
    // Handed out by a name list: in its order.
    expect(answer.slips.map((s) => s.name)).toEqual(['单建国', '甲校长', '冉秀英', '覃小芳'])
    for (const slip of answer.slips) {
      expect(slip.code).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{5}-[ACDEFGHJKMNPQRTUVWXY34679]{5}$/)
      expect(slip).toMatchObject({
        school: '甲小学',
        url: `https://yantu.example.cn/#/join?c=${slip.code}`,
        expiresAt: scene.now() + 72 * HOUR,
      })
    }
    const list = (await (await officer.get('/api/invites?school=school-a')).json()) as InviteList
    expect(list.people.find((p) => p.person === 'officer-a')).toEqual({ person: 'officer-a', name: '甲专干', joined: true })
    expect(await outcome(officer.post('/api/invites', { of: 'school', school: 'school-a-point' }))).toBe('200')
  })
})

describe('the operator’s own command', () => {
  test('makes slips for those of a school who are not in yet', async () => {
    await joined(scene, 'teacher-a')
    const answer = await slipsForSchool(scene.deps, {
      district: '500103' as DistrictId,
      school: 'school-a',
      madeBy: 'command',
      origin: 'https://yantu.example.cn',
    })
    expect(answer.joined).toBe(1)
    expect(answer.slips.map((s) => s.person).sort()).toEqual(['couple-1', 'couple-2', 'district-a', 'officer-a', 'principal-a'])
  })
})

describe('joining', () => {
  test('wrong, used, replaced and expired codes look the same, at greeting and at finishing', async () => {
    const used = await slipFor(scene.admin, 'teacher-a')
    expect(await outcome(finish(new Phone(scene.app), used))).toBe('200')
    const replaced = await slipFor(scene.admin, 'teacher-b')
    const expired = await slipFor(scene.admin, 'teacher-b')
    scene.pass(72 * HOUR)
    const bodies = new Set<string>()
    for (const code of ['ACDEF-GHJKM', used, replaced, expired, '<script>']) {
      const phone = new Phone(scene.app)
      bodies.add(await (await phone.post('/api/join', { code })).text()).add(await (await finish(phone, code)).text())
      expect(phone.cookie).toBeNull()
    }
    expect([...bodies]).toEqual(['{"code":"code.invalid","field":"code"}'])
  })

  test('a right code greets its person and nothing more, and is not used up by it', async () => {
    const code = await slipFor(scene.admin, 'teacher-a')
    const phone = new Phone(scene.app)
    for (const typed of [code, code.toLowerCase(), code.replace('-', ' ')]) {
      expect(await (await phone.post('/api/join', { code: typed })).json()).toEqual({
        name: '覃小芳',
        school: '甲小学',
        reset: false,
        demo: false,
      })
    }
    expect(await (await finish(phone, code)).json()).toMatchObject({ session: { person: 'teacher-a' } })
  })

  test('a password that is tried first is refused and the slip still works', async () => {
    const code = await slipFor(scene.admin, 'teacher-a')
    const phone = new Phone(scene.app)
    expect(await outcome(finish(phone, code, '1234567'))).toBe('422 password.too-short')
    expect(await outcome(finish(phone, code, 'qxf123456'))).toBe('422 password.too-common')
    expect(await outcome(phone.post('/api/join/finish', { code, device: phone.device }))).toBe('422 password.too-short')
    expect(await outcome(finish(phone, code))).toBe('200')
  })

  test('two phones with one slip at the same moment: one gets in', async () => {
    const code = await slipFor(scene.admin, 'teacher-a')
    const outcomes = await Promise.all([finish(new Phone(scene.app), code, GOOD), finish(new Phone(scene.app), code, OTHER)].map(outcome))
    expect(outcomes.sort()).toEqual(['200', '404 code.invalid'])
  })

  test('guessing codes is slowed down by address', async () => {
    const code = await slipFor(scene.admin, 'teacher-a')
    const guesser = new Phone(scene.app, '10.6.6.6')
    for (let i = 0; i < 16; i += 1) expect(await outcome(guesser.post('/api/join', { code: `ACDEF-GHJK${i}` }))).toBe('404 code.invalid')
    expect(await outcome(guesser.post('/api/join', { code }))).toBe('429 account.wait')
    expect(await outcome(new Phone(scene.app).post('/api/join', { code }))).toBe('200')
  })

  test('a code on the officer’s screen works for ten minutes', async () => {
    const officer = await joined(scene, 'officer-a')
    const late = await face(officer, 'teacher-a', false)
    scene.pass(10 * MINUTE)
    expect(await outcome(finish(new Phone(scene.app), late.code))).toBe('404 code.invalid')
    const slip = await face(officer, 'teacher-a', false)
    scene.pass(9 * MINUTE)
    expect(await outcome(finish(new Phone(scene.app), slip.code))).toBe('200')
  })
})

describe('a new password face to face', () => {
  test('only for someone who is in, and a slip only for someone who is not', async () => {
    const officer = await joined(scene, 'officer-a')
    expect(await outcome(officer.post('/api/invites/face-to-face', { person: 'teacher-a', reset: true }))).toBe('409 invite.not-in')
    await joined(scene, 'teacher-a')
    expect(await outcome(officer.post('/api/invites/face-to-face', { person: 'teacher-a', reset: false }))).toBe('409 invite.already-in')
    expect(await (await officer.post('/api/invites', people(['teacher-a']))).json()).toEqual({ slips: [], joined: 1 })
  })

  test('ends the sessions that were, once the new password is set', async () => {
    const officer = await joined(scene, 'officer-a')
    const lost = await joined(scene, 'teacher-a')
    const slip = await face(officer, 'teacher-a', true)
    expect(await outcome(lost.get('/api/session'))).toBe('200')
    const phone = new Phone(scene.app)
    expect(await (await phone.post('/api/join', { code: slip.code })).json()).toMatchObject({ name: '覃小芳', reset: true })
    expect(await outcome(finish(phone, slip.code, OTHER))).toBe('200')
    expect(await outcome(lost.get('/api/session'))).toBe('401 session.none')
    expect(await outcome(lost.signIn('T2010001', GOOD))).toBe('401 account.wrong')
    expect(await outcome(phone.get('/api/session'))).toBe('200')
  })

  test('changing the password oneself makes an open reset code void', async () => {
    const officer = await joined(scene, 'officer-a')
    const teacher = await joined(scene, 'teacher-a')
    const slip = await face(officer, 'teacher-a', true)
    await teacher.post('/api/password', { current: GOOD, next: OTHER })
    expect(await outcome(finish(new Phone(scene.app), slip.code))).toBe('404 code.invalid')
  })
})

describe('a demo link', () => {
  test('signs in without a password, again and again, and sets none', async () => {
    const [slip] = await demoLinks(scene.deps, '500103' as DistrictId, ['teacher-a'], 'http://127.0.0.1:8080')
    expect(slip?.url).toBe(`http://127.0.0.1:8080/#/join?c=${slip?.code ?? ''}`)
    for (let i = 0; i < 2; i += 1) {
      const phone = new Phone(scene.app)
      expect(await (await phone.post('/api/join', { code: slip?.code ?? '' })).json()).toMatchObject({ demo: true })
      expect(await outcome(phone.post('/api/join/finish', { code: slip?.code ?? '', device: phone.device }))).toBe('200')
    }
    expect(await rowFrom(scene.db, sql`select 1 from credential where person = 'teacher-a'`)).toBeNull()
  })

  test('goes on working when somebody looking round prints slips for the school, which let the same person in too', async () => {
    const [link] = await demoLinks(scene.deps, '500103' as DistrictId, ['teacher-a'], 'http://127.0.0.1:8080')
    const { slips } = await slipsForSchool(scene.deps, {
      district: '500103' as DistrictId,
      school: 'school-a',
      madeBy: 'officer-a',
      origin: 'http://127.0.0.1:8080',
    })
    const printed = slips.find((slip) => slip.person === 'teacher-a')?.code ?? ''
    for (const code of [link?.code ?? '', printed]) expect(await outcome(new Phone(scene.app).post('/api/join', { code }))).toBe('200')
    const phone = new Phone(scene.app)
    expect(await outcome(phone.post('/api/join/finish', { code: link?.code ?? '', device: phone.device }))).toBe('200')
  })

  test('is printed again for whoever starts the demo a second time, beside the first; of a real district nobody has one', async () => {
    expect(await demoLinksAgain(scene.deps, 'http://127.0.0.1:8080')).toEqual([])
    const [first] = await demoLinks(scene.deps, '500103' as DistrictId, ['teacher-a', 'officer-a'], 'http://127.0.0.1:8080')
    const again = await demoLinksAgain(scene.deps, 'http://127.0.0.1:8081')
    expect(again.map(({ role, name, school }) => [role, name, school])).toEqual([
      ['教师', '覃小芳', '甲小学'],
      ['师训专干', expect.any(String), '甲小学'],
    ])
    for (const code of [first?.code ?? '', again[0]?.url.split('c=')[1] ?? ''])
      expect(await outcome(new Phone(scene.app).post('/api/join', { code }))).toBe('200')
  })
})
