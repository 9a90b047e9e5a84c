// What a title is called: the rung's own name, with the level in front where the rung is held at several. Pure.

import { rungNamed } from '../../domain/tiers/ladders.ts'
import type { Rung, TitleLevel } from '../../domain/tiers/rung.ts'
import type { TitleSaid } from '../../domain/tiers/title.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { tierPages, titleLevels } from '../text/tier-pages.ts'

const rungName = (rung: Rung, level: TitleLevel | null): string =>
  level !== null && rung.levels.length > 1 ? `${titleLevels[level]}${rung.name}` : rung.name

/** '区级骨干教师', '未来教育家培养对象'; the bare id for a rung this policy does not know. */
export function titleName(policy: Policy, said: Pick<TitleSaid, 'rung' | 'level' | 'as'>): string {
  const rung = rungNamed(policy, said.rung)
  const name = rung === null ? said.rung : rungName(rung, said.level)
  return said.as === 'candidate' ? tierPages.candidateOf(name) : name
}

/** What a next step would make of someone: a rung given as 培养对象 only is called so. */
export const stepName = (rung: Rung, level: TitleLevel | null): string =>
  rung.as === 'candidate' ? tierPages.candidateOf(rungName(rung, level)) : rungName(rung, level)

/** 'yz-backbone:city' → '市级骨干教师' */
export function refName(policy: Policy, ref: string): string {
  const [id = '', level] = ref.split(':')
  return titleName(policy, { rung: id, level: (level ?? null) as TitleLevel | null, as: 'held' })
}
