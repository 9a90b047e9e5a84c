// Phones in a crowd: each with what it remembers of its last sync, its ops made and signed beforehand, and what it does when it is
// turned away: it comes back when it was told to, up to a quarter later. The network is a function call; the clock is the real one.
import { heldDigest } from '../../src/wire/document-text.ts';
import { Problem } from '../../src/wire/sync.ts';
import { claim, type App, type Device } from '../journeys/world.ts';

export interface Remembered {
  readonly generation: number;
  readonly cursor: string;
  readonly held: string;
  readonly reference: string;
}

/** What a phone knows after a first sync. */
export async function remember(device: Device): Promise<Remembered> {
  const answer = await device.sync([]);
  return { generation: answer.generation, cursor: answer.cursor, held: heldDigest((answer.scope ?? []).map(({ kind, id }) => `${kind}:${id}`)), reference: answer.reference?.hash ?? '' };
}

/** A request as that phone would send it now. */
export function requestOf(device: Device, known: Remembered, ops: number): string {
  const made = Array.from({ length: ops }, () => device.op({ kind: 'teacher', id: device.person }, 'claim-hours', claim()));
  return JSON.stringify({ protocol: 1, build: 'bench', ...known, want: [], opened: [], ops: made, digests: 'changed' });
}

export class Crowding {
  /** Of those served, in ms: since their first try, and of the request that was answered. */
  readonly waits: number[] = [];
  readonly answers: number[] = [];
  turnedAway = 0;
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Until it is served; `patient` false gives up when turned away, as for measuring what is served at once. */
  async send(device: string, body: string, patient = true): Promise<boolean> {
    const arrived = performance.now();
    for (;;) {
      const began = performance.now();
      const response = await this.#app.request('/api/sync', { method: 'POST', body, headers: { host: '127.0.0.1', 'content-type': 'application/json', 'x-yantu': '1', 'test-device': device } });
      const text = await response.text();
      const now = performance.now();
      if (response.status === 200) {
        this.waits.push(now - arrived);
        this.answers.push(now - began);
        return true;
      }
      if (response.status !== 503) throw new Error(`${String(response.status)} ${text.slice(0, 200)}`);
      this.turnedAway += 1;
      if (!patient) return false;
      const asked = Problem.parse(JSON.parse(text)).retryAfterMs ?? 5_000;
      await new Promise((resolve) => { setTimeout(resolve, asked * (1 + Math.random() / 4)); });
    }
  }
}
