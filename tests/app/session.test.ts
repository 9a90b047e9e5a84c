// Who is in hand on this phone: opening without a network, sharing a phone, an ended session.

import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import { useDossier } from '../../src/app/composables/dossier.ts'
import { useDraft } from '../../src/app/composables/draft.ts'
import { deviceStore } from '../../src/app/composables/device.ts'
import { useAct } from '../../src/app/composables/act.ts'
import { useOutbox } from '../../src/app/composables/outbox.ts'
import { usePeople } from '../../src/app/composables/people.ts'
import { phoneInHand } from '../../src/app/composables/phone.ts'
import { useSession } from '../../src/app/stores/session.ts'
import { useSync } from '../../src/app/stores/sync.ts'
import { CENTRAL, CLAIM, id, NAMES, type Who } from '../domain/verbs/scene.ts'
import { writeMeta } from '../../src/storage/meta.ts'
import { dossierOf, dossiers, fill } from '../storage/people.ts'

let server: (path: string, body: unknown) => { status: number; body: unknown } | null
const realFetch = globalThis.fetch
let scope: EffectScope

const sessionOf = (who: Who) => ({
  person: id(who),
  name: NAMES[who],
  hasDossier: true,
  roles: who === 'wu' ? [{ role: 'officer', at: { kind: 'school', id: CENTRAL }, atName: '中心校' }] : [],
  district: { id: 'yuzhong', code: '500103', name: '渝中区' },
  home: { id: CENTRAL, name: '中心校' },
  device: '',
  words: {},
})

beforeEach(() => {
  setActivePinia(createPinia())
  scope = effectScope()
  server = () => null
  globalThis.fetch = (path, init) => {
    const said = server(String(path), typeof init?.body === 'string' ? JSON.parse(init.body) : null)
    return said === null
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(JSON.stringify(said.body), { status: said.status }))
  }
})
afterEach(async () => {
  scope.stop()
  useSync().detach()
  await new Promise((resolve) => setTimeout(resolve, 20))
  globalThis.fetch = realFetch
})

/** The app closed and opened again: new stores on the same storage. */
async function openAgain(): Promise<ReturnType<typeof useSession>> {
  useSync().detach()
  setActivePinia(createPinia())
  const session = useSession()
  await session.start()
  return session
}

async function signIn(who: Who): Promise<ReturnType<typeof useSession>> {
  server = (path) => (path === '/api/sign-in' ? { status: 200, body: { is: 'signed-in', session: sessionOf(who) } } : null)
  const session = useSession()
  expect(await session.signIn(who, '很长的密码')).toEqual({ is: 'signed-in' })
  server = () => null
  return session
}

async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !check(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(check()).toBe(true)
}
const inScope = <T>(make: () => T): T => {
  const made = scope.run(make)
  if (made === undefined) throw new Error('no scope')
  return made
}

test('after one sign-in the app opens for the same person without any network', async () => {
  await signIn('tao')
  const session = await openAgain()
  expect([session.state, session.info?.name, session.role?.key]).toEqual(['signed-in', '陶老师', 'teacher'])
})

test('a wrong password is an answer, and whoever was in hand still is', async () => {
  await signIn('tao')
  server = () => ({ status: 401, body: { code: 'account.wrong' } })
  expect(await useSession().signIn('lin', '错的')).toMatchObject({ is: 'problem', code: 'account.wrong' })
  server = () => null
  expect((await openAgain()).info?.name).toBe('陶老师')
})

test('what one person saved is neither shown nor lost nor sent when another takes the phone', async () => {
  const session = await signIn('tao')
  await fill(phoneInHand(), [dossiers.tao])
  const acted = await useAct().act({ verb: 'claim-hours', subject: dossierOf('tao'), args: { ...CLAIM } })
  expect(acted.is).toBe('saved')
  expect(await session.unsent()).toBe(1)
  await session.signOut()
  expect([session.state, (await openAgain()).state]).toEqual(['signed-out', 'signed-out'])
  await signIn('lin')
  const dossier = inScope(() => useDossier(id('tao')))
  const outbox = inScope(useOutbox)
  await until(() => dossier.value !== undefined)
  expect([dossier.value, outbox.view.value.pending]).toEqual([null, []])
  await useSession().signOut()
  const again = await signIn('tao')
  expect(await again.unsent()).toBe(1)
  await until(() => dossier.value !== null && dossier.value !== undefined)
  expect(dossier.value?.entries.map((one) => one.local)).toEqual(['on-this-phone'])
})

test('who left a shared phone opens it again without a network, with their own password, and finds what they had not sent', async () => {
  await (await signIn('tao')).signOut()
  await signIn('lin')
  await fill(phoneInHand(), [dossiers.lin])
  expect((await useAct().act({ verb: 'claim-hours', subject: dossierOf('lin'), args: { ...CLAIM } })).is).toBe('saved')
  await useSession().signOut()
  const session = await openAgain()
  expect(await session.signIn('lin', '很长的密码')).toEqual({ is: 'not-connected' })
  expect([await session.unlock('lin', '猜的', null), await session.unlock('nobody', '很长的密码', null), session.state]).toEqual([
    { is: 'wrong' },
    { is: 'unknown' },
    'signed-out',
  ])
  expect(await session.unlock('lin', '很长的密码', null)).toEqual({ is: 'opened' })
  expect([session.state, session.info?.name, await session.unsent()]).toEqual(['signed-in', '林老师', 1])
})

test('every request says for whom it speaks, so that nothing of one person is answered under another’s session', async () => {
  const named: (string | undefined)[] = []
  const session = await signIn('tao')
  const passing = globalThis.fetch
  globalThis.fetch = (path, init) => {
    named.push(`${String(path)} ${(init?.headers as Record<string, string>)['X-Yantu-Person'] ?? '-'}`)
    return passing(path, init)
  }
  await useSync().syncNow()
  await session.refresh()
  await session.signOut()
  expect(named).toEqual([`/api/sync ${id('tao')}`, `/api/session ${id('tao')}`, `/api/sign-out ${id('tao')}`])
})

test('leaving without a network is told to the server once it can be reached, and not after somebody else came in', async () => {
  await (await signIn('tao')).signOut()
  const told: string[] = []
  server = (path) => {
    told.push(path)
    return path === '/api/sign-out' ? { status: 200, body: {} } : null
  }
  await openAgain()
  await until(() => told.length > 0)
  await openAgain()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(told).toEqual(['/api/sign-out'])
  await (await signIn('tao')).signOut()
  await signIn('lin')
  await useSession().signOut()
  const asked: string[] = []
  server = (path) => {
    asked.push(path)
    return path === '/api/sign-out' ? { status: 200, body: {} } : null
  }
  await openAgain()
  await until(() => asked.length > 0)
  expect(asked).toEqual(['/api/sign-out'])
})

test('two who left one after the other without a network are both told to the server, so that the session of neither stays', async () => {
  await (await signIn('lin')).signOut()
  await (await signIn('tao')).signOut()
  expect(await useSession().unlock('lin', '很长的密码', null)).toEqual({ is: 'opened' })
  await useSession().signOut()
  const told: (string | undefined)[] = []
  const passing = globalThis.fetch
  globalThis.fetch = (path, init) => {
    if (path === '/api/sign-out') told.push((init?.headers as Record<string, string>)['X-Yantu-Person'])
    return passing(path, init)
  }
  server = (path) => (path === '/api/sign-out' ? { status: 200, body: {} } : null)
  await openAgain()
  await until(() => told.length > 1)
  await openAgain()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(told).toEqual([id('tao'), id('lin')])
})

test('a browser that threw everything away is told as that at the sign-in, with what comes back by itself', async () => {
  const before = await signIn('tao')
  expect(await before.unsent()).toBe(1)
  // All that says who was here is gone, but for the notes beside the database.
  await deviceStore().putDown()
  const session = await openAgain()
  expect([session.state, session.wiped]).toEqual(['signed-out', { unsent: 1 }])
})

test('an ended session wipes nothing and says to sign in again', async () => {
  await signIn('tao')
  server = () => ({ status: 401, body: { code: 'session.none' } })
  expect(await useSync().syncNow()).toEqual({ is: 'signed-out' })
  expect([useSession().state, useSync().signedOut]).toEqual(['signed-in', true])
  expect(await useSession().unsent()).toBe(1)
})

test('whoever holds an office begins at it, not at their own records, until they choose otherwise on this phone', async () => {
  const session = await signIn('wu')
  expect(session.role?.key).toBe(`officer@school:${CENTRAL}`)
  session.chooseRole('teacher')
  expect((await openAgain()).role?.key).toBe('teacher')
})

test('a role given or ended since is there after a synchronisation, without the app being opened anew', async () => {
  const session = await signIn('tao')
  expect(session.roles.map((one) => one.key)).toEqual(['teacher'])
  const officer = { role: 'officer', at: { kind: 'school', id: CENTRAL } }
  server = (path) =>
    path === '/api/session' ? { status: 200, body: { ...sessionOf('tao'), roles: [{ ...officer, atName: '中心校' }] } } : null
  await writeMeta(phoneInHand().database, 'roles', [officer] as never)
  await until(() => session.roles.length === 2)
  expect(session.roles[1]?.role).toBe('officer')
  // Whoever is at their own records is not taken from them.
  expect(session.role?.key).toBe('teacher')
  server = (path) => (path === '/api/session' ? { status: 200, body: sessionOf('tao') } : null)
  await writeMeta(phoneInHand().database, 'roles', [])
  await until(() => session.roles.length === 1)
})

test('lists follow what is saved, without anybody asking', async () => {
  await signIn('wu')
  await fill(phoneInHand(), [dossiers.tao, dossiers.lin, dossiers.wu])
  const { people, search } = inScope(() => usePeople(CENTRAL))
  await until(() => people.value.length === 3)
  expect(search('林').map((one) => one.waiting.school)).toEqual([0])
  expect((await useAct().act({ verb: 'claim-hours', subject: dossierOf('wu'), args: { ...CLAIM } })).is).toBe('saved')
  await until(() => search('吴')[0]?.waiting.school === 1)
})

test('a form half filled in is there again after the app was closed', async () => {
  await signIn('lin')
  const first = inScope(() => useDraft('claim', () => ({ title: '', hours: '' })))
  await until(() => first.ready.value)
  first.value.value.title = '打了一半'
  await nextTick()
  window.dispatchEvent(new Event('pagehide'))
  await new Promise((resolve) => setTimeout(resolve, 30))
  const second = inScope(() => useDraft('claim', () => ({ title: '', hours: '' })))
  await until(() => second.ready.value)
  expect([second.value.value.title, second.restored.value]).toEqual(['打了一半', true])
  await second.clear()
  const third = inScope(() => useDraft('claim', () => ({ title: '', hours: '' })))
  await until(() => third.ready.value)
  expect([third.value.value.title, third.restored.value]).toEqual(['', false])
})
