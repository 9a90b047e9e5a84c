// 补登: late is normal. A claim counts as made on the day its author's phone says, where that is before the day it arrived: saved
// offline before a deadline and synced after it, it was in time as a claim, and is shown as such. What comes after the district's
// 补登截止 is taken all the same; it goes on to the district's desk and says so.

import { addDays, isDay, yearOf, type Day } from '../day.ts'
import type { HoursFact, Step, Training } from '../dossier.ts'
import { levelRule } from '../policy/level-rule.ts'
import type { Policy } from '../policy/policy.ts'
import { valueOn, type CitedValue } from '../policy/value-on.ts'
import { yearStartOn, yearWindow } from '../evaluate/window.ts'

type Made = Pick<HoursFact, 'recordedOn' | 'saidAt'>

/**
 * The day a fact was made as a claim: the phone's own day, unless its clock ran ahead of the server's, or stood before the training
 * even began (a battery that was empty sets a phone back by years): then the day it was received.
 */
export function madeOn({ recordedOn, saidAt }: Made, { first }: Pick<Training, 'first'>): Day {
  const said = saidAt.slice(0, 10)
  return isDay(said) && said >= first && said < recordedOn ? said : recordedOn
}

/** The day on which the training's year is over for claiming; null while the district has not set one. */
export function deadlineOf(policy: Policy, last: Day): Day | null {
  const setting = policy.settings.lateBy as CitedValue<string> | undefined
  if (setting === undefined) return null
  const ended = yearWindow(yearStartOn(policy, last), last).last
  const monthDay = valueOn(setting, addDays(ended, 1))
  if (monthDay === null) return null
  const same = `${String(yearOf(ended))}-${monthDay}` as Day
  return same > ended ? same : (`${String(yearOf(ended) + 1)}-${monthDay}` as Day)
}

/** The deadline that was missed, by who handed it in that day; null where none was. */
export function missedDeadline(policy: Policy, last: Day, made: Day): Day | null {
  const deadline = deadlineOf(policy, last)
  return deadline !== null && made > deadline ? deadline : null
}

/** Said by the phone before the end of something, received after it. */
export interface ArrivedLater {
  readonly made: Day
  readonly received: Day
}

export function arrivedLater(fact: Made, training: Pick<Training, 'first'>): ArrivedLater | null {
  const made = madeOn(fact, training)
  return made < fact.recordedOn ? { made, received: fact.recordedOn } : null
}

/** The fact by which the training as it stands was handed in. */
function handedInBy(facts: readonly HoursFact[]): HoursFact | null {
  let found = facts[0] ?? null
  for (const f of facts) if (f.what === 'claimed' || f.what === 'recorded' || f.what === 'amended') found = f
  return found
}

/** Who decides on a claim, in order: as the level's rule says, and the district too where the deadline was missed. */
export function stepsOfClaim(
  policy: Policy,
  training: Pick<Training, 'level' | 'first' | 'last'>,
  facts: readonly HoursFact[],
): readonly Step[] {
  const steps = levelRule(policy, training.level)?.decides ?? []
  const rule: readonly Step[] = steps.length === 0 ? ['school', 'district'] : steps
  const fact = handedInBy(facts)
  if (fact === null || fact.what === 'granted' || rule.includes('district')) return rule
  return missedDeadline(policy, training.last, madeOn(fact, training)) === null ? rule : [...rule, 'district']
}
