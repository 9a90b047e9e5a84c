// Every snapshot handed in, made again from the dossiers: for `npx yantu verify`. What the district accepted knowing it differs, and
// people erased since, are no difference here; a snapshot made under other rules cannot be compared.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import { asReport } from '../../domain/reports/report.ts'
import { districtYearReview, type DistrictYearReview } from '../../domain/year-review/district-report.ts'
import type { ReviewFact } from '../../domain/year-review/review-row.ts'
import { withServer } from '../door/door.ts'
import { referenceSource } from '../reference/reference.ts'
import type { Rules } from '../reference/rules.ts'
import { allDistricts } from '../store/districts.ts'
import { rowsFrom, type Database } from '../store/database.ts'
import type { Difference } from '../store/rebuild.ts'
import { runReportOn } from './run-report.ts'

export interface ReviewsChecked {
  readonly snapshots: number
  readonly differences: readonly Difference[]
}

export async function checkReviews(db: Database, rules: Rules, today: Day): Promise<ReviewsChecked> {
  let snapshots = 0
  const differences: Difference[] = []
  for (const district of await allDistricts(db)) {
    await withServer(db, { district: district.id, person: '' }, async (tx) => {
      const rows = await rowsFrom(
        tx,
        sql<{ content: string }>`select content from document_row where district = ${district.id} and kind = 'year-review'`,
      )
      const years = new Map<string, { first: Day; last: Day }>()
      for (const { content } of rows) {
        const facts = JSON.parse(content) as ReviewFact[]
        const opened = facts.find((f) => f.what === 'opened')
        if (opened?.what === 'opened' && facts.some((f) => f.what === 'handed-in'))
          years.set(`${opened.first} ${opened.last}`, { first: opened.first, last: opened.last })
      }
      if (years.size === 0) return
      const at = await referenceSource(rules).read(tx, district.id)
      for (const args of years.values()) {
        const answer = (await runReportOn(tx, at, {
          report: asReport(districtYearReview),
          args,
          asOf: today,
          knownAt: null,
          today,
          schools: null,
        })) as DistrictYearReview
        for (const line of answer.schools) {
          if (line.state !== 'handed-in' && line.state !== 'accepted') continue
          snapshots += 1
          const differing = line.differences.filter((d) => d.is !== 'unknown-person').length
          if (differing > (line.acknowledged ?? 0))
            differences.push({ subject: `school:${line.school}`, what: `year-review ${args.first} ${String(differing)}` })
        }
      }
    })
  }
  return { snapshots, differences }
}
