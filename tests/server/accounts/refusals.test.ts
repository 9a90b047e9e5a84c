// Every account route refuses the outsider first: without a session, without the role, from another site's page, or with a
// body it does not take. And no route is mounted that nobody has said who may use.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCOUNT_POLICIES, type AccountRoute } from '../../../src/server/accounts/route-policies.ts'
import { districtScene, GOOD, joined, outcome, Phone } from './scene.ts'

let scene: Awaited<ReturnType<typeof districtScene>>
beforeAll(async () => {
  scene = await districtScene()
})
afterAll(() => scene.end())

const routes = Object.keys(ACCOUNT_POLICIES) as AccountRoute[]
const call = (phone: Phone, route: AccountRoute, body: unknown = {}): Promise<Response> => {
  const [method, path = ''] = route.split(' ')
  return method === 'GET' ? phone.get(path) : phone.post(path, body)
}
/** Well-formed, so that only the right to ask can be refused. */
const BODY: Partial<Record<AccountRoute, unknown>> = {
  'POST /api/invites': { of: 'school', school: 'school-a' },
  'POST /api/invites/face-to-face': { person: 'teacher-a', reset: false },
  'POST /api/password': { current: 'whatever it was', next: 'something quite new' },
  'POST /api/devices/revoke': { device: '00000000-0000-7000-8000-000000000000' },
}

describe('account routes', () => {
  test('every mounted route says who may use it', () => {
    const mounted = scene.app.routes.filter((r) => r.method !== 'ALL').map((r) => `${r.method} ${r.path}`)
    expect([...new Set(mounted)].sort()).toEqual([...routes].sort())
  })

  test.each(routes.filter((route) => ACCOUNT_POLICIES[route] !== 'public'))('%s is refused without a session', async (route) => {
    expect(await outcome(call(new Phone(scene.app), route, BODY[route]))).toBe('401 session.none')
  })

  test.each(routes.filter((route) => route.startsWith('POST')))('%s is refused from another site and without our header', async (route) => {
    const [, path = ''] = route.split(' ')
    const phone = new Phone(scene.app)
    expect(await outcome(phone.post(path, {}, { origin: 'https://elsewhere.example' }))).toBe('403 request.foreign')
    expect(await outcome(phone.post(path, {}, { 'x-yantu': '' }))).toBe('403 request.foreign')
  })

  test('a teacher without a role and an auditor find no invitations, for anyone', async () => {
    for (const person of ['teacher-a', 'auditor']) {
      const phone = await joined(scene, person)
      expect(await outcome(phone.get('/api/invites?school=school-a'))).toBe('404 not-found')
      for (const route of ['POST /api/invites', 'POST /api/invites/face-to-face'] as const)
        expect(await outcome(call(phone, route, BODY[route]))).toBe('404 not-found')
    }
  })

  test.each(routes.filter((route) => route.startsWith('POST') && route !== 'POST /api/first-run/demo'))(
    '%s does not take what it does not know',
    async (route) => {
      const [, path = ''] = route.split(' ')
      const odd = [
        '',
        '[]',
        '{"a":',
        '{"__proto__":{"admin":true}}',
        '{"role":"admin"}',
        'null',
        `{"a":"${'x'.repeat(70_000)}"}`,
        '['.repeat(50),
      ]
      for (const body of odd) expect([400, 413]).toContain((await scene.admin.post(path, body)).status)
      expect(await outcome(scene.admin.post(path, '{}', { 'content-type': 'text/plain' }))).toBe('415 request.malformed')
    },
  )

  test('a character that no database keeps is a malformed body, not a failure of the server', async () => {
    const stranger = new Phone(scene.app)
    expect(await outcome(stranger.post('/api/sign-in', { who: '139\u0000', password: GOOD, device: stranger.device }))).toBe(
      '400 request.malformed',
    )
    expect(await outcome(stranger.post('/api/join', { code: '\u0000' }))).toBe('400 request.malformed')
  })
})
