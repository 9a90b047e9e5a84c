// Everything that is kept beside the rows, made again from the rows alone: `verify` says where it differs, `rebuild` mends it,
// `remakeStale` brings standings to the policy in force (after an update brought new packs, or the district set a value).
// Works a few hundred documents at a time, each lot in one transaction.

import { sql } from 'kysely'
import type { Document } from '../../domain/document.ts'
import { subjectKey } from '../../domain/document.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { canonical } from '../../wire/canonical.ts'
import { countedBy } from '../../wire/counted-by.ts'
import { digestOf, documentFromText } from '../../wire/document-text.ts'
import { sha256 } from '../digest.ts'
import { withServer } from '../door/door.ts'
import { fileProjection, teacherProjection, waitingOf } from '../reference/project.ts'
import { referenceSource, type ReferenceAt } from '../reference/reference.ts'
import type { Rules } from '../reference/rules.ts'
import { allDistricts, nextChange, type DistrictState } from './districts.ts'
import { lockDocuments, subjectOf, type StoredDocument } from './documents.ts'
import { keptBeside, keptFile, keptTeacher, mendBeside, type KeptBeside } from './kept-projections.ts'
import { projectFile, projectTeachers, type FileProjection, type TeacherProjection } from './projections.ts'
import { staleStandings } from './standings.ts'
import { rowsFrom, type Database, type Tx } from './database.ts'

const AT_ONCE = 200

/** `what`: digest, waiting, standing, posts, name, school, roles, activities or settings. */
export interface Difference {
  readonly subject: string
  readonly what: string
}

export const verify = (db: Database, rules: Rules): Promise<Difference[]> => throughAll(db, rules, false)
/** Answers what it mended. */
export const rebuild = (db: Database, rules: Rules): Promise<Difference[]> => throughAll(db, rules, true)

async function throughAll(db: Database, rules: Rules, mend: boolean): Promise<Difference[]> {
  const found: Difference[] = []
  for (const district of await allDistricts(db)) {
    // Files first: the dossiers' part depends on roles and settings being right.
    for (const kind of ['district', 'school', 'teacher'] as const) {
      const ids = await rowsFrom(
        db,
        sql<{
          id: string
        }>`select subject_id as id from document where district = ${district.id} and subject_kind = ${kind} and change > 0 order by subject_id collate "C"`,
      )
      for (let i = 0; i < ids.length; i += AT_ONCE) {
        const subjects = ids.slice(i, i + AT_ONCE).map(({ id }) => subjectOf(kind, id))
        found.push(
          ...(await withServer(db, { district: district.id, person: '' }, async (tx) => {
            const documents = await lockDocuments(tx, district.id, subjects)
            return lot(tx, await referenceSource(rules).read(tx, district.id), documents, mend)
          })),
        )
      }
    }
  }
  return found
}

async function lot(tx: Tx, at: ReferenceAt, documents: readonly StoredDocument[], mend: boolean): Promise<Difference[]> {
  const { district } = at
  const found: Difference[] = []
  const teachers: TeacherProjection[] = []
  const files: FileProjection[] = []
  for (const stored of documents) {
    const { subject } = stored
    const document = documentFromText(subject, stored.rows)
    const differences: string[] = []
    const beside = besideOf(document, stored, at.reference.policy)
    const kept = await keptBeside(tx, district.id, subject.kind, subject.id)
    if (kept?.digest !== beside.digest) differences.push('digest')
    if (kept?.waitsSchool !== beside.waitsSchool || kept.waitsDistrict !== beside.waitsDistrict) differences.push('waiting')
    if (mend && differences.length > 0) await mendBeside(tx, district.id, subject.kind, subject.id, beside)
    if (subject.kind === 'teacher') {
      const should = teacherProjection(document as Dossier, at.reference.policy)
      const different = teacherDifferences(should, await keptTeacher(tx, district.id, subject.id))
      if (different.length > 0) teachers.push(should)
      differences.push(...different)
    } else {
      const should = fileProjection(document)
      const different = fileDifferences(should, await keptFile(tx, district.id, subject.kind, subject.id))
      if (different.length > 0) files.push(should)
      differences.push(...different)
    }
    found.push(...differences.map((what) => ({ subject: subjectKey(subject), what })))
  }
  if (mend && (teachers.length > 0 || files.length > 0)) await mendProjections(tx, district, teachers, files)
  return found
}

async function mendProjections(
  tx: Tx,
  district: DistrictState,
  teachers: readonly TeacherProjection[],
  files: readonly FileProjection[],
): Promise<void> {
  const change = await nextChange(tx, district.referenceChange, { reference: files.length > 0, activities: files.length > 0 })
  await projectTeachers(tx, teachers, change)
  for (const file of files) await projectFile(tx, file)
}

function besideOf(document: Document, stored: StoredDocument, policy: Policy): KeptBeside {
  const waiting =
    document.subject.kind === 'teacher' ? waitingOf(document as Dossier, policy) : { waitsSchool: false, waitsDistrict: false }
  return { digest: digestOf(document.subject, stored.rows, sha256), ...waiting }
}

const differs = (a: unknown, b: unknown): boolean => canonical(a) !== canonical(b)
const byText = <T>(list: readonly T[]): string[] => list.map((one) => canonical(one)).sort()

function teacherDifferences(should: TeacherProjection, kept: TeacherProjection): string[] {
  const found: string[] = []
  if (should.name !== null && (should.name !== kept.name || should.staffNumber !== kept.staffNumber)) found.push('name')
  if (should.standing !== kept.standing || (should.standing !== null && should.policy !== kept.policy)) found.push('standing')
  if (differs(byText(should.posts), byText(kept.posts))) found.push('posts')
  return found
}

function fileDifferences(should: FileProjection, kept: FileProjection): string[] {
  const found: string[] = []
  if (differs(should.school, kept.school)) found.push('school')
  for (const what of ['roles', 'activities', 'settings'] as const)
    if (differs(byText<unknown>(should[what]), byText<unknown>(kept[what]))) found.push(what)
  return found
}

/** Makes standings of another policy, or counted by other code, anew; nothing happens when there are none. */
export async function remakeStale(db: Database, rules: Rules): Promise<void> {
  for (const district of await allDistricts(db)) {
    const references = referenceSource(rules)
    for (;;) {
      const left = await withServer(db, { district: district.id, person: '' }, async (tx) => {
        const at = await references.read(tx, district.id)
        const stale = (await staleStandings(tx, district.id, countedBy(at.reference.policy))).slice(0, AT_ONCE)
        if (stale.length === 0) return 0
        const documents = await lockDocuments(
          tx,
          district.id,
          stale.map((id) => subjectOf('teacher', id)),
        )
        const dossiers = documents.map((d) => documentFromText(d.subject, d.rows) as Dossier)
        for (const dossier of dossiers) {
          const stored = documents.find((d) => d.subject.id === dossier.subject.id)
          if (stored !== undefined)
            await mendBeside(tx, district.id, 'teacher', dossier.subject.id, besideOf(dossier, stored, at.reference.policy))
        }
        await mendProjections(
          tx,
          at.district,
          dossiers.map((dossier) => teacherProjection(dossier, at.reference.policy)),
          [],
        )
        return stale.length
      })
      if (left === 0) break
    }
  }
}
