// A report over thousands of people on a phone, a few at a time: between them the page may draw and answer. `told` hears how many are done
// and may call it off (false): then there is no answer, because something changed meanwhile and it is made anew.

import { dossierKinds, onlyKinds, type OnePerson, type Report, type ReportOn } from '../../domain/reports/report.ts'
import { takeTurns } from '../../storage/turns.ts'

export async function runInTurns<A, S, R>(
  report: Report<A, S, R>,
  on: ReportOn<A>,
  people: readonly OnePerson[],
  told: (done: number, of: number) => boolean,
): Promise<R | null> {
  const state = report.start(on)
  const kinds = dossierKinds(report, on.reference)
  const turn = takeTurns()
  for (const [n, one] of people.entries()) {
    report.add(state, { dossier: onlyKinds(one.dossier, kinds), standing: report.standings ? one.standing : null }, on)
    const waits = turn()
    if (waits === null) continue
    if (!told(n + 1, people.length)) return null
    await waits
  }
  return told(people.length, people.length) ? report.finish(state, on) : null
}
