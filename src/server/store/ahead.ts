// Lot after lot out of the database, the next one under way while this one is looked at: the database and this process then work at
// the same time. If nobody comes for the next one, nobody minds that it failed.

export async function* ahead<Lot, Read>(lots: Iterable<Lot>, read: (lot: Lot) => Promise<Read>): AsyncGenerator<readonly [Lot, Read]> {
  let last: { readonly lot: Lot; readonly answer: Promise<Read> } | null = null
  for (const lot of lots) {
    const answer = read(lot)
    answer.catch(() => undefined)
    if (last !== null) yield [last.lot, await last.answer]
    last = { lot, answer }
  }
  if (last !== null) yield [last.lot, await last.answer]
}
