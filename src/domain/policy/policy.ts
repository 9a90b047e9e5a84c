// The shape of a policy pack, as data that survives a JSON round-trip, and of the policy merged from packs.
// Every value says where it comes from and how sure it is; what no document says is `to-be-confirmed`, never a silent default:
// its `value` is null, its `question` says in words what the district is asked, `standIn` is what views use meanwhile, shown as ours.

import { z } from 'zod/mini'
import { LEVELS, MODES } from '../dossier.ts'
import { amount, cited, day, Mark, monthDay, share, Source } from './cited.ts'
import { NOUN_SETTINGS, PARTS } from './parts.ts'

export const Filter = z.object({
  levels: z.optional(z.array(z.enum(LEVELS))),
  modes: z.optional(z.array(z.enum(MODES))),
  tags: z.optional(z.array(z.string())),
})
export type Filter = z.infer<typeof Filter>

const head = {
  id: z.string(),
  title: z.string(),
  from: day,
  to: z.nullable(day),
  source: Source,
  mark: Mark,
  question: z.optional(z.string()),
}
const filter = z.optional(Filter)

/** Whom a minimum binds: holders of a role (班主任, 校长), or people with fewer years in service than this. */
export const BoundTo = z.object({ role: z.optional(z.string()), serviceYearsBelow: z.optional(z.int()) })
export type BoundTo = z.infer<typeof BoundTo>

/** The rule types of the engine: a rule has a type, never code. Shares are exact decimals ('0.8'). */
export const Rule = z.discriminatedUnion('type', [
  z.object({
    ...head,
    type: z.literal('minimum'),
    unit: z.enum(['hours', 'credits']),
    value: amount,
    filter,
    headline: z.optional(z.boolean()),
    boundTo: z.optional(BoundTo),
    window: z.optional(z.enum(['cycle', 'year', 'rolling-five'])),
  }),
  z.object({ ...head, type: z.literal('cap'), per: z.enum(['entry', 'project', 'year', 'cycle']), value: amount, filter }),
  z.object({
    ...head,
    type: z.literal('conversion'),
    factor: z.object({ num: z.int(), den: z.int() }),
    filter,
    results: z.optional(z.array(z.string())),
  }),
  z.object({ ...head, type: z.literal('attendance'), minimum: share, filter }),
  z.object({ ...head, type: z.literal('offset'), fromFilter: Filter, toMinimum: z.string(), atMost: z.nullable(amount) }),
  z.object({ ...head, type: z.literal('once-only'), filter }),
  z.object({ ...head, type: z.literal('exclusion'), filter }),
  z.object({ ...head, type: z.literal('export-rounding'), unit: z.literal('whole-hours'), direction: z.enum(['down', 'half-up']) }),
])
export type Rule = z.infer<typeof Rule>
export type RuleOf<T extends Rule['type']> = Extract<Rule, { type: T }>

/** Who decides on a level's claims, in order: the last one recognises, the ones before pass on. */
export const LevelRule = z.object({
  level: z.enum(LEVELS),
  name: z.string(),
  decides: z.array(z.enum(['school', 'district'])),
  /** A school may issue hours of this level to a roster itself (登记校本学时). */
  grantedBy: z.array(z.enum(['school', 'district'])),
  exportCode: z.nullable(z.string()),
  /** Where the level and its name come from. */
  source: Source,
  mark: Mark,
  /** How sure the route (`decides`, `grantedBy`) and the export code are, and what the district is asked about them. */
  routeMark: Mark,
  exportMark: Mark,
  question: z.optional(z.string()),
})
export type LevelRule = z.infer<typeof LevelRule>

/** Something no document answers and no rule stands for yet (caps, conversion …): shown as 待区确认, decided by nobody silently. */
export const OpenQuestion = z.object({ id: z.string(), title: z.string(), question: z.string(), source: Source })
export type OpenQuestion = z.infer<typeof OpenQuestion>

export const Cycle = z.object({ id: z.string(), first: day, last: day })
export type Cycle = z.infer<typeof Cycle>

export const Settings = z.object({
  /** First and last day of the current cycle, and of the ones known before. */
  cycles: cited(z.array(Cycle)),
  /** First month and day of the school year ('09-01', '07-01', '01-01'). */
  yearStart: cited(monthDay),
  /** Most hours one day can plausibly hold; more is a flag, never a refusal. */
  dayHours: cited(amount),
  /** 需关注: only after this share of the cycle, when the hours per year still needed exceed `rate`. */
  concernAfterShare: cited(share),
  concernRate: cited(amount),
  /** History before this day must be confirmed, else verdicts that reach back are 待核实. Null: none is needed. */
  historyBefore: cited(day),
  countedEmployments: cited(z.array(z.string())),
  countedCategories: cited(z.array(z.string())),
  /** Whether pauses extend a cycle: 'extends' | 'does-not' — to be confirmed shows both. */
  pauseExtends: cited(z.enum(['extends', 'does-not'])),
  /** Whether a teacher with part of a cycle needs the whole: 'whole' | 'by-time'. */
  partCycle: cited(z.enum(['whole', 'by-time'])),
  /** Below this share of attendance nothing counts; each value becomes a rule of its days (attendance-rules.ts). */
  attendanceShare: cited(share),
  hoursPerCredit: cited(z.object({ num: z.int(), den: z.int() })),
  inviteHours: cited(z.int()),
  ...NOUN_SETTINGS,
})
export type Settings = z.infer<typeof Settings>
export type SettingKey = keyof Settings

/** One layer: national, city or district. A layer holds only what its documents say. */
export const Pack = z.object({
  id: z.string(),
  version: z.string(),
  scope: z.object({ kind: z.enum(['national', 'city', 'district']), code: z.string(), name: z.string() }),
  parent: z.nullable(z.string()),
  published: day,
  /** Last day of the plan the pack was read from (十四五: 2025-12-31); its targets are history after it, its rules go on. */
  planEnds: z.nullable(day),
  levels: z.array(LevelRule),
  rules: z.array(Rule),
  questions: z.array(OpenQuestion),
  settings: z.partial(Settings),
  /** What each noun keeps in a pack: ladders, indicators, … (parts.ts). */
  parts: z.optional(z.partial(z.object(PARTS))),
  /** Words of the place: 园长/校长, the training body's name … */
  words: z.record(z.string(), z.string()),
})
export type Pack = z.infer<typeof Pack>

/** Packs merged for one district: what phones receive. A rule of an inner layer replaces the outer one of the same id. */
export const Policy = z.object({
  version: z.string(),
  district: z.object({ code: z.string(), name: z.string() }),
  levels: z.array(LevelRule),
  rules: z.array(Rule),
  questions: z.array(OpenQuestion),
  settings: Settings,
  parts: z.object(PARTS),
  words: z.record(z.string(), z.string()),
})
export type Policy = z.infer<typeof Policy>
