// Phones in a crowd: each with what it remembers of its last sync, its ops made and signed beforehand, and what it does when it is
// turned away: it comes back when it was told to, up to a quarter later. They do next to nothing themselves: a body made before is
// sent over a connection kept open, and of the answer only its status is read, so that what is measured is the server.
import { Agent, request } from 'node:http'
import { heldDigest } from '../../src/wire/document-text.ts'
import { Problem } from '../../src/wire/sync.ts'
import { claim, type Device } from '../journeys/world.ts'

export interface Remembered {
  readonly generation: number
  readonly cursor: string
  readonly held: string
  readonly reference: string
}

/** What a phone knows after a first sync. */
export async function remember(device: Device): Promise<Remembered> {
  const answer = await device.sync([])
  return {
    generation: answer.generation,
    cursor: answer.cursor,
    held: heldDigest((answer.scope ?? []).map(({ kind, id }) => `${kind}:${id}`)),
    reference: answer.reference?.hash ?? '',
  }
}

/** A request as that phone would send it now. */
export function requestOf(device: Device, known: Remembered, ops: number): string {
  const made = Array.from({ length: ops }, () => device.op({ kind: 'teacher', id: device.person }, 'claim-hours', claim()))
  return JSON.stringify({ protocol: 1, build: 'bench', ...known, want: [], opened: [], ops: made, digests: 'changed' })
}

/** A phone that has everything ready. */
export interface Ready {
  readonly cookie: string
  readonly body: string
}

export class Crowding {
  /** Of those served, in ms: since their first try, and of the request that was answered. */
  readonly waits: number[] = []
  readonly answers: number[] = []
  turnedAway = 0
  readonly #port: number
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 512 })

  constructor(port: number) {
    this.#port = port
  }

  /** Until it is served; `patient` false gives up when turned away, as for measuring what is served at once. */
  async send(phone: Ready, patient = true): Promise<boolean> {
    const arrived = performance.now()
    for (;;) {
      const began = performance.now()
      const { status, text } = await this.#post(phone)
      const now = performance.now()
      if (status === 200) {
        this.waits.push(now - arrived)
        this.answers.push(now - began)
        return true
      }
      if (status !== 503) throw new Error(`${String(status)} ${text.slice(0, 200)}`)
      this.turnedAway += 1
      if (!patient) return false
      const asked = Problem.parse(JSON.parse(text)).retryAfterMs ?? 5_000
      await new Promise((resolve) => {
        setTimeout(resolve, asked * (1 + Math.random() / 4))
      })
    }
  }

  end(): void {
    this.#agent.destroy()
  }

  #post({ cookie, body }: Ready): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-yantu': '1', cookie }
      const asked = request(
        { host: '127.0.0.1', port: this.#port, path: '/api/sync', method: 'POST', agent: this.#agent, headers },
        (answer) => {
          const status = answer.statusCode ?? 0
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => {
            if (status !== 200) parts.push(part)
          })
          answer.on('end', () => {
            resolve({ status, text: Buffer.concat(parts).toString() })
          })
          answer.on('error', reject)
        },
      )
      // The server may close a connection at rest in the moment it is taken up again: any client sends once more then.
      asked.on('error', (error: NodeJS.ErrnoException) => {
        if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(this.#post({ cookie, body }))
        else reject(error)
      })
      asked.end(body)
    })
  }
}
