// 梯队 of a school or the district as of a day: people by title and by school, populations (骨干, 名优 … each its own), 骨干 per hundred
// pupils in every school, and the nominations that wait. A person counts once, at their home school of that day. Names stand behind
// every number for a school; for the district only for the title asked about (`rung`). Schools and people by name, never by number.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { PersonId, RowId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { defineReport } from '../reports/report.ts'
import { whileThere } from '../reports/while-there.ts'
import { isIn, populationOn, type PopulationOn } from './populations.ts'
import { populationsOf, rungsOf } from './ladders.ts'
import { perHundred, pupilsOn, type Pupils } from './pupils.ts'
import type { TitleLevel } from './rung.ts'
import { nominationsOf, titlesOn, type TitleSaid } from './title.ts'

export interface TierLine {
  readonly rung: string
  readonly level: TitleLevel | null
  readonly held: number
  readonly candidates: number
}

export interface SchoolTiers {
  readonly school: SchoolId
  readonly name: string
  /** People on the roll on that day. */
  readonly onRoll: number
  /** People with any title in force. */
  readonly titled: number
  readonly backbone: number
  readonly pupils: Pupils | null
  /** 骨干 per hundred pupils, two places as text; null without pupils. */
  readonly perHundred: string | null
}

export interface NamedTitle extends TitleSaid {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  readonly row: RowId
  readonly from: Day
  readonly until: Day | null
}

export interface WaitingTitle extends TitleSaid {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  readonly row: RowId
  readonly on: Day
  readonly byName: string
  readonly note: string
}

export interface PopulationCount {
  readonly id: string
  readonly name: string
  readonly people: number
  /** Which titles belong to it is not confirmed. */
  readonly open: boolean
}

export interface TierReport {
  readonly onRoll: number
  readonly lines: readonly TierLine[]
  readonly populations: readonly PopulationCount[]
  readonly schools: readonly SchoolTiers[]
  readonly waiting: readonly WaitingTitle[]
  readonly people: readonly NamedTitle[]
}

interface State {
  readonly populations: readonly PopulationOn[]
  readonly schools: Map<SchoolId, { onRoll: number; titled: number; backbone: number }>
  readonly lines: Map<string, { held: Set<PersonId>; candidates: Set<PersonId> }>
  readonly members: Map<string, number>
  readonly waiting: WaitingTitle[]
  readonly people: NamedTitle[]
}

const lineKey = (t: TitleSaid): string => `${t.rung}:${t.level ?? ''}`
const byName =
  <T extends { readonly name: string }>(idOf: (item: T) => string) =>
  (a: T, b: T): number =>
    a.name.localeCompare(b.name, 'zh-CN') || (idOf(a) < idOf(b) ? -1 : 1)

export const tierReport = defineReport<{ rung: string }, State, TierReport>({
  name: 'tiers',
  for: 'school-and-district',
  args: z.strictObject({ rung: z._default(z.string().check(z.regex(/^[a-z0-9:-]{0,80}$/)), '') }),
  kinds: ['title'],
  fileKinds: ['pupils'],
  standings: false,
  start(on) {
    const { policy } = on.reference
    return {
      populations: populationsOf(policy).flatMap((p) => populationOn(policy, p.id, on.asOf) ?? []),
      schools: new Map(on.schools.map((id) => [id, { onRoll: 0, titled: 0, backbone: 0 }])),
      lines: new Map(),
      members: new Map(),
      waiting: [],
      people: [],
    }
  },
  add(state, { dossier }, on) {
    const school = homePost(postsOf(dossier), on.asOf)?.school
    const at = school === undefined ? undefined : state.schools.get(school)
    if (school === undefined || at === undefined) return
    const who = { person: dossier.subject.id as PersonId, name: personOf(dossier)?.name ?? '', school }
    at.onRoll += 1
    for (const { id: row, declined, on: since, ...said } of nominationsOf(whileThere(dossier, on)))
      if (declined === null) state.waiting.push({ ...who, row, on: since, ...said })
    const titles = titlesOn(dossier, on.asOf)
    if (titles.length === 0) return
    at.titled += 1
    for (const t of titles) {
      const key = lineKey(t)
      const line = state.lines.get(key) ?? { held: new Set(), candidates: new Set() }
      state.lines.set(key, line)
      ;(t.as === 'held' ? line.held : line.candidates).add(who.person)
      if (!on.wholeDistrict || on.args.rung === t.rung || on.args.rung === key) {
        const { rung, level, as, subject, programme, from, until } = t
        state.people.push({ ...who, row: t.id, rung, level, as, subject, programme, from, until })
      }
    }
    for (const p of state.populations) {
      if (!isIn(p, titles)) continue
      state.members.set(p.population.id, (state.members.get(p.population.id) ?? 0) + 1)
      if (p.population.id === 'county-backbone') at.backbone += 1
    }
  },
  finish(state, on) {
    const rungs = rungsOf(on.reference.policy)
    const known = rungs.flatMap((r) =>
      r.levels.length === 0 ? [{ rung: r.id, level: null }] : r.levels.map((level) => ({ rung: r.id, level: level as TitleLevel | null })),
    )
    const files = new Map(on.files.map((f) => [f.subject.id as string, f]))
    const line = ({ rung, level }: { rung: string; level: TitleLevel | null }): TierLine => {
      const found = state.lines.get(`${rung}:${level ?? ''}`)
      return { rung, level, held: found?.held.size ?? 0, candidates: found?.candidates.size ?? 0 }
    }
    const schools = [...state.schools].map(([school, at]): SchoolTiers => {
      const file = files.get(school)
      const pupils = file === undefined ? null : pupilsOn(file, on.asOf)
      return {
        school,
        name: on.reference.schools.find((s) => s.id === school)?.name ?? '',
        ...at,
        pupils,
        perHundred: pupils === null ? null : perHundred(at.backbone, pupils.count),
      }
    })
    return {
      onRoll: schools.reduce((sum, s) => sum + s.onRoll, 0),
      lines: known.map(line),
      populations: state.populations.map((p) => ({
        id: p.population.id,
        name: p.population.name,
        people: state.members.get(p.population.id) ?? 0,
        open: p.open,
      })),
      schools: schools.sort(byName((s) => s.school)),
      waiting: state.waiting.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.row < b.row ? -1 : 1)),
      people: state.people.sort(byName((p) => p.row)),
    }
  },
})
