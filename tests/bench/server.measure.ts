// How the server holds up with a whole district: 300 schools, 15,000 teachers imported from one file, crowds of phones, more of them
// than it can serve, and all of them coming back within a minute.
// Real PostgreSQL with everything on disk; the network is a function call, and who asks is said by a header. Prints, never judges.
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import type { PersonId } from '../../src/domain/ids.ts';
import { heldDigest } from '../../src/wire/document-text.ts';
import { type Device, START, world, type World } from '../journeys/world.ts';
import { Crowding, remember, requestOf, type Remembered } from './returning.ts';
import { ms, percentile, say, took } from './say.ts';

const SCHOOLS = 300;
const TEACHERS = Number(process.env['YANTU_BENCH_TEACHERS'] ?? 15_000);
const RETURNING = Number(process.env['YANTU_BENCH_PHONES'] ?? 15_000);
const OPS = 10;
const OVERLOAD_S = 6;

test('the server with a whole district', async () => {
  // As many connections as the product has, and a clock that goes, for what it says when it turns somebody away.
  const w = await world({ connections: 10, overrides: { clock: () => START + Math.floor(performance.now()) } });
  const codes: string[] = [];
  for (let n = 0; n < SCHOOLS; n += 1) codes.push(await schoolCode(w, n));
  const admin = await w.device(w.admin);
  say(`import of ${String(TEACHERS)} teachers (aim: 30 s)`, `${((await took(() => importAll(admin, codes))) / 1000).toFixed(1)} s`);

  const officer = await w.person('刘老师');
  await w.role(officer, '刘老师', 'district-officer', 'district');
  const desk = await w.device(officer);
  const pages: number[] = [];
  for (let n = 0; n < 7; n += 1) pages.push(await took(async () => (await desk.fetch('/api/district/overview')).text()));
  say(`district page of ${String(TEACHERS)} teachers (aim: 100 ms)`, `first ${ms(pages[0])}, then ${ms(percentile(pages, 0.5))}`);

  const capacity = await crowds(w);
  await overload(w, capacity);
  await returning(w);
  expect(w.failures).toEqual([]);
  await w.close();
}, 1_800_000);

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

/** Phones of one school, each known and with its requests made beforehand, so that only the server is measured. */
async function phonesWith(w: World, many: number, rounds: number, ops: number): Promise<{ id: string; bodies: string[] }[]> {
  const home = await w.school('压力小学');
  const phones: { id: string; bodies: string[] }[] = [];
  for (let n = 0; n < many; n += 1) {
    const device = await w.device(await w.teacher(`老师${String(n)}`, home));
    const known = await remember(device);
    phones.push({ id: device.id, bodies: Array.from({ length: rounds }, () => requestOf(device, known, ops)) });
  }
  return phones;
}

/** Requests per second of the first crowd. */
async function crowds(w: World): Promise<number> {
  let first = NaN;
  // Once for the compiler.
  await atOnce(w, await phonesWith(w, 8, 6, OPS));
  for (const many of [32, 128]) {
    const phones = await phonesWith(w, many, Math.ceil(256 / many), OPS);
    const { perSecond, crowd } = await atOnce(w, phones);
    if (Number.isNaN(first)) first = perSecond;
    say(`push of ${String(OPS)} ops + pull, ${String(many)} phones at once`, `${perSecond.toFixed(0)} requests/s, p50 ${ms(percentile(crowd.answers, 0.5))}, p99 ${ms(percentile(crowd.answers, 0.99))}, turned away ${String(crowd.turnedAway)}`);
    const idle = await phonesWith(w, many, Math.ceil(512 / many), 0);
    const calm = await atOnce(w, idle);
    say(`sync with nothing to send, ${String(many)} phones at once`, `${calm.perSecond.toFixed(0)} requests/s, p50 ${ms(percentile(calm.crowd.answers, 0.5))}, p99 ${ms(percentile(calm.crowd.answers, 0.99))}`);
  }
  return first;
}

async function atOnce(w: World, phones: readonly { id: string; bodies: string[] }[]): Promise<{ perSecond: number; crowd: Crowding }> {
  const crowd = new Crowding(w.app);
  const all = await took(() => Promise.all(phones.map(async ({ id, bodies }) => { for (const body of bodies) await crowd.send(id, body); })));
  return { perSecond: (crowd.answers.length * 1000) / all, crowd };
}

/** Requests come three times as fast as they can be served, and nobody waits for an answer before sending the next. */
async function overload(w: World, capacity: number): Promise<void> {
  const arrivals = Math.ceil(3 * capacity * OVERLOAD_S);
  const phones = await phonesWith(w, Math.min(256, arrivals), Math.ceil(arrivals / Math.min(256, arrivals)), OPS);
  const bodies = phones.flatMap(({ id, bodies: own }) => own.map((body) => ({ id, body })));
  const crowd = new Crowding(w.app);
  const all = await took(() => arriving(bodies.slice(0, arrivals), OVERLOAD_S * 1000, ({ id, body }) => crowd.send(id, body, false)));
  const perSecond = (crowd.answers.length * 1000) / all;
  const lost = await missing(w, crowd.answers.length * OPS, phones.map(({ id }) => id));
  say('three times that load (aim: 80 % of the goodput, nothing acknowledged lost)', `${perSecond.toFixed(0)} requests/s (${((perSecond * 100) / capacity).toFixed(0)} %), p99 ${ms(percentile(crowd.answers, 0.99))}, turned away ${String(crowd.turnedAway)}, acknowledged ops missing ${String(lost)}`);
}

/** How many acknowledged ops of these devices the database does not have. */
async function missing(w: World, acknowledged: number, devices: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from op_log where device = any (${devices}::text[])`.execute(w.db);
  return Math.max(0, acknowledged - (rows[0]?.n ?? 0));
}

/** All of them begun evenly over a time, whatever the earlier ones are doing; ends with the last answer. */
async function arriving<T>(many: readonly T[], overMs: number, send: (one: T) => Promise<unknown>): Promise<void> {
  const began = performance.now();
  const under: Promise<unknown>[] = [];
  while (under.length < many.length) {
    const due = Math.min(many.length, Math.floor(((performance.now() - began) / overMs) * many.length) + 1);
    for (const one of many.slice(under.length, due)) under.push(send(one));
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
  await Promise.all(under);
}

/**
 * A district's phones after an outage: every one a person and a device of its own, one in five with two claims. The same rate of
 * arrival for a part of the time where fewer phones are asked for.
 */
async function returning(w: World): Promise<void> {
  const overMs = (60_000 * RETURNING) / 15_000;
  const phones = await returningPhones(w);
  const crowd = new Crowding(w.app);
  const all = await took(() => arriving(phones, overMs, ({ id, body }) => crowd.send(id, body)));
  const scale = RETURNING === 15_000 ? '' : `, a ${(15_000 / RETURNING).toFixed(0)}th of 15,000 at the same 250/s`;
  const late = crowd.waits.filter((wait) => wait > 30_000).length;
  say(`${String(RETURNING)} phones returning within ${(overMs / 1000).toFixed(0)} s${scale} (aim: all within ${((overMs * 1.5) / 1000).toFixed(0)} s)`,
    `all served after ${(all / 1000).toFixed(0)} s, p50 ${ms(percentile(crowd.waits, 0.5))}, p99 ${ms(percentile(crowd.waits, 0.99))}, over 30 s ${String(late)}, turned away ${String(crowd.turnedAway)} times`);
}

async function returningPhones(w: World): Promise<{ id: string; body: string }[]> {
  const { rows: people } = await sql<{ person: string; school: string }>`select person, school from posting where kind = 'home' order by person limit ${RETURNING}`.execute(w.db);
  const references = new Map<string, Remembered>();
  const phones: { id: string; body: string }[] = [];
  for (let n = 0; n < RETURNING; n += 1) {
    const one = people[n % people.length];
    if (one === undefined) throw new Error('nobody was imported');
    const device = await w.device(one.person as PersonId);
    // People of one school are told the same; what each holds is the own dossier.
    const known = references.get(one.school) ?? (await remember(device));
    references.set(one.school, known);
    phones.push({ id: device.id, body: requestOf(device, { ...known, held: heldDigest([`teacher:${one.person}`]) }, n % 5 === 0 ? 2 : 0) });
  }
  return phones;
}
