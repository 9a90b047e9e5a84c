// Short forms for writing ladders, rungs and populations of a pack: data only, nothing is filled in that is not given.

import type { Mark, Source } from '../cited.ts'
import type { Ladder, Population, Rung } from '../../tiers/rung.ts'
import { OURS } from './sources.ts'

interface RungGiven {
  readonly levels?: Rung['levels']
  readonly as?: Rung['as']
  readonly subject?: boolean
  readonly aliases?: readonly string[]
  readonly question?: string
}

const ask = (question: string | undefined): { question?: string } => (question === undefined ? {} : { question })

/** A rung that a document names; no document sets a term or a condition. */
export const rung = (ladder: string, order: number, id: string, name: string, source: Source, given: RungGiven = {}): Rung => ({
  id,
  ladder,
  order,
  name,
  source,
  mark: 'stated',
  aliases: [...(given.aliases ?? [])],
  levels: given.levels ?? [],
  as: given.as ?? 'held',
  subject: given.subject ?? false,
  termYears: null,
  asks: [],
  ...ask(given.question),
})

export const ladder = (
  id: string,
  name: string,
  source: Source,
  mark: Mark,
  question?: string,
  who: Ladder['for'] = 'everyone',
): Ladder => ({ id, name, source, mark, for: who, ...ask(question) })

export const population = (id: string, name: string, of: readonly string[], source: Source, mark: Mark, question?: string): Population => ({
  id,
  name,
  of: [...of],
  candidates: false,
  setting: null,
  source,
  mark,
  ...ask(question),
})

/** 县级以上骨干教师 of the supervision of 优质均衡: a district's guess until it says itself. */
export const countyBackbone = (of: readonly string[]): Population => ({
  id: 'county-backbone',
  name: '县级以上骨干教师',
  of: [...of],
  candidates: false,
  setting: 'countyBackbone',
  source: OURS(),
  mark: 'assumed',
  question: '每百名学生拥有县级以上骨干教师，哪些称号算在内？暂把本区文件里的区级、市级骨干和以上称号都算上（培养对象不算），请区确认。',
})
