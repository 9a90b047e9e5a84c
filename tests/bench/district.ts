// A made-up district for measuring: teachers with as many entries as asked, always the same ones.
import { day, type Day } from '../../src/domain/day.ts'
import type { Dossier, DossierRow, HoursRow, Level, Mode } from '../../src/domain/dossier.ts'
import type { Tenths } from '../../src/domain/hours.ts'
import type { OpId, PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'

const LEVELS: readonly Level[] = ['school', 'school', 'district', 'school', 'city', 'self', 'nation']
const MODES: readonly Mode[] = ['school-based', 'face-to-face', 'online', 'blended']

const signed = (on: string, n: number) => ({
  op: `op-${String(n)}` as OpId,
  by: 'officer' as PersonId,
  byName: '吴专干',
  byRole: 'officer' as const,
  recordedOn: day(on),
  recordedAt: '10:00',
  saidAt: '',
})

/** A teacher with `entries` claimed and accepted entries spread over 2021–2025. */
export function teacherWith(id: string, entries: number): Dossier {
  const rows = new Map<RowId, DossierRow>()
  const add = (row: DossierRow): void => void rows.set(row.id, row)
  add({
    id: `${id}-person` as RowId,
    kind: 'person',
    facts: [
      {
        ...signed('2021-01-01', 0),
        what: 'identified',
        name: '覃静',
        initials: ['qj', 'tj'],
        staffNumber: id,
        sex: 'female',
        subject: '语文',
        stage: 'primary',
        employment: 'permanent',
        category: 'full-time',
        workedSince: null,
      },
    ],
  })
  add({
    id: `${id}-post` as RowId,
    kind: 'post',
    facts: [{ ...signed('2021-01-01', 0), what: 'started', school: 'school' as SchoolId, post: 'home', from: day('2015-09-01') }],
  })
  for (let n = 0; n < entries; n += 1) add(entry(id, n))
  return { subject: { kind: 'teacher', id: id as PersonId }, rows }
}

function entry(id: string, n: number): HoursRow {
  const on = someDay(n)
  const hours = (20 + (n % 7) * 5) as Tenths
  const training = {
    title: `研修 ${String(n)}`,
    organiser: '进修学院',
    level: LEVELS[n % 7] ?? 'school',
    mode: MODES[n % 4] ?? 'other',
    tags: n % 5 === 0 ? ['师德'] : [],
    activity: null,
    project: n % 3 === 0 ? `项目 ${String(n % 11)}` : null,
    first: on,
    last: on,
    hours,
    credits: null,
    attendance: null,
    result: null,
  }
  return {
    id: `${id}-${String(n)}` as RowId,
    kind: 'hours',
    facts: [
      { ...signed(on, n), what: 'claimed', evidence: [], lateReason: null, ...training },
      { ...signed(on, n + 1), what: 'accepted', step: 'school', hours, credits: null, note: '' },
    ],
  }
}

function someDay(n: number): Day {
  const two = (value: number): string => String(value).padStart(2, '0')
  return day(`${String(2021 + (n % 5))}-${two(1 + ((n * 7) % 12))}-${two(1 + ((n * 5) % 28))}`)
}
