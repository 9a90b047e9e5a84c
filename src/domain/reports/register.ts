// The one list of reports, each under its name: what GET /api/reports/:name and `npx yantu report NAME` can answer.

import { registrationReport } from '../registration/report.ts'
import { rotationReport } from '../rotation/report.ts'
import { ownRotationReport } from '../rotation/own.ts'
import { districtYearReview } from '../year-review/district-report.ts'
import { schoolYearReview } from '../year-review/school-report.ts'
import { tierReport } from '../tiers/tier-report.ts'
import { appraisalReport } from '../appraisal/appraisal-report.ts'
import { programmeReport } from '../programmes/project-report.ts'
import { mentoringReport } from '../mentoring/mentoring-report.ts'
import { ownStudiosReport } from '../studios/own-studios.ts'
import { schoolStudiosReport } from '../studios/school-studios.ts'
import { studioReport } from '../studios/studio-report.ts'
import { nationalRegister } from '../papers/national-register.ts'
import { schoolTable } from '../papers/school-table.ts'
import { findPeople } from './find-people.ts'
import { gapsReport } from '../gaps/gaps-report.ts'
import { historyReport } from '../history/history-report.ts'
import { asReport, type Report } from './report.ts'
import { supervisionReport } from '../supervision/supervision-report.ts'
import { targetsReport } from '../targets/targets-report.ts'

export const REPORTS: Readonly<Record<string, Report>> = {
  gaps: asReport(gapsReport),
  history: asReport(historyReport),
  registration: asReport(registrationReport),
  supervision: asReport(supervisionReport),
  targets: asReport(targetsReport),
  rotation: asReport(rotationReport),
  'own-rotation': asReport(ownRotationReport),
  tiers: asReport(tierReport),
  studios: asReport(studioReport),
  'school-studios': asReport(schoolStudiosReport),
  'own-studios': asReport(ownStudiosReport),
  mentoring: asReport(mentoringReport),
  programmes: asReport(programmeReport),
  appraisals: asReport(appraisalReport),
  'school-table': asReport(schoolTable),
  'national-register': asReport(nationalRegister),
  'find-people': asReport(findPeople),
  'year-review': asReport(schoolYearReview),
  'year-reviews': asReport(districtYearReview),
}

export const reportNamed = (name: string): Report | null =>
  Object.prototype.hasOwnProperty.call(REPORTS, name) ? (REPORTS[name] ?? null) : null
