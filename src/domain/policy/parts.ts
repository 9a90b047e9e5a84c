// What nouns other than hours keep in a policy pack: one line a noun. A part is a list of items, each with id, source and mark
// (cited.ts, `itemHead`); an inner layer's item replaces the outer one of its id. A noun's questions to the district are settings.

import { z } from 'zod/mini'
import { RETIREMENT_SETTINGS } from '../evaluate/retirement-settings.ts'
import { REGISTRATION_SETTINGS, RegistrationItem } from '../registration/items.ts'
import { ROTATION_SETTINGS, RotationItem } from '../rotation/items.ts'
import { HISTORY_SETTINGS } from '../history/settings.ts'
import { SupervisionItem } from '../supervision/items.ts'
import { Indicator } from '../targets/indicator.ts'
import { Ladder, Population, Rung, TIER_SETTINGS } from '../tiers/rung.ts'
import { AppraisalItem } from '../appraisal/appraisal-item.ts'
import { PROBATION_SETTINGS } from '../mentoring/probation-settings.ts'
import { LEADER_SETTINGS } from '../programmes/leader-settings.ts'
import { Programme } from '../programmes/programme.ts'
import { StudioKind } from '../studios/studio-kind.ts'
import { REVIEW_SETTINGS } from '../year-review/settings.ts'
import { RegisterMode } from '../papers/register-mode.ts'
import { Theme } from './theme.ts'
import { ABOUT_SETTINGS } from './about-settings.ts'
import type { CitedValue } from './value-on.ts'

/** Lists of items by noun: `parts.<noun>` of a pack, and of the merged policy (empty where no layer has any). */
export const PARTS = {
  registration: z.array(RegistrationItem),
  rotation: z.array(RotationItem),
  ladders: z.array(Ladder),
  tiers: z.array(Rung),
  populations: z.array(Population),
  studioKinds: z.array(StudioKind),
  programmes: z.array(Programme),
  appraisals: z.array(AppraisalItem),
  indicators: z.array(Indicator),
  themes: z.array(Theme),
  supervision: z.array(SupervisionItem),
  registerModes: z.array(RegisterMode),
}

/** Settings that nouns add, each `cited(…)`: the national pack has to hold every one, be it only as a question. */
export const NOUN_SETTINGS = {
  ...RETIREMENT_SETTINGS,
  ...REGISTRATION_SETTINGS,
  ...ABOUT_SETTINGS,
  ...ROTATION_SETTINGS,
  ...HISTORY_SETTINGS,
  ...TIER_SETTINGS,
  ...PROBATION_SETTINGS,
  ...LEADER_SETTINGS,
  ...REVIEW_SETTINGS,
}

export interface Item {
  readonly id: string
}
export type Parts<T = readonly Item[]> = Record<keyof typeof PARTS, T>

const names = Object.keys(PARTS) as (keyof typeof PARTS)[]

/** A part for each noun, made from its name. */
export const eachPart = <T>(make: (name: keyof typeof PARTS) => T): Parts<T> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Parts<T>

/** The same value for every noun's setting: for policies that ask about hours alone. */
export const everyNounSetting = <T extends CitedValue<never>>(value: T): Record<keyof typeof NOUN_SETTINGS, T> =>
  Object.fromEntries(Object.keys(NOUN_SETTINGS).map((key) => [key, value])) as Record<keyof typeof NOUN_SETTINGS, T>
