// 持证 of the supervision file and of the page of 持证 count the same people: many rosters do not say who is 专任.

import { expect, test } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Document } from '../../../src/domain/document.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { registrationReport } from '../../../src/domain/registration/report.ts'
import { runReport, type ReportOn } from '../../../src/domain/reports/report.ts'
import { supervisionReport } from '../../../src/domain/supervision/supervision-report.ts'
import { withCertificate } from '../registration/scene.ts'
import { asDossier, CENTRAL, done, dossier, OTHER, POINT, REFERENCE } from '../verbs/scene.ts'

const policy = policyFor('500103')
if (policy === null) throw new Error('500103')
const on: ReportOn<Record<string, never>> = {
  args: {},
  asOf: day('2026-03-10'),
  knownAt: null,
  reference: { ...REFERENCE, policy, schools: REFERENCE.schools.map((s) => ({ ...s, stage: 'primary' as const })) },
  schools: [CENTRAL, POINT, OTHER],
  wholeDistrict: true,
  files: [],
}
const as = (category: string, document: Document): Document =>
  done('du', 'correct-person', document, { changes: { category }, reason: '更正' })

test('who is not said to be anything else is asked for a certificate, a worker is not, on both pages', () => {
  const people = [
    as('unknown', withCertificate('lin', CENTRAL)),
    as('unknown', dossier('tao', CENTRAL)),
    withCertificate('wei', CENTRAL),
    as('worker', dossier('he', CENTRAL)),
  ].map((d) => ({ dossier: asDossier(d), standing: null }))
  const file = runReport(supervisionReport, on, people)
  expect(file.certificatesKept).toBe(true)
  const [central] = file.schools.filter((s) => s.school === CENTRAL)
  expect([central?.certified, central?.teachers, central?.uncertified.map((p) => p.person)]).toEqual([2, 3, ['tao']])
  expect(runReport(registrationReport, on, people).certified[0]).toEqual({ key: 'all', part: 2, whole: 3 })
})
