// Where one teacher stands with 定期注册 on a day: the certificate, the window of their own registration, when it is due, and what is
// missing for the next: hours counted by the engine in that window, appraisal and ethics as far as recorded. What nobody recorded is
// undetermined, never failed; what only people can see to is said as that.

import { dayOf, dayOfMonth, daysInMonth, earlier, monthOf, yearOf, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { evaluateCycle } from '../evaluate/evaluate-cycle.ts'
import { parseHours, type Tenths } from '../hours.ts'
import type { Policy } from '../policy/policy.ts'
import { viewValue } from '../policy/value-on.ts'
import { certificatesOf, certifiedOn, type Certificate } from './certificate.ts'
import { registrationRuleOn, type Need, type RegistrationRule } from './items.ts'
import { latestPassed, registrationsOf, type Registration } from './registration.ts'

/** in-force · due within the notice · over · put-off 暂缓 · never registered · no certificate on record */
export type RegistrationState = 'in-force' | 'due' | 'over' | 'put-off' | 'never' | 'no-certificate'

export interface NeedVerdict {
  readonly need: Need
  readonly title: string
  readonly is: 'met' | 'unmet' | 'undetermined'
  /** Of hours only. */
  readonly hours: { readonly has: Tenths; readonly pending: Tenths; readonly required: Tenths; readonly short: Tenths } | null
  readonly missing: readonly ('history' | 'history-years' | 'not-recorded' | 'by-people' | 'no-window')[]
}

export interface RegistrationStanding {
  readonly state: RegistrationState
  readonly certificates: readonly Certificate[]
  readonly certified: boolean
  readonly last: Registration | null
  readonly putOff: Registration | null
  readonly rule: RegistrationRule | null
  readonly needs: readonly NeedVerdict[]
}

/** What is recorded of a need between two days; null where nobody recorded anything. */
export type Recorded = (need: Exclude<Need, 'hours'>, from: Day, until: Day) => 'met' | 'unmet' | null

export function addMonths(d: Day, months: number): Day {
  const n = yearOf(d) * 12 + monthOf(d) - 1 + months
  const [year, month] = [Math.floor(n / 12), (n % 12) + 1]
  return dayOf(year, month, Math.min(dayOfMonth(d), daysInMonth(year, month))) ?? d
}

export const noticeMonths = (policy: Policy, d: Day): number => viewValue(policy.settings.registrationNotice, d) ?? 12

export interface RegistrationDays {
  readonly state: RegistrationState
  readonly last: Registration | null
  readonly putOff: Registration | null
}

/** Without its needs: cheap enough for everybody of a district. */
export function registrationDays(policy: Policy, dossier: Dossier, on: Day): RegistrationDays {
  const all = registrationsOf(dossier).filter((r) => r.registeredOn <= on)
  const last = latestPassed(all, on)
  const after = all.filter(
    (r) => r.conclusion === 'put-off' && r.from <= on && on <= r.until && (last === null || last.registeredOn < r.registeredOn),
  )
  const putOff = after[after.length - 1] ?? null
  const state =
    putOff !== null
      ? 'put-off'
      : last === null
        ? certificatesOf(dossier).length === 0
          ? 'no-certificate'
          : 'never'
        : last.until < on
          ? 'over'
          : last.until <= addMonths(on, noticeMonths(policy, on))
            ? 'due'
            : 'in-force'
  return { state, last, putOff }
}

const NOBODY: Recorded = () => null

export function registrationStanding(policy: Policy, dossier: Dossier, on: Day, recorded: Recorded = NOBODY): RegistrationStanding {
  const { state, last, putOff } = registrationDays(policy, dossier, on)
  const rule = registrationRuleOn(policy, on)
  const needs = (rule?.needs ?? []).map(({ need, title }): NeedVerdict => {
    if (need === 'hours') return hoursNeed(policy, dossier, on, last, rule, title)
    const said = last === null ? null : recorded(need, last.from, earlier(last.until, on))
    return {
      need,
      title,
      is: said ?? 'undetermined',
      hours: null,
      missing: said !== null ? [] : [need === 'health' ? 'by-people' : 'not-recorded'],
    }
  })
  return { state, certificates: certificatesOf(dossier), certified: certifiedOn(dossier, on), last, putOff, rule, needs }
}

function hoursNeed(
  policy: Policy,
  dossier: Dossier,
  on: Day,
  last: Registration | null,
  rule: RegistrationRule | null,
  title: string,
): NeedVerdict {
  const required = parseHours(rule?.hours ?? '')
  const common = { need: 'hours' as const, title }
  if (last === null || required === null) return { ...common, is: 'undetermined', hours: null, missing: ['no-window'] }
  const reading = evaluateCycle(policy, dossier, earlier(on, last.until), { window: { id: null, first: last.from, last: last.until } })
  const has = reading.totals.counted
  const hours = { has, pending: reading.totals.pending, required, short: Math.max(0, required - has) as Tenths }
  if (has >= required) return { ...common, is: 'met', hours, missing: [] }
  const history = reading.verdicts.some((v) => v.missing.includes('history')) || reading.missing.includes('history')
  if (history) return { ...common, is: 'undetermined', hours, missing: ['history'] }
  // A confirmed lump of years that reaches over an end of the five may hold what is missing: nobody can say how much of it lies inside.
  const lump = reading.verdicts.some((v) => v.unit === 'hours' && v.missing.includes('history-years'))
  return { ...common, is: lump ? 'undetermined' : 'unmet', hours, missing: lump ? ['history-years'] : [] }
}
