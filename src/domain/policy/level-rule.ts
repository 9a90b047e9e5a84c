// What a district's policy says of one level: its name, who decides, who may issue hours to a roster.

import type { Level } from '../dossier.ts'
import type { LevelRule, Policy } from './policy.ts'

/** The rule of a level, or null where this district does not use the level. */
export const levelRule = (policy: Policy, level: Level): LevelRule | null => policy.levels.find((l) => l.level === level) ?? null
