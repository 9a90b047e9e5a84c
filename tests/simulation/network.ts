// The wire with everything that happens to it: one fate per request, chosen by chance. What is delivered reaches the real server;
// what comes back is what a phone would see. A request once sent may arrive again much later, after others of the same phone.

import type { Carried } from '../../src/sync/core.ts'
import type { Chance } from './random.ts'
import type { Figures } from './figures.ts'
import type { SimServer } from './server.ts'

const FATES = {
  through: 24,
  'request-lost': 2,
  'answer-lost': 4,
  'timed-out': 2,
  'delivered-twice': 3,
  'arrives-again-later': 2,
  'gateway-502': 2,
  'gateway-502-after-commit': 2,
  'busy-503': 2,
  'captive-portal': 2,
  'cut-body': 2,
  'server-broken-off': 4,
  'server-disk-full': 1,
  'too-many-429': 1,
  partition: 1,
  'one-way-partition': 1,
  flap: 1,
  'signed-out-401': 1,
  'too-large-413': 1,
  'in-between': 4,
  'killed-before-request': 1,
  'killed-before-answer': 3,
} as const
export type Fate = keyof typeof FATES

export interface Network {
  on: boolean
  post(device: string, path: string, body: string, happenings: Happenings): Promise<Carried>
  /** Whatever is still under way arrives now; nobody hears the answers. */
  deliverLate(): Promise<void>
}

export interface Happenings {
  /** Something else happens on this phone while the request is under way. */
  inBetween(): Promise<void>
  /** The app is killed here; never answers. */
  killed(): Promise<never>
}

const PORTAL = '<!doctype html><title>登录校园网</title><form action="/login">…</form>'

export function network(server: SimServer, chance: Chance, figures: Figures): Network {
  const late: { readonly device: string; readonly path: string; readonly body: string }[] = []
  const lost: Carried = { is: 'unreachable' }
  const page = (status: number): Carried => ({ is: 'answered', status, text: PORTAL, retryAfterMs: null })
  const problem = (status: number, code: string, retryAfterMs: number | null = null): Carried => ({
    is: 'answered',
    status,
    text: JSON.stringify({ code }),
    retryAfterMs,
  })

  /** What still goes on with the next requests of a device. */
  const goingOn = new Map<string, { readonly what: 'partition' | 'one-way-partition' | 'flap'; left: number }>()
  const fateOf = (device: string): Fate => {
    if (!made.on) return 'through'
    const now = goingOn.get(device)
    if (now === undefined || now.left === 0) return chance.weighted(FATES)
    now.left -= 1
    return now.what === 'partition' ? 'request-lost' : now.what === 'one-way-partition' || now.left % 2 === 0 ? 'answer-lost' : 'through'
  }

  const made: Network = {
    on: true,
    async post(device, path, body, { inBetween, killed }) {
      const deliver = async (): Promise<Extract<Carried, { is: 'answered' }>> => {
        figures.add('requests')
        const response = await server.post(device, path, body)
        return { is: 'answered', status: response.status, text: await response.text(), retryAfterMs: null }
      }
      const fate = fateOf(device)
      if (fate !== 'through') figures.add(`fault.${fate}`)
      switch (fate) {
        case 'through':
          return deliver()
        case 'request-lost':
          return lost
        case 'answer-lost':
          await deliver()
          return lost
        case 'timed-out':
          await deliver()
          return { is: 'timed-out' }
        case 'delivered-twice':
          await deliver()
          return deliver()
        case 'arrives-again-later':
          late.push({ device, path, body })
          return deliver()
        case 'gateway-502':
          return page(502)
        case 'gateway-502-after-commit':
          await deliver()
          return page(502)
        case 'busy-503':
          return problem(503, 'server.busy', 5_000)
        case 'captive-portal':
          return page(200)
        case 'cut-body': {
          const whole = await deliver()
          return { ...whole, text: whole.text.slice(0, chance.below(whole.text.length)) }
        }
        case 'server-disk-full':
          server.breakIn = 1 + chance.below(40)
          server.breakWith = '53100'
          return deliver()
        case 'too-many-429':
          return problem(429, 'server.busy', 1_000)
        case 'partition':
          goingOn.set(device, { what: fate, left: 1 + chance.below(3) })
          return lost
        case 'one-way-partition':
          goingOn.set(device, { what: fate, left: 1 + chance.below(3) })
          await deliver()
          return lost
        case 'flap':
          goingOn.set(device, { what: fate, left: 4 })
          return lost
        case 'server-broken-off':
          server.breakIn = 1 + chance.below(40)
          return deliver()
        case 'signed-out-401':
          return problem(401, 'session.none')
        case 'too-large-413':
          return problem(413, 'body.too-large')
        case 'in-between': {
          if (chance.oneIn(2)) {
            await inBetween()
            return deliver()
          }
          const answer = await deliver()
          await inBetween()
          return answer
        }
        case 'killed-before-request':
          return killed()
        case 'killed-before-answer':
          await deliver()
          return killed()
      }
    },
    async deliverLate() {
      for (const { device, path, body } of late.splice(0)) {
        figures.add('requests')
        await (await server.post(device, path, body)).text()
      }
    },
  }
  return made
}
