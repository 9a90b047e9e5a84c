// How the server holds up with a whole district: 300 schools, 15,000 teachers imported from one file, 32 phones at once.
// Real PostgreSQL with everything on disk; the network is a function call. Prints, never judges.
import { expect, test } from 'vitest';
import { claim, type Device, world, type World } from '../journeys/world.ts';

const SCHOOLS = 300;
const TEACHERS = Number(process.env['YANTU_BENCH_TEACHERS'] ?? 15_000);
const CLIENTS = 32;
const ROUNDS = 6;

test('the server with a whole district', async () => {
  const w = await world();
  const codes: string[] = [];
  for (let n = 0; n < SCHOOLS; n += 1) codes.push(await schoolCode(w, n));
  const admin = await w.device(w.admin);
  say(`import of ${String(TEACHERS)} teachers (aim: 30 s)`, `${((await took(() => importAll(admin, codes))) / 1000).toFixed(1)} s`);

  const officer = await w.person('刘老师');
  await w.role(officer, '刘老师', 'district-officer', 'district');
  const desk = await w.device(officer);
  const pages: number[] = [];
  for (let n = 0; n < 7; n += 1) pages.push(await took(async () => (await desk.fetch('/api/district/overview')).text()));
  say(`district page of ${String(TEACHERS)} teachers (aim: 100 ms)`, `first ${ms(pages[0])}, then ${ms(median(pages))}`);

  const home = await w.school('压力小学');
  const phones: Device[] = [];
  for (let n = 0; n < CLIENTS; n += 1) phones.push(await w.device(await w.teacher(`老师${String(n)}`, home)));
  const each: number[] = [];
  const all = await took(() => Promise.all(phones.map((phone) => pushTens(phone, each))));
  each.sort((a, b) => a - b);
  say(
    `push of 10 ops + pull, ${String(CLIENTS)} phones at once`,
    `${((each.length * 1000) / all).toFixed(0)} requests/s, p50 ${ms(median(each))}, p99 ${ms(each[Math.floor(each.length * 0.99)])}`,
  );
  expect(w.failures).toEqual([]);
  await w.close();
}, 600_000);

async function schoolCode(w: World, n: number): Promise<string> {
  return `S${(await w.school(`学校${String(n)}`)).slice(0, 6)}`;
}

async function importAll(admin: Device, codes: readonly string[]): Promise<void> {
  const lines = Array.from({ length: TEACHERS }, (_, n) => `${codes[n % codes.length] ?? ''},学校${String(n % codes.length)},老师${String(n)},J${String(n).padStart(6, '0')},语文,在编`);
  const file = ['学校代码,学校,姓名,教师编号,学科,用人形式', ...lines].join('\n');
  const planned = await post(admin, '/api/import/rosters', { fileName: 'all.csv', file: Buffer.from(file).toString('base64'), school: null });
  const { batch } = planned as { batch?: { id: string } };
  if (batch === undefined) throw new Error(`the file was not planned: ${JSON.stringify(planned).slice(0, 300)}`);
  await post(admin, `/api/import/rosters/${batch.id}/confirm`, { onlyGood: false, roles: [] });
}

async function post(device: Device, path: string, body: unknown): Promise<unknown> {
  const response = await device.fetch(path, { method: 'POST', body: JSON.stringify(body) });
  if (response.status !== 200) throw new Error(`${path}: ${String(response.status)} ${(await response.text()).slice(0, 300)}`);
  return response.json();
}

async function pushTens(phone: Device, each: number[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const ops = Array.from({ length: 10 }, () => phone.op({ kind: 'teacher', id: phone.person }, 'claim-hours', claim()));
    each.push(await took(() => phone.sync(ops)));
  }
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function say(what: string, value: string): void {
  console.log(`  ${what.padEnd(56)} ${value}`);
}

function ms(value: number | undefined): string {
  return `${(value ?? NaN).toFixed(0)} ms`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
