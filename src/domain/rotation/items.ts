// What a district's documents say of 交流轮岗, as data: its kinds under the names used there, shares to be reached each school year,
// the year in the city of new teachers in the country, and whether the district appoints (区管校聘) and keeps posts in a pool (编制周转池).
// Who is eligible is nowhere defined: it is the district's list, never a rule here.

import { z } from 'zod/mini'
import { cited, day, itemHead, monthDay, share } from '../policy/cited.ts'
import { inForce } from '../policy/value-on.ts'

const dated = { from: day, to: z.nullable(day) }

export const RotationKind = z.object({
  ...itemHead,
  is: z.literal('kind'),
  name: z.string(),
  /** The post that the person has at the host meanwhile; 人事关系 that moves makes it their home post. */
  post: z.enum(['rotation', 'visiting', 'seconded', 'placement']),
  relation: z.enum(['stays', 'moves', 'either']),
  /** Whether it counts as 交流轮岗; `open` until the district says (setting rotationCountedKinds). */
  counts: z.enum(['yes', 'open']),
})
export type RotationKind = z.infer<typeof RotationKind>

/** At least this share: of the eligible who move, or of those who move that belong to a population of titles. */
export const ShareRule = z.object({
  ...itemHead,
  is: z.literal('share'),
  title: z.string(),
  ...dated,
  of: z.enum(['eligible', 'movers']),
  /** Null: those who move; else the id of a population (domain/tiers). */
  population: z.nullable(z.string()),
  atLeast: share,
  /** For the supervision view, beside the district's own. */
  supervision: z.boolean(),
})
export type ShareRule = z.infer<typeof ShareRule>

export const NewRuralRule = z.object({
  ...itemHead,
  is: z.literal('new-rural'),
  title: z.string(),
  ...dated,
  withinYears: z.int(),
  cityYears: z.int(),
})
export type NewRuralRule = z.infer<typeof NewRuralRule>

export const AppointmentWay = z.object({ ...itemHead, is: z.literal('appointment'), name: z.string(), quota: z.enum(['school', 'pool']) })
export type AppointmentWay = z.infer<typeof AppointmentWay>

export const RotationItem = z.discriminatedUnion('is', [RotationKind, ShareRule, NewRuralRule, AppointmentWay])
export type RotationItem = z.infer<typeof RotationItem>

const YEAR_COUNTS = ['began', 'there'] as const
const LIST_COUNTS = ['listed-only', 'everyone'] as const

/** Questions to a district about its rotation (policy/parts.ts spreads them into Settings). */
export const ROTATION_SETTINGS = {
  /** First month and day of the 学年 of rotation, where no frozen list says its own days. */
  rotationYearStart: cited(monthDay),
  /** The district's own words on who meets 交流条件; the frozen list is what counts. */
  rotationEligible: cited(z.string()),
  /** Which kinds count as 交流轮岗. */
  rotationCountedKinds: cited(z.array(z.string())),
  /** Whether someone on a rotation of several years counts in the year it began, or in every year they are there. */
  rotationYearCounts: cited(z.enum(YEAR_COUNTS)),
  /** Whether those who move without being on the list count towards the share. */
  rotationListCounts: cited(z.enum(LIST_COUNTS)),
  /** Which places are 农村 for new teachers. */
  rotationRuralPlaces: cited(z.array(z.enum(['rural', 'town']))),
}

/** A policy, as far as this file reads it: its schema is made of this one, so it cannot be named here. */
interface Policy {
  readonly parts: { readonly rotation: readonly RotationItem[] }
}

const itemsOf = (policy: Policy): readonly RotationItem[] => policy.parts.rotation

export const kindsOf = (policy: Policy): RotationKind[] => itemsOf(policy).filter((i): i is RotationKind => i.is === 'kind')
export const kindOf = (policy: Policy, id: string): RotationKind | null => kindsOf(policy).find((k) => k.id === id) ?? null
export const shareRulesOn = (policy: Policy, d: string): ShareRule[] =>
  itemsOf(policy).filter((i): i is ShareRule => i.is === 'share' && inForce(i, d))
export const newRuralRulesOn = (policy: Policy, d: string): NewRuralRule[] =>
  itemsOf(policy).filter((i): i is NewRuralRule => i.is === 'new-rural' && inForce(i, d))
export const appointmentWays = (policy: Policy): AppointmentWay[] =>
  itemsOf(policy).filter((i): i is AppointmentWay => i.is === 'appointment')
