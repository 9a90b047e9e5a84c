// The lines of a 个人学时登记表 and their sums, from one reading of the hours in a window: recognised entries only, each with
// what was recognised and what counts. Sums are those of the reading; the lines add up to them to the tenth.

import type { HoursInWindow } from '../../domain/evaluate/hours-in-window.ts'
import type { TraceEntry } from '../../domain/evaluate/trace.ts'
import { formatTenths, NO_HOURS, addHours, type Tenths } from '../../domain/hours.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { SchoolKind } from '../../domain/school-file.ts'
import { daySpan } from '../text/common.ts'
import { levelName, modeName } from './names.ts'

export interface ProofLine {
  readonly id: string
  readonly number: string
  readonly what: string
  readonly day: string
  readonly kind: string
  readonly recognised: string
  readonly counted: string
  readonly credits: string
}

export interface LevelSum {
  readonly level: string
  readonly recognised: string
  readonly counted: string
}

export interface ProofSheet {
  readonly lines: readonly ProofLine[]
  readonly levels: readonly LevelSum[]
  readonly recognised: string
  readonly counted: string
  /** Not listed: still waiting, and not over yet. */
  readonly waiting: { readonly entries: number; readonly hours: string }
  readonly later: number
}

const isListed = (t: TraceEntry): boolean => t.place === 'inside' && t.recognised !== null

export function proofSheet(hours: HoursInWindow, policy: Policy, kind: SchoolKind | null): ProofSheet {
  const listed = hours.entries.filter(isListed)
  const waiting = hours.entries.filter((t) => t.place === 'pending')
  const recognised = listed.reduce((sum, t) => addHours(sum, t.recognised ?? NO_HOURS), NO_HOURS)
  const counted = listed.reduce((sum, t) => addHours(sum, t.counted), NO_HOURS)
  if (recognised !== hours.totals.recognised || counted !== hours.totals.counted) throw new Error('the lines of a sheet do not add up to its sums')
  return {
    lines: listed.map((t, at) => lineOf(t, at + 1, policy, kind)),
    levels: policy.levels.flatMap(({ level }) => {
      const slice = hours.byLevel.find((one) => one.key === level)
      return slice === undefined || slice.recognised === 0 ? [] : [{ level: levelName(policy, level, kind), recognised: formatTenths(slice.recognised), counted: formatTenths(slice.counted) }]
    }),
    recognised: formatTenths(recognised), counted: formatTenths(counted),
    waiting: { entries: waiting.length, hours: formatTenths(waiting.reduce((sum, t) => addHours(sum, t.claimed), NO_HOURS as Tenths)) },
    later: hours.entries.filter((t) => t.place === 'later').length,
  }
}

const lineOf = (t: TraceEntry, number: number, policy: Policy, kind: SchoolKind | null): ProofLine => ({
  id: t.id, number: String(number), what: t.title, day: daySpan(t.first, t.last), kind: `${levelName(policy, t.level, kind)} · ${modeName(t.mode, kind)}`,
  recognised: formatTenths(t.recognised ?? NO_HOURS), counted: formatTenths(t.counted), credits: t.credits === null ? '' : formatTenths(t.credits),
})
