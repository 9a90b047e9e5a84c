// Who is meant by the lines of a list, from where the list is used: a school matches its own people on the phone, the district asks the
// server (find-people).

import type { PersonId } from '../../domain/ids.ts'
import type { Reference } from '../../domain/reference.ts'
import { homeOn } from '../../domain/evaluate/standing.ts'
import type { Day } from '../../domain/day.ts'
import type { StandingRecord } from '../../storage/tables.ts'
import { askPeople } from '../district/ask-people.ts'
import { matchLines, wordsOf, type Line, type Nameable } from '../school/name-list.ts'
import { problemWords } from '../school/outcome-words.ts'

export interface Someone extends Nameable {
  readonly person: PersonId
}

export const nameableOf = (people: readonly StandingRecord[], reference: Reference, today: Day): Someone[] =>
  people.map(({ person, name, formerNames, staffNumber, subject, ...rest }) => {
    const home = homeOn({ person, name, formerNames, staffNumber, subject, ...rest }, today)
    return { person, name, formerNames, staffNumber, subject, schoolName: reference.schools.find((s) => s.id === home)?.name ?? '' }
  })

/** `local` null: the district, whose people are at the server. */
export async function readList(
  text: string,
  local: readonly Someone[] | null,
): Promise<{ readonly lines: readonly Line<Someone>[] } | { readonly trouble: string }> {
  if (local !== null) return { lines: matchLines(text, local) }
  const words = wordsOf(text)
  if (words.length === 0) return { lines: [] }
  const said = await askPeople(words)
  return said.is === 'found' ? { lines: matchLines(text, said.people) } : { trouble: problemWords(said) }
}
