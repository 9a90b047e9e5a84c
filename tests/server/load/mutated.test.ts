// Thousands of damaged requests to every route: none may end in an error of the server, none may change anything, and memory stays
// where it was. MUTATIONS says how many (2,000 in npm test, 40,000 in npm run torture), FROM where their numbers begin; a failing
// one prints its number, which alone makes it again.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claim, world, type Device, type World } from '../../journeys/world.ts'
import { chanceOf } from '../../simulation/random.ts'
import { contentOf } from './content.ts'
import { damaged, mutateAddress, mutateHeaders, mutateJson, written, type Sent } from './mutate.ts'
import { signedIn, type SignedIn } from './signed-in.ts'
import { targetOf, type Cast, type Who } from './targets.ts'

const MANY = Number(process.env['MUTATIONS'] ?? 2_000)
const FROM = Number(process.env['FROM'] ?? 1)
const AT_ONCE = 6
const MOST_GROWTH = 96 * 1024 * 1024

let w: World
let server: SignedIn
let cast: Cast
const cookies = new Map<Who, string>()

beforeAll(async () => {
  w = await world()
  const school = await w.school('实验小学')
  const elsewhere = await w.school('解放小学')
  const [teacher, officer, outsider, admin] = [
    await w.device(await w.teacher('覃丽莎', school)),
    await w.device(await w.teacher('王专干', school)),
    await w.device(await w.teacher('魏老师', elsewhere)),
    await w.device(w.admin),
  ] as [Device, Device, Device, Device]
  await w.role(officer.person, '王专干', 'officer', { kind: 'school', id: school })
  const done = Array.from({ length: 6 }, () => teacher.op({ kind: 'teacher', id: teacher.person }, 'claim-hours', claim()))
  await teacher.sync(done)
  for (const one of [officer, outsider, admin]) await one.sync()
  cast = { w, school, teacher, officer, outsider, admin, done, row: done[0]?.content.op ?? '' }
  server = signedIn(w, { limits: { sync: { atWork: 8, inside: 128, each: 64, patienceMs: 8_000 } } })
  for (const who of ['teacher', 'officer', 'outsider', 'admin'] as const) cookies.set(who, await server.cookieOf(cast[who]))
})
afterAll(async () => {
  server.end()
  await w.close()
})

/** The request of a number: always the same one, but for keys and ids. */
function requestOf(number: number): { readonly sent: Sent; readonly how: string } {
  const chance = chanceOf(number)
  const target = targetOf(cast, chance)
  const cookie = target.who === null || chance.oneIn(20) ? undefined : cookies.get(target.who)
  const plain: Record<string, string> = {
    host: '127.0.0.1',
    'content-type': 'application/json',
    'x-yantu': '1',
    ...(cookie === undefined ? {} : { cookie }),
  }
  const headers = chance.oneIn(6) ? mutateHeaders(plain, chance) : plain
  const { method, path } = chance.oneIn(target.body === undefined ? 2 : 8) ? mutateAddress(target.method, target.path, chance) : target
  if (target.body === undefined || method === 'GET' || method === 'HEAD')
    return { sent: { method, path, headers, body: null }, how: 'address' }
  const value = chance.oneIn(3)
    ? target.body
    : mutateJson(target.body, chance, [cast.row, cast.teacher.person, cast.school, cast.w.district])
  const { how, body, headers: packed } = damaged(written(value), chance)
  return { sent: { method, path, headers: { ...headers, ...packed }, body }, how: value === target.body ? how : `values, ${how}` }
}

const collect = (): void => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

test(
  `${String(MANY)} damaged requests: none fails the server, none changes anything, and memory stays bounded`,
  async () => {
    const answered = new Map<string, number>()
    const damage = new Map<string, number>()
    const judged = new Map<string, number>()
    const wrong: string[] = []
    const before = await contentOf(w.db)
    let start = 0
    for (let first = 0; first < MANY; first += AT_ONCE) {
      // What is compiled and cached on the way in is no growth.
      if (first >= Math.min(600, MANY / 4) && start === 0) {
        collect()
        start = process.memoryUsage().heapUsed
      }
      const numbers = Array.from({ length: Math.min(AT_ONCE, MANY - first) }, (_, i) => FROM + first + i)
      await Promise.all(
        numbers.map(async (number) => {
          const { sent, how } = requestOf(number)
          const asked = new Request(`http://127.0.0.1${sent.path.startsWith('/') ? sent.path : `/${sent.path}`}`, {
            method: sent.method,
            headers: sent.headers,
            body: sent.body,
          })
          const answer = await server.app.request(asked)
          const text = await answer.text()
          answered.set(String(answer.status), (answered.get(String(answer.status)) ?? 0) + 1)
          for (const [, code] of text.matchAll(/"code":"([a-z.-]+)","field":[^}]*\},?"?/g))
            if (answer.status === 200) judged.set(code ?? '', (judged.get(code ?? '') ?? 0) + 1)
          damage.set(how, (damage.get(how) ?? 0) + 1)
          const busy = answer.status === 503 && text.includes('server.busy')
          if (answer.status >= 500 && !busy)
            wrong.push(
              `FROM=${String(number)} MUTATIONS=1: ${sent.method} ${sent.path.slice(0, 80)} (${how}) answered ${String(answer.status)} ${text.slice(0, 120)}`,
            )
        }),
      )
      if (wrong.length > 5) break
    }
    collect()
    const grown = process.memoryUsage().heapUsed - start
    const after = await contentOf(w.db)
    const told = (counts: ReadonlyMap<string, number>): string =>
      [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([what, n]) => `${what} ${String(n)}`)
        .join(' · ')
    console.log(
      `  mutated requests: ${String(MANY)} from ${String(FROM)}; answers ${told(answered)}; ops refused ${told(judged)}; damage ${told(damage)}; memory ${(grown / 1_048_576).toFixed(1)} MB more; failures ${String(server.failures.length)}`,
    )
    expect(wrong).toEqual([])
    expect(server.failures).toEqual([])
    expect(after).toEqual(before)
    expect(grown).toBeLessThan(MOST_GROWTH)
    // They did not all end at the first wall.
    if (MANY >= 500) expect(answered.get('200') ?? 0).toBeGreaterThan(MANY / 50)
  },
  Math.max(60_000, MANY * 100),
)

test('what is compared shows a single claim that is taken', async () => {
  const before = await contentOf(w.db)
  await cast.teacher.sync([cast.teacher.op({ kind: 'teacher', id: cast.teacher.person }, 'claim-hours', claim())])
  const after = await contentOf(w.db)
  expect(
    Object.keys(after)
      .filter((name) => after[name] !== before[name])
      .sort(),
  ).toEqual(['document', 'document_row', 'ops that took effect', 'standing'])
})

test('found by such requests: an address that names what no database keeps names nothing', async () => {
  for (const path of [
    '/api/invites?school=%00',
    '/api/school/%00/roll-up',
    `/api/evidence/${'ab'.repeat(32)}?of=%00`,
    '/api/reports/tiers?school=a%00',
  ]) {
    expect((await server.ask(cookies.get('admin') ?? null, 'GET', path)).status).toBe(404)
  }
  expect(server.failures).toEqual([])
})
