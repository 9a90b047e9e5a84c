// 师徒 across two schools as each of them and the district reads it: counted once, at the mentee's school, and seen at the mentor's too.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { mentoringReport } from '../../../src/domain/mentoring/mentoring-report.ts'
import { runReport } from '../../../src/domain/reports/report.ts'
import '../../../src/domain/verbs/all-verbs.ts'
import { asDossier, attempt, CENTRAL, codeOf, done, dossier, id, nextOp, OTHER, REFERENCE, TODAY } from '../verbs/scene.ts'

const BOTH = { programme: '青蓝工程', subject: '语文', from: '2026-02-01', until: null }
const row = nextOp()
const mentee = done(
  'du',
  'begin-mentoring',
  dossier('tao', CENTRAL),
  { side: 'mentee', other: id('lin'), otherName: '林老师', pair: null, ...BOTH },
  { op: row },
)
const mentor = done('du', 'begin-mentoring', dossier('lin', OTHER), {
  side: 'mentor',
  other: id('tao'),
  otherName: '陶老师',
  pair: row,
  ...BOTH,
})
const read = (schools: readonly SchoolId[]) => {
  const on = {
    args: {},
    asOf: day(TODAY),
    knownAt: null,
    reference: REFERENCE,
    schools,
    wholeDistrict: schools.length > 1,
    files: [],
    today: day(TODAY),
  }
  const { pairs, elsewhere } = runReport(
    mentoringReport,
    on,
    [mentee, mentor].map((d) => ({ dossier: asDossier(d), standing: null })),
  )
  return { pairs: pairs.map((p) => [p.mentee, p.school, p.mentorSchool]), elsewhere: elsewhere.map((m) => [m.mentor, m.mentee]) }
}

describe('a pair across two schools', () => {
  it('is counted at the mentee’s school, said of the mentor at the other, and once in the district with both schools', () => {
    expect(read([CENTRAL])).toEqual({ pairs: [[id('tao'), CENTRAL, null]], elsewhere: [] })
    expect(read([OTHER])).toEqual({ pairs: [], elsewhere: [[id('lin'), '陶老师']] })
    expect(read([CENTRAL, OTHER])).toEqual({ pairs: [[id('tao'), CENTRAL, OTHER]], elsewhere: [] })
  })

  it('is made in both dossiers by the district; a school has no say in the other’s', () => {
    expect(
      codeOf(
        attempt('wu', 'begin-mentoring', dossier('lin', OTHER), {
          side: 'mentor',
          other: id('tao'),
          otherName: '陶老师',
          pair: row,
          ...BOTH,
        }),
      ),
    ).toBe('verb.not-allowed')
    const ended = done('du', 'end-mentoring', mentor, {
      row: [...mentor.rows.values()].find((r) => (r.kind as string) === 'mentoring')?.id,
      to: '2026-03-01',
      reason: 'finished',
    })
    expect(
      runReport(
        mentoringReport,
        {
          args: {},
          asOf: day(TODAY),
          knownAt: null,
          reference: REFERENCE,
          schools: [OTHER],
          wholeDistrict: false,
          files: [],
          today: day(TODAY),
        },
        [{ dossier: asDossier(ended), standing: null }],
      ).elsewhere,
    ).toEqual([])
  })
})
