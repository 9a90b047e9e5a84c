// What reads the dossiers of a whole district: the supervision file, the district's other reports, 试算 of a change of the policy,
// and the command line's targets, over 15,000 teachers with years of entries each. Prints, never judges.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { day } from '../../src/domain/day.ts'
import type { SchoolId } from '../../src/domain/ids.ts'
import { run } from '../../src/server/cli/main.ts'
import { overviewSource } from '../../src/server/overview/kept-overview.ts'
import { warmOverviews } from '../../src/server/overview/warm.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import type { PolicyPreviewAnswer } from '../../src/wire/policy-preview.ts'
import { world, type Device } from '../journeys/world.ts'
import { fill } from './fill.ts'
import { ms, say, took } from './say.ts'

const SCHOOLS = 300
const TEACHERS = Number(process.env['YANTU_BENCH_TEACHERS'] ?? 15_000)
const ENTRIES = Number(process.env['YANTU_BENCH_DOSSIER_ENTRIES'] ?? 40)
const REPORTS: readonly (readonly [string, string])[] = [
  ['supervision', 'supervision file'],
  ['targets', 'targets'],
  ['tiers', 'tiers'],
  ['year-reviews', '年审, nothing handed in'],
  ['gaps', 'gaps'],
  ['rotation', 'rotation'],
  ['registration', 'registration'],
]
const COUNT_REHIRED = {
  key: 'countedEmployments',
  value: '["permanent","contract","substitute","dispatched","private","unknown","rehired"]',
  from: '2026-01-01',
  source: '区教委会议纪要',
}
// What a standing is made of has to be worked out from every dossier anew; who is counted is read from standings.
const YEAR_FROM_JULY = { key: 'yearStart', value: '"07-01"', from: '2026-01-01', source: '区教委会议纪要' }
const CHANGES = [
  ['who is counted', COUNT_REHIRED],
  ['when a year begins', YEAR_FROM_JULY],
] as const

test('a district’s reports', async () => {
  const kept = overviewSource()
  const w = await world({ overrides: { clock: Date.now, kept }, founded: { admin: randomUUID(), role: randomUUID(), at: Date.now() } })
  const schools: SchoolId[] = []
  for (let n = 0; n < SCHOOLS; n += 1) schools.push(await w.school(`学校${String(n)}`))
  for (const school of schools) await fill(w, school, Math.ceil(TEACHERS / SCHOOLS), ENTRIES)
  await sql`analyze`.execute(w.db)
  const officer = await w.person('刘老师')
  await w.role(officer, '刘老师', 'district-officer', 'district', { from: day('2020-01-01') })
  const desk = await w.device(officer)
  const of = `of ${String(TEACHERS)} teachers with ${String(ENTRIES)} entries each`
  say(
    `made ready at start, as npm start does, ${of}`,
    ms(await took(() => warmOverviews({ db: w.db, clock: Date.now, references: referenceSource(districtRules) }, kept))),
  )
  for (const [name, words] of REPORTS) {
    const twice = [await took(() => answered(desk, name)), await took(() => answered(desk, name))]
    say(`${words} ${of} (aim: 2 s)`, `first ${ms(twice[0])}, then ${ms(twice[1])}`)
  }
  for (const [words, change] of CHANGES) {
    const { parts, all, longest } = await tried(desk, change)
    say(
      `试算 of ${words} over ${String(TEACHERS)} dossiers (aim: 20 s)`,
      `${(all / 1000).toFixed(1)} s in ${String(parts)} steps of the progress bar, the longest ${ms(longest)}`,
    )
  }
  const lines: string[] = []
  const targets = await took(() =>
    run({ argv: ['targets', '500103'], env: { DATABASE_URL: w.url }, print: (line) => void lines.push(line) }),
  )
  say('npx yantu targets', `${ms(targets)}, ${String(lines.length)} lines`)
  expect(w.failures).toEqual([])
  await w.close()
}, 3_600_000)

async function answered(desk: Device, name: string): Promise<void> {
  const response = await desk.fetch(`/api/reports/${name}`)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${name}: ${String(response.status)} ${text.slice(0, 200)}`)
}

async function tried(desk: Device, change: typeof COUNT_REHIRED): Promise<{ parts: number; all: number; longest: number }> {
  const times: number[] = []
  let after: string | null = null
  do {
    times.push(
      await took(async () => {
        const response = await desk.fetch('/api/policy/preview', { method: 'POST', body: JSON.stringify({ changes: [change], after }) })
        if (response.status !== 200) throw new Error(`preview: ${String(response.status)}`)
        after = ((await response.json()) as PolicyPreviewAnswer).next
      }),
    )
  } while (after !== null)
  return { parts: times.length, all: times.reduce((sum, one) => sum + one, 0), longest: Math.max(...times) }
}
