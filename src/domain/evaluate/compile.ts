// A policy's rules sorted by type, once per policy object, in the order the pack wrote them. Nothing is decided here.

import { parseCredits, parseHours } from '../hours.ts'
import type { Policy, Rule, RuleOf } from '../policy/policy.ts'

export interface Minimum {
  readonly rule: RuleOf<'minimum'>
  /** Tenths of the rule's unit. */
  readonly required: number
  readonly offsets: readonly { readonly rule: RuleOf<'offset'>; readonly atMost: number | null }[]
}

export interface Compiled {
  readonly exclusions: readonly RuleOf<'exclusion'>[]
  readonly attendances: readonly RuleOf<'attendance'>[]
  readonly onceOnly: readonly RuleOf<'once-only'>[]
  readonly conversions: readonly RuleOf<'conversion'>[]
  readonly caps: readonly RuleOf<'cap'>[]
  readonly minimums: readonly Minimum[]
}

const compiled = new WeakMap<Policy, Compiled>()

const ofType = <T extends Rule['type']>(rules: readonly Rule[], type: T): RuleOf<T>[] =>
  rules.filter((r): r is RuleOf<T> => r.type === type)

function tenthsOf(rule: { id: string }, value: string, unit: 'hours' | 'credits'): number {
  const read = unit === 'hours' ? parseHours(value) : parseCredits(value)
  if (read === null) throw new RangeError(`rule ${rule.id}: not an amount: ${value}`)
  return read
}

export function compile(policy: Policy): Compiled {
  const known = compiled.get(policy)
  if (known !== undefined) return known
  const offsets = ofType(policy.rules, 'offset')
  const made: Compiled = {
    exclusions: ofType(policy.rules, 'exclusion'),
    attendances: ofType(policy.rules, 'attendance'),
    onceOnly: ofType(policy.rules, 'once-only'),
    conversions: ofType(policy.rules, 'conversion'),
    caps: ofType(policy.rules, 'cap'),
    minimums: ofType(policy.rules, 'minimum').map((rule) => ({
      rule,
      required: tenthsOf(rule, rule.value, rule.unit),
      offsets: offsets
        .filter((o) => o.toMinimum === rule.id)
        .map((o) => ({ rule: o, atMost: o.atMost === null ? null : tenthsOf(o, o.atMost, rule.unit) })),
    })),
  }
  compiled.set(policy, made)
  return made
}
