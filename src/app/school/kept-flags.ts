// Flags of an entry cost an evaluation; a dossier that did not change has the same ones all day, also where thousands are on one page.

import type { Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { flagsOfEntry, type Flag } from '../../domain/evaluate/flags.ts'
import type { RowId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'

export function keptFlags(): (policy: Policy, dossier: Dossier, row: RowId, today: Day) => readonly Flag[] {
  let kept = new WeakMap<Dossier, Map<RowId, readonly Flag[]>>()
  let madeFor = ''
  return (policy, dossier, row, today) => {
    if (madeFor !== `${policy.version} ${today}`) {
      kept = new WeakMap()
      madeFor = `${policy.version} ${today}`
    }
    const known = kept.get(dossier) ?? new Map<RowId, readonly Flag[]>()
    kept.set(dossier, known)
    const flags = known.get(row) ?? flagsOfEntry(policy, dossier, row, today)
    known.set(row, flags)
    return flags
  }
}
