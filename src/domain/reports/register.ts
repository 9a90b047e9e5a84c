// The one list of reports, each under its name: what GET /api/reports/:name and `npx yantu report NAME` can answer.

import { registrationReport } from '../registration/report.ts'
import { rotationReport } from '../rotation/report.ts'
import { ownRotationReport } from '../rotation/own.ts'
import { districtYearReview } from '../year-review/district-report.ts'
import { schoolYearReview } from '../year-review/school-report.ts'
import { tierReport } from '../tiers/tier-report.ts'
import { findPeople } from './find-people.ts'
import { asReport, type Report } from './report.ts'
import { targetsReport } from '../targets/targets-report.ts'

export const REPORTS: Readonly<Record<string, Report>> = {
  registration: asReport(registrationReport),
  targets: asReport(targetsReport),
  rotation: asReport(rotationReport),
  'own-rotation': asReport(ownRotationReport),
  tiers: asReport(tierReport),
  'find-people': asReport(findPeople),
  'year-review': asReport(schoolYearReview),
  'year-reviews': asReport(districtYearReview),
}

export const reportNamed = (name: string): Report | null => (Object.prototype.hasOwnProperty.call(REPORTS, name) ? (REPORTS[name] ?? null) : null)
