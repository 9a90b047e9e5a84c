// The phone of a school's officer, set up anew in a real browser: the app's own sync and storage against the real server.
// Runs in Chromium only.
import type { DistrictId, PersonId } from '../../src/domain/ids.ts';
import { systemClock, systemRandom } from '../../src/storage/clock.ts';
import { openPhone, type Phone } from '../../src/storage/phone.ts';
import { newBatchSize } from '../../src/sync/batch.ts';
import { fetchTransport } from '../../src/sync/fetch-transport.ts';
import { syncOnce } from '../../src/sync/sync-once.ts';

export interface FirstSync {
  readonly ms: number;
  readonly outcome: string;
  readonly documents: number;
  readonly entries: number;
  readonly rowsOfSecond: number;
  readonly requestsOfSecond: number;
}

export async function measureFirstSync(person: string, district: string): Promise<FirstSync> {
  const answers: string[] = [];
  const phone: Phone = await openPhone({ person: person as PersonId, name: '覃静', district: district as DistrictId, device: 'bench' }, { clock: systemClock, random: systemRandom, notes: localStorage });
  const core = {
    phone, signer: { device: 'bench', sign: () => Promise.reject(new Error('nothing to sign')) }, build: 'bench', tab: 'bench', batch: newBatchSize(), inHand: () => Promise.resolve(true),
    newDevice: () => Promise.reject(new Error('no other device is needed')),
    transport: {
      async post(path: string, body: string) {
        const carried = await fetchTransport.post(path, body);
        if (carried.is === 'answered') answers.push(carried.text);
        return carried;
      },
    },
  };
  const began = performance.now();
  const { outcome } = await syncOnce(core);
  const ms = performance.now() - began;
  const texts = answers.splice(0).map((text) => JSON.parse(text) as { documents: { rows: { kind: string }[] }[] });
  const documents = texts.flatMap((one) => one.documents);
  await syncOnce(core);
  const second = answers.map((text) => JSON.parse(text) as { rows: unknown[]; documents: unknown[] });
  return {
    ms, outcome: outcome.is, documents: documents.length, entries: documents.reduce((sum, one) => sum + one.rows.filter(({ kind }) => kind === 'hours').length, 0),
    rowsOfSecond: second.reduce((sum, one) => sum + one.rows.length + one.documents.length, 0), requestsOfSecond: second.length,
  };
}
