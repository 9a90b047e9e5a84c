// A fresh officer's phone: 300 dossiers with 60,000 entries over a real connection into real Chromium. Prints, never judges.
import { expect, test } from 'vitest'
import { listen } from '../../src/server/listen.ts'
import { world } from '../journeys/world.ts'
import { fill } from './fill.ts'
import type { FirstSync, Kept, Opened, SecondSync } from './first-sync.ts'
import { bundle } from './in-chromium.ts'
import { plainPage } from './plain-chromium.ts'
import { kilobytes, ms, say } from './say.ts'

const PEOPLE = 300
const RUNS = Number(process.env['YANTU_BENCH_RUNS'] ?? 3)
const ENTRIES = Number(process.env['YANTU_BENCH_ENTRIES'] ?? 200)

interface Run extends FirstSync, Kept {
  readonly second: SecondSync
  readonly opened: Opened
}

test('a fresh officer’s phone', async () => {
  const w = await world()
  const school = await w.school('中心校')
  const officer = await w.teacher('覃静', school)
  await w.role(officer, '覃静', 'officer', { kind: 'school', id: school })
  const device = await w.device(officer)
  await fill(w, school, PEOPLE - 1, ENTRIES)
  const server = await listen(w.app, '127.0.0.1', 0)
  if (server.is === 'taken') throw new Error('no port')
  const script = await bundle('./first-sync.ts', 'first')
  const runs: Run[] = []
  try {
    for (let n = 0; n < RUNS; n += 1)
      runs.push(await oneRun(`http://127.0.0.1:${String(server.port)}/`, script, `'${officer}', '${w.district}', '${device.id}'`))
  } finally {
    await server.close()
    await w.close()
  }
  const [best] = [...runs].sort((a, b) => a.ms - b.ms)
  if (best === undefined) throw new Error('nothing was measured')
  expect(runs.map(({ outcome }) => outcome)).toEqual(runs.map(() => 'all-synced'))
  expect([best.documents, best.standings]).toEqual([PEOPLE + 1, PEOPLE])
  say(
    `${String(best.documents)} documents with ${String(best.entries)} entries, on the wire (aim: 3.5 MB)`,
    `${kilobytes(best.bytes)} in ${String(best.requests)} requests`,
  )
  say(
    `the same, until stored and counted in Chromium, best and worst of ${String(RUNS)} (aim: 3 s)`,
    `${ms(best.ms)}, ${ms(Math.max(...runs.map((run) => run.ms)))}`,
  )
  say(
    'second sync of that phone (aim: 0 rows, 1 round trip)',
    `${String(best.second.rows)} rows, ${String(best.second.requests)} round trip`,
  )
  say(
    'that phone opened again: its store, then the sums of its school',
    `${ms(Math.min(...runs.map((run) => run.opened.openMs)))}, ${ms(Math.min(...runs.map((run) => run.opened.standingsMs)))}`,
  )
}, 600_000)

async function oneRun(url: string, script: string, who: string): Promise<Run> {
  const page = await plainPage(process.env['YANTU_BENCH_CHROMIUM'] ?? '/usr/bin/chromium', url)
  try {
    await page.run(`${script}; 0`)
    const first = await page.run<FirstSync>(`first.measureFirstSync(${who})`)
    return {
      ...first,
      ...(await page.run<Kept>('first.kept()')),
      second: await page.run<SecondSync>('first.secondSync()'),
      opened: await page.run<Opened>(`first.openAgain(${who})`),
    }
  } finally {
    await page.close()
  }
}
