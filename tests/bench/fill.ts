// Dossiers with years of entries, put into a district's database as if they had been recorded: through the writing that every change
// goes through, with ids as long and as random as phones make them, because ids are most of what does not pack.
import { documentFromText, rowText } from '../../src/wire/document-text.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { withServer } from '../../src/server/door/door.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { lockDocuments, subjectOf } from '../../src/server/store/documents.ts'
import { addPeople } from '../../src/server/store/people.ts'
import { changedRows } from '../../src/server/sync/decide.ts'
import { commit } from '../../src/server/sync/commit.ts'
import { canonical } from '../../src/wire/canonical.ts'
import { uuidv7 } from '../../src/storage/uuid.ts'
import type { World } from '../journeys/world.ts'
import { teacherWith } from './district.ts'

const AT_ONCE = 25
const YEAR_MS = 365 * 86_400_000

/** `entries` each for new teachers of a school; answers who they are. */
export async function fill(w: World, school: SchoolId, teachers: number, entries: number): Promise<PersonId[]> {
  const people = Array.from({ length: teachers }, () => w.uuid() as PersonId)
  const references = referenceSource(districtRules)
  const officer = w.uuid()
  for (let first = 0; first < people.length; first += AT_ONCE) {
    const some = people.slice(first, first + AT_ONCE)
    await withServer(w.db, { district: w.district, person: w.admin }, async (tx) => {
      await addPeople(
        tx,
        w.district,
        some.map((id, n) => ({ id, name: `老师${String(first + n)}`, staffNumber: null })),
      )
      const stored = await lockDocuments(
        tx,
        w.district,
        some.map((id) => subjectOf('teacher', id)),
      )
      const at = await references.read(tx, w.district)
      const changed = stored.map((one) => {
        const before = documentFromText(one.subject, one.rows)
        const document = asRecorded(
          teacherWith(one.subject.id, entries),
          school,
          officer,
          `老师${String(people.indexOf(one.subject.id as PersonId))}`,
        )
        return { stored: one, document, rows: changedRows(before, document) }
      })
      await commit(tx, at, changed, [])
    })
  }
  return people
}

/** The made-up short ids become what phones make. */
function asRecorded(dossier: Dossier, school: SchoolId, officer: string, name: string): Dossier {
  let n = 0
  const id = (): string => {
    n += 1
    const made = Date.UTC(2026, 0, 1) - 5 * YEAR_MS + n * 7 * 3_600_000
    return uuidv7({ now: () => made, zone: () => 480 }, (bytes) => {
      crypto.getRandomValues(bytes)
    })
  }
  const self = dossier.subject.id
  // A claim is said and recorded in the same minute, at any time of the day; officers accept some twenty in one sitting.
  const minute = (n: number): string => `${String(7 + ((n * 37) % 15)).padStart(2, '0')}:${String((n * 53) % 60).padStart(2, '0')}`
  let entry = Math.floor(Math.random() * 10_000)
  const rows = [...dossier.rows.values()].map((row) => {
    const text = rowText(row)
    const op = id()
    entry += 1
    const times = [minute(entry * entry), minute(Math.floor(entry / 20) + 7)]
    const facts = (JSON.parse(text.content) as Record<string, unknown>[]).map((fact, at) => ({
      ...fact,
      recordedAt: times[at],
      saidAt: `${String(fact['recordedOn'])}T${times[at] ?? ''}`,
      op: at === 0 ? op : id(),
      by: fact['what'] === 'claimed' ? self : officer,
      ...(fact['school'] === undefined ? {} : { school }),
      ...(fact['what'] === 'identified' ? { name } : {}),
    }))
    return { ...text, id: op, content: canonical(facts) }
  })
  return documentFromText(dossier.subject, rows) as Dossier
}
