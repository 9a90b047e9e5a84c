// What levels and modes are called here: the district's own names first; a kindergarten says 园本 where a school says 校本.

import type { Level, Mode } from '../../domain/dossier.ts'
import { levelRule } from '../../domain/policy/level-rule.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { SchoolKind } from '../../domain/school-file.ts'
import { levels, modes } from '../text/policy-words.ts'
import { kindergartenWords } from '../text/kindergarten.ts'

export const levelName = (policy: Policy | null, level: Level, kind: SchoolKind | null = null): string =>
  kindergartenWords(policy === null ? levels[level] : (levelRule(policy, level)?.name ?? levels[level]), kind)

export const modeName = (mode: Mode, kind: SchoolKind | null = null): string => kindergartenWords(modes[mode], kind)
