// A report over the database: reads the kinds of rows it asks for, some hundreds of people at a time, and hands them to it.
// Runs as the server: who may ask was decided before (routes.ts), and someone who has left since still belongs to the day asked.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import { knownAt, type Document } from '../../domain/document.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { standingOf, type Standing } from '../../domain/evaluate/standing.ts'
import type { PersonId, SchoolId } from '../../domain/ids.ts'
import { dossierKinds, type Report, type ReportOn, type Sparing } from '../../domain/reports/report.ts'
import { countedBy } from '../../wire/counted-by.ts'
import { documentFromText } from '../../wire/document-text.ts'
import type { RowText } from '../../wire/sync.ts'
import { readDossiers } from '../reference/dossiers.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import { ahead } from '../store/ahead.ts'
import { rowsFrom, type Tx } from '../store/database.ts'
import { subjectOf } from '../store/documents.ts'
import { parseStanding } from '../store/standings.ts'

export interface Asked {
  readonly report: Report
  readonly args: unknown
  readonly asOf: Day
  readonly knownAt: Day | null
  readonly today: Day
  /** Null: the whole district. */
  readonly schools: readonly SchoolId[] | null
  /** Of one person only. */
  readonly person?: PersonId | null
  /** Everybody's standings where they are at hand, so that fifteen thousand need not be read again; without it they come from the database. */
  readonly kept?: (tx: Tx, at: ReferenceAt) => Promise<ReadonlyMap<string, Standing>>
}

const AT_ONCE = 250

export async function runReportOn(tx: Tx, at: ReferenceAt, asked: Asked): Promise<unknown> {
  const { report } = asked
  const { district, reference } = at
  const schools = asked.schools ?? reference.schools.map((s) => s.id)
  const files = [...(await documentsOf(tx, district.id, ['school', 'district'], null, report.fileKinds))].filter(
    (f) => f.subject.kind === 'district' || schools.includes(f.subject.id as SchoolId),
  )
  const on: ReportOn<unknown> = {
    args: asked.args,
    asOf: asked.asOf,
    today: asked.today,
    knownAt: asked.knownAt,
    reference,
    schools,
    wholeDistrict: asked.schools === null && asked.person == null,
    files: asked.knownAt === null ? files : files.map((f) => knownAt(f, asked.knownAt ?? asked.today)),
  }
  const state = report.start(on)
  const people = asked.person == null ? await peopleAround(tx, district.id, asked.schools) : [asked.person]
  const kinds = dossierKinds(report, reference)
  const kept = report.standings && asked.schools === null && isNow(asked) ? ((await asked.kept?.(tx, at)) ?? null) : null
  const parts = partsOf(people, kinds, await sparedIn(tx, district.id, report.sparing?.(state) ?? null))
  for await (const [{ some }, documents] of ahead(parts, ({ some, read }) => documentsOf(tx, district.id, ['teacher'], some, read))) {
    const standings = report.standings ? await standingsOf(tx, at, asked, some, kept) : null
    for (const doc of documents) {
      const dossier = asked.knownAt === null ? (doc as Dossier) : (knownAt(doc, asked.knownAt) as Dossier)
      if (dossier.rows.size > 0) report.add(state, { dossier, standing: standings?.(doc.subject.id) ?? null }, on)
    }
  }
  return report.finish(state, on)
}

interface Spared {
  readonly kinds: readonly string[]
  readonly needed: ReadonlySet<string>
}

async function sparedIn(tx: Tx, district: string, sparing: Sparing | null): Promise<Spared | null> {
  if (sparing === null) return null
  const posted =
    sparing.schools.size === 0
      ? []
      : await rowsFrom(
          tx,
          sql<{
            person: string
          }>`select distinct person from posting where district = ${district} and school = any (${[...sparing.schools]}::text[])`,
        )
  return { kinds: sparing.kinds, needed: new Set<string>([...sparing.people, ...posted.map((p) => p.person)]) }
}

/** Some hundreds of people at a time, and which kinds of rows are read of them. */
function* partsOf(
  people: readonly string[],
  kinds: readonly string[],
  spared: Spared | null,
): Generator<{ some: readonly string[]; read: readonly string[] }> {
  const lots =
    spared === null
      ? [{ of: people, read: kinds }]
      : [
          { of: people.filter((p) => spared.needed.has(p)), read: kinds },
          { of: people.filter((p) => !spared.needed.has(p)), read: kinds.filter((kind) => !spared.kinds.includes(kind)) },
        ]
  for (const { of, read } of lots) for (let i = 0; i < of.length; i += AT_ONCE) yield { some: of.slice(i, i + AT_ONCE), read }
}

/** Everybody who had or has any post at the schools. */
async function peopleAround(tx: Tx, district: string, schools: readonly SchoolId[] | null): Promise<string[]> {
  const at =
    schools === null
      ? sql`true`
      : sql`subject_id in (select p.person from posting p where p.district = ${district} and p.school = any (${schools}::text[]))`
  const rows = await rowsFrom(
    tx,
    sql<{ id: string }>`
    select subject_id as id from document where district = ${district} and subject_kind = 'teacher' and change > 0 and ${at} order by subject_id collate "C"`,
  )
  return rows.map((row) => row.id)
}

type RowLine = RowText & { readonly subjectKind: 'teacher' | 'school' | 'district'; readonly subjectId: string }

/** Documents with rows of these kinds only, each parsed when its turn comes: what lives for a moment costs next to nothing. `ids` null: all of the kind. */
async function documentsOf(
  tx: Tx,
  district: string,
  subjects: readonly RowLine['subjectKind'][],
  ids: readonly string[] | null,
  kinds: readonly string[],
): Promise<Iterable<Document>> {
  if (kinds.length === 0) return []
  const which = ids === null ? sql`true` : sql`subject_id = any (${ids}::text[])`
  // Said in so many words, because the index beside the hours (010) is only taken where no hours are asked for.
  const beside = kinds.includes('hours') ? sql`true` : sql`kind <> 'hours'`
  return documentsFrom(
    await rowsFrom(
      tx,
      sql<RowLine>`
    select subject_kind as "subjectKind", subject_id as "subjectId", id, kind, content from document_row
    where district = ${district} and subject_kind = any (${subjects}::text[]) and kind = any (${kinds}::text[]) and ${beside} and ${which}`,
    ),
  )
}

function* documentsFrom(lines: readonly RowLine[]): Generator<Document> {
  const rows = new Map<string, RowLine[]>()
  for (const line of lines) {
    const key = `${line.subjectKind}:${line.subjectId}`
    const list = rows.get(key)
    if (list === undefined) rows.set(key, [line])
    else list.push(line)
  }
  for (const list of rows.values())
    if (list[0] !== undefined) yield documentFromText(subjectOf(list[0].subjectKind, list[0].subjectId), list)
}

const isNow = (asked: Asked): boolean => asked.knownAt === null && asked.asOf >= asked.today

/** From what is kept where it can say it; for a past day, or as known on one, from the dossiers themselves. Parsed when asked for. */
async function standingsOf(
  tx: Tx,
  { district, reference }: ReferenceAt,
  asked: Asked,
  people: readonly string[],
  kept: ReadonlyMap<string, Standing> | null,
): Promise<(person: string) => Standing | null> {
  const { policy } = reference
  const stored =
    kept !== null || !isNow(asked)
      ? []
      : await rowsFrom(
          tx,
          sql<{ person: string; body: string }>`
    select person, body from standing where district = ${district.id} and person = any (${people}::text[]) and policy = ${countedBy(policy)}`,
        )
  const bodies = new Map(stored.map(({ person, body }) => [person, body]))
  const made = new Map<string, Standing>()
  for (const d of await readDossiers(
    tx,
    district.id,
    people.filter((p) => !bodies.has(p) && kept?.has(p) !== true),
  )) {
    made.set(d.subject.id, standingOf(policy, knownAt(d, asked.knownAt ?? asked.today), asked.asOf < asked.today ? asked.asOf : undefined))
  }
  return (person) => {
    const body = bodies.get(person)
    return body === undefined ? (kept?.get(person) ?? made.get(person) ?? null) : parseStanding(body)
  }
}
