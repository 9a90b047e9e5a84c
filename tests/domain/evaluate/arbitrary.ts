// Arbitrary dossiers and policies for property tests: entries of every state, level, mode and cycle, rules of every type.

import * as fc from 'fast-check'
import { addDays, day, type Day } from '../../../src/domain/day.ts'
import { LEVELS, MODES, type Dossier } from '../../../src/domain/dossier.ts'
import type { Tenths } from '../../../src/domain/hours.ts'
import type { Policy, Rule } from '../../../src/domain/policy/policy.ts'
import { JULY, rule, teacher, withRules, withSetting, yuzhong, type Given } from './people.ts'

export const anyDay = (first: string, days: number): fc.Arbitrary<Day> =>
  fc.integer({ min: 0, max: days }).map((n) => addDays(day(first), n))

export const anyEntry = (n: number): fc.Arbitrary<Given> =>
  fc
    .record({
      last: anyDay('2020-06-01', 4200),
      span: fc.integer({ min: 0, max: 20 }),
      tenths: fc.integer({ min: 0, max: 400 }),
      recognised: fc.integer({ min: 0, max: 400 }),
      level: fc.constantFrom(...LEVELS),
      mode: fc.constantFrom(...MODES),
      tags: fc.subarray(['visit', 'probation', 'once', 'ethics']),
      project: fc.constantFrom(null, 'p1', 'p2'),
      attendance: fc.constantFrom(null, 500, 790, 800, 1000),
      result: fc.constantFrom(null, 'pass', 'excellent'),
      as: fc.constantFrom(
        'granted' as const,
        'granted' as const,
        'accepted' as const,
        'claimed' as const,
        'passed' as const,
        'returned' as const,
        'reversed' as const,
      ),
      credits: fc.constantFrom(undefined, '0.3', '5'),
      delay: fc.integer({ min: 0, max: 300 }),
    })
    .map((e): Given => ({
      id: `row-${n}-${e.tenths}`,
      on: e.last,
      first: addDays(e.last, -e.span),
      hours: `${Math.floor(e.tenths / 10)}.${e.tenths % 10}`,
      recognised: `${Math.floor(e.recognised / 10)}.${e.recognised % 10}`,
      as: e.as,
      recordedOn: addDays(e.last, e.delay),
      ...(e.credits === undefined ? {} : { credits: e.credits }),
      training: {
        level: e.level,
        mode: e.mode,
        tags: e.tags,
        project: e.project,
        attendance: e.attendance,
        result: e.result,
        hours: e.tenths as Tenths,
      },
    }))

export const anyEntries: fc.Arbitrary<Given[]> = fc
  .integer({ min: 0, max: 25 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, k) => anyEntry(k))))

const MONOTONE: readonly Rule[] = [
  rule({ id: 'visit-third', type: 'conversion', factor: { num: 1, den: 3 }, filter: { tags: ['visit'] } } as never),
  rule({ id: 'excellent', type: 'conversion', factor: { num: 5, den: 4 }, results: ['excellent'] } as never),
  rule({ id: 'four-fifths', type: 'attendance', minimum: '0.8' } as never),
  rule({ id: 'entry-16', type: 'cap', per: 'entry', value: '16' } as never),
  rule({ id: 'school-year', type: 'cap', per: 'year', value: '40', filter: { levels: ['school'] } } as never),
  rule({ id: 'school-cycle', type: 'cap', per: 'cycle', value: '90', filter: { levels: ['school', 'area'] } } as never),
  rule({ id: 'self-cycle', type: 'cap', per: 'cycle', value: '20', filter: { levels: ['self'] } } as never),
]
const NOT_MONOTONE: readonly Rule[] = [
  rule({ id: 'probation-out', type: 'exclusion', filter: { tags: ['probation'] } } as never),
  rule({ id: 'once', type: 'once-only', filter: { tags: ['once'] } } as never),
]
const NEUTRAL: readonly Rule[] = [
  rule({ id: 'online-20', type: 'minimum', unit: 'hours', value: '20', filter: { modes: ['online'] } } as never),
  rule({ id: 'offset', type: 'offset', fromFilter: { levels: ['school'] }, toMinimum: 'online-20', atMost: '8' } as never),
]

const shaped = (rules: readonly Rule[]): fc.Arbitrary<Policy> =>
  fc
    .record({
      chosen: fc.subarray([...rules]),
      july: fc.boolean(),
      yearStart: fc.constantFrom('01-01', '07-01', null),
      extend: fc.constantFrom('extends' as const, 'does-not' as const, null),
    })
    .map(({ chosen, july, yearStart, extend }) =>
      withSetting(
        'pauseExtends',
        extend,
        withSetting('yearStart', yearStart, withSetting('cycles', july ? JULY : yuzhong.settings.cycles.value, withRules(chosen))),
      ),
    )

/** Policies without exclusion and once-only rules: a further recognised entry can only help. */
export const monotonePolicy = shaped([...MONOTONE, ...NEUTRAL])
export const anyPolicy = shaped([...NOT_MONOTONE, ...MONOTONE, ...NEUTRAL])

const anyPause = fc
  .record({
    from: anyDay('2021-01-01', 3600),
    days: fc.integer({ min: 0, max: 500 }),
    kind: fc.constantFrom('dated', 'dated', 'open', 'undated'),
  })
  .map((p) => ({
    from: p.kind === 'undated' ? null : (p.from as string),
    to: p.kind === 'dated' ? (addDays(p.from, p.days) as string) : null,
  }))

export const anyPauses = fc.array(anyPause, { maxLength: 3 })

export const anyTeacher: fc.Arbitrary<Dossier> = fc
  .record({ entries: anyEntries, pauses: anyPauses, since: fc.constantFrom(null, '2005-08-01', '2023-09-01', '2028-02-01') })
  .map(({ entries, pauses, since }) => teacher({ entries, pauses, identity: { workedSince: since === null ? null : day(since) } }))
