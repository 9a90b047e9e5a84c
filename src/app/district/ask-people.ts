// Asking the server who is meant by the words of a list, some at a time: an address holds no more.

import type { FoundPerson } from '../../domain/reports/find-people.ts'
import { MOST_WORDS } from '../../domain/reports/find-people.ts'
import { askFor, type Asked } from '../../sync/ask.ts'
import { reportAnswer } from '../../wire/report.ts'

/** Lines of one list: more is a job for the import. */
export const MOST_LINES = 400
const Answer = reportAnswer<readonly FoundPerson[]>()

export async function askPeople(
  words: readonly string[],
): Promise<{ readonly is: 'found'; readonly people: readonly FoundPerson[] } | Exclude<Asked<unknown>, { is: 'answer' }>> {
  const people: FoundPerson[] = []
  for (let i = 0; i < words.length; i += MOST_WORDS) {
    const query = new URLSearchParams({ who: words.slice(i, i + MOST_WORDS).join('|') })
    const said = await askFor(`/api/reports/find-people?${query.toString()}`, Answer)
    if (said.is !== 'answer') return said
    for (const p of said.answer.answer) if (!people.some((other) => other.person === p.person)) people.push(p)
  }
  return { is: 'found', people }
}
