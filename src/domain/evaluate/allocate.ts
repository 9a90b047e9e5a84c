// From recognised to counted, entry by entry, in the order given (last day, id): exclusion, attendance, once only,
// conversion, caps. What an entry counts depends only on entries before it, so later ones never change it.

import type { Tenths } from '../hours.ts'
import type { Compiled } from './compile.ts'
import type { Item } from './item.ts'
import { missedBy } from './rules/attendance.ts'
import { capped, type Buckets } from './rules/caps.ts'
import { conversionFor, converted } from './rules/conversion.ts'
import type { Effect } from './rules/effect.ts'
import { excludedBy } from './rules/exclusion.ts'
import { repeats, type Taken } from './rules/once-only.ts'
import { yearOfDay } from './window.ts'

export interface Allotment {
  readonly item: Item
  readonly counted: Tenths
  readonly effects: readonly Effect[]
}

const NOTHING = 0 as Tenths
const NO_EFFECTS: readonly Effect[] = []

/** Allots every item given (the caller says which take part), in one window whose buckets begin full. */
export function allocate(rules: Compiled, items: readonly Item[], yearStart: string): Allotment[] {
  const taken: Taken = new Set()
  const buckets: Buckets = new Map()
  return items.map((item) => allot(rules, item, taken, buckets, yearStart))
}

function allot(rules: Compiled, item: Item, taken: Taken, buckets: Buckets, yearStart: string): Allotment {
  if (item.opening === true) return carriedOver(rules, item, buckets, yearStart)
  const before = item.base
  const excluded = excludedBy(rules.exclusions, item)
  if (excluded !== null) return nothing(item, excluded.id, 'exclusion')
  const missed = missedBy(rules.attendances, item)
  if (missed !== null) return nothing(item, missed.id, 'attendance')
  const repeated = repeats(rules.onceOnly, item, taken)
  if (repeated !== null) return nothing(item, repeated.id, 'once-only')
  const conversion = conversionFor(rules.conversions, item)
  if (conversion === null && rules.caps.length === 0) return { item, counted: before, effects: NO_EFFECTS }
  const effects: Effect[] = []
  let counts = before
  if (conversion !== null) {
    counts = converted(before, conversion)
    effects.push({ rule: conversion.id, type: 'conversion', before, after: counts })
  }
  counts = capped(rules.caps, item, counts, buckets, yearStart, effects)
  return { item, counted: counts, effects }
}

const nothing = (item: Item, rule: string, type: Effect['type']): Allotment => ({
  item,
  counted: NOTHING,
  effects: [{ rule, type, before: item.base, after: NOTHING }],
})

/** A balance was attended, converted and recognised elsewhere: of the rules only caps of a year and of the cycle still apply to it. */
function carriedOver(rules: Compiled, item: Item, buckets: Buckets, yearStart: string): Allotment {
  const oneYear = yearOfDay(yearStart, item.first) === yearOfDay(yearStart, item.last)
  const caps = rules.caps.filter((cap) => cap.per === 'cycle' || (cap.per === 'year' && oneYear))
  const effects: Effect[] = []
  return { item, counted: capped(caps, item, item.base, buckets, yearStart, effects), effects }
}
