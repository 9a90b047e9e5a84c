// The district's roll-up as a workbook: the same numbers as its page, to the tenth. Totals only, no people, no phone numbers.
// A link opens it (a phone inside WeChat takes no file made by the page), so it is a GET with the session's cookie.

import { Hono } from 'hono'
import { levelsInOrder, modesInOrder } from '../../domain/evaluate/slice-order.ts'
import type { Tenths } from '../../domain/hours.ts'
import type { Totals } from '../../domain/roll-up.ts'
import { levelRule } from '../../domain/policy/level-rule.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { Level } from '../../domain/dossier.ts'
import type { DistrictOverview } from '../../wire/overview.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import { writeSheets, type OutCell, type OutSheet } from '../sheets/write-sheets.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { exportWords as words } from '../text/export.ts'
import { categoryWords, employmentWords, kindWords, modeWords } from '../text/closed-lists.ts'
import { askedOfDistrict } from './asking.ts'
import type { OverviewSource } from './kept-overview.ts'
import { overviewOn } from './routes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function exportRoutes(deps: SyncDeps, kept: OverviewSource): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  app.get('/api/district/overview.xlsx', (c) =>
    askedOfDistrict(deps, c, async (asked) => {
      const { days, at, today } = asked
      const overview = await overviewOn(asked, kept)
      const sheets = sheetsOf(overview, at.reference.policy, at.reference.districtName, today)
      return async () =>
        c.body(new Uint8Array(await writeSheets(sheets)), 200, {
          'Content-Type': XLSX,
          'Content-Disposition': `attachment; filename="yantu-${days.asOf}.xlsx"; filename*=UTF-8''${encodeURIComponent(words.fileName(days.asOf))}`,
        })
    }),
  )
  return app
}

const hours = (tenths: Tenths): OutCell => ({ tenths })

const line = (name: string, code: string, kind: string, t: Totals | Omit<Totals, 'bySubject' | 'byStage'>): OutCell[] => [
  name,
  code,
  kind,
  t.onRoll,
  t.counted,
  t.notCounted,
  t.states.met,
  t.states['on-the-way'],
  t.states.concern,
  t.states.unverified,
  hours(t.hours.counted),
  hours(t.unconfirmed.hours),
  hours(t.hours.recognised),
  hours(t.hours.pending),
  t.waiting.school,
  t.waiting.district,
  t.waiting.returned,
  t.waiting.requests,
]

/** Plain, so that a test can add it up. */
function sheetsOf(overview: DistrictOverview, policy: Policy, district: string, today: string): OutSheet[] {
  const above = [words.title(district), words.asOf(overview.asOf, today), words.counts]
  const slices = (list: Totals['byLevel'], name: (key: string) => string): OutCell[][] =>
    list.map((s) => [name(s.key), hours(s.counted), hours(s.recognised), hours(s.pending)])
  const { totals } = overview
  return [
    {
      name: words.schools,
      heading: words.school,
      widths: [24, 16, 12],
      above,
      rows: [...overview.schools.map((s) => line(s.name, s.code, kindWords[s.kind], s)), line(words.total, '', '', totals)],
    },
    {
      name: words.levels,
      heading: words.level,
      above,
      rows: slices(levelsInOrder(totals.byLevel), (key) => levelRule(policy, key as Level)?.name ?? key),
    },
    {
      name: words.modes,
      heading: words.mode,
      above,
      rows: slices(modesInOrder(totals.byMode), (key) => (modeWords as Readonly<Record<string, string>>)[key] ?? key),
    },
    {
      name: words.reasons,
      heading: words.reason,
      above,
      rows: totals.reasons.map((r) => [
        ((r.by === 'employment' ? employmentWords : categoryWords) as Readonly<Record<string, string>>)[r.value] ?? r.value,
        r.people,
      ]),
    },
  ]
}
