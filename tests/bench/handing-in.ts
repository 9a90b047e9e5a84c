// The year review of a 中心校 on its officer's phone, which holds everybody's dossier: making the figures, publishing them to everybody,
// and handing the table in, with how long the page stood still meanwhile. Runs in Chromium only.
import { subjectKey, type Document } from '../../src/domain/document.ts'
import { day } from '../../src/domain/day.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { DistrictId, PersonId, SchoolId } from '../../src/domain/ids.ts'
import { policyFor } from '../../src/domain/policy/packs/policy-for.ts'
import type { Reference } from '../../src/domain/reference.ts'
import { figuresDigest, type Figures } from '../../src/domain/year-review/figures.ts'
import { schoolYearReview } from '../../src/domain/year-review/school-report.ts'
import { inParts } from '../../src/app/school/year-parts.ts'
import { runInTurns } from '../../src/app/composables/in-turns.ts'
import { act } from '../../src/storage/act.ts'
import { actGroup } from '../../src/storage/act-group.ts'
import { systemClock, systemRandom } from '../../src/storage/clock.ts'
import { documentsView } from '../../src/storage/documents-view.ts'
import { packDocument } from '../../src/storage/packed.ts'
import { openPhone, write, type Phone } from '../../src/storage/phone.ts'
import { recount } from '../../src/storage/standings.ts'
import { canonical, shortHash } from '../../src/wire/canonical.ts'
import { rowText } from '../../src/wire/document-text.ts'
import { teacherWith } from './district.ts'

export interface Stood {
  readonly what: string
  readonly ms: number
  /** The longest time in which the page could show nothing new. */
  readonly still: number
}

const SCHOOL = 'school' as SchoolId
const YEAR = { first: day('2025-01-01'), last: day('2025-12-31'), asOf: day('2025-12-31') }
const NOON = Date.UTC(2026, 9, 20, 4)
const ENTRIES = 30

let phone: Phone
let reference: Reference
let dossiers: Dossier[] = []
let figures: Figures
let row = ''

export async function prepare(people: number): Promise<void> {
  const policy = policyFor('500103')
  if (policy === null) throw new Error('no pack for 渝中')
  reference = {
    district: 'bench' as DistrictId,
    districtName: '渝中区',
    policy,
    activities: [],
    schools: [{ id: SCHOOL, name: '中心校', code: '1', kind: 'central', place: 'rural', stage: 'primary', parent: null }],
    roles: [
      { person: 'T0' as PersonId, name: '覃静', role: 'officer', at: { kind: 'school', id: SCHOOL }, from: day('2024-09-01'), to: null },
    ],
  }
  phone = await openPhone(
    { person: 'T0' as PersonId, name: '覃静', district: 'bench' as DistrictId, device: 'bench' },
    { clock: { ...systemClock, now: () => NOON }, random: systemRandom, notes: localStorage },
  )
  const documents: Document[] = Array.from({ length: people }, (_, n) => teacherWith(`T${String(n)}`, ENTRIES))
  await write(phone, async (database) => {
    await database.reference.put({ key: 'current', hash: 'bench', content: canonical(reference) })
    await database.documents.bulkPut(documents.map((one) => packDocument(one.subject, [...one.rows.values()].map(rowText))))
    await recount(
      phone,
      database,
      documents.map((one) => subjectKey(one.subject)),
    )
  })
  phone.memory.overlays.clear()
}

const at = { kind: 'school' as const, id: SCHOOL }
const saved = (acted: { is: string; skipped?: readonly unknown[] }): void => {
  if (acted.is !== 'saved' || (acted.skipped ?? []).length > 0) throw new Error(JSON.stringify(acted).slice(0, 300))
}

const STEPS: Readonly<Record<string, () => Promise<void>>> = {
  'all dossiers read from the phone': async () => {
    dossiers = [
      ...(
        await documentsView(
          phone,
          Array.from({ length: await phone.database.documents.count() }, (_, n) => ({
            kind: 'teacher' as const,
            id: `T${String(n)}` as PersonId,
          })),
        )
      ).values(),
    ] as Dossier[]
  },
  'the figures made here': async () => {
    const on = {
      args: { first: YEAR.first as string, last: YEAR.last as string },
      asOf: YEAR.asOf,
      knownAt: null,
      reference,
      schools: [SCHOOL],
      wholeDistrict: false,
      files: [],
      today: day('2026-10-20'),
    }
    const answer = await runInTurns(
      schoolYearReview,
      on,
      dossiers.map((dossier) => ({ dossier, standing: null })),
      () => true,
    )
    if (answer === null) throw new Error('no figures')
    ;({ figures } = answer)
  },
  'published to everybody': async () => {
    const opened = await act(phone, { verb: 'open-year-review', subject: at, args: YEAR })
    if (opened.is !== 'saved') throw new Error(JSON.stringify(opened))
    row = opened.op
    const digest = figuresDigest(figures, shortHash)
    const lines = figures.people.map(([person, , , , , recognised, counted]) => ({
      verb: 'show-review-line' as const,
      subject: { kind: 'teacher' as const, id: person },
      args: { review: row, school: SCHOOL, ...YEAR, recognised, counted, from: '2026-10-01', to: '2026-10-08' },
    }))
    // As the page does it (use-year-acts.ts).
    for (let n = 0; n < lines.length; n += 100) saved(await actGroup(phone, lines.slice(n, n + 100)))
    saved(await act(phone, { verb: 'publish-year-review', subject: at, args: { row, from: '2026-10-01', to: '2026-10-08', digest } }))
  },
  'signed and handed in': async () => {
    saved(
      await act(phone, {
        verb: 'sign-year-review',
        subject: at,
        args: { row, digest: figuresDigest(figures, shortHash), paper: '校长签字盖章' },
      }),
    )
    for (const args of inParts(row, figures)) saved(await act(phone, { verb: 'hand-in-year-review', subject: at, args }))
  },
}
export const steps = (): string[] => Object.keys(STEPS)

export async function measure(what: string): Promise<Stood> {
  let still = 0
  let last = performance.now()
  const tick = (): void => {
    const now = performance.now()
    still = Math.max(still, now - last)
    last = now
  }
  const timer = setInterval(tick, 10)
  const began = performance.now()
  await STEPS[what]?.()
  tick()
  clearInterval(timer)
  return { what, ms: performance.now() - began, still }
}
