// Short forms for writing kinds of studio, programmes and appraisal items of a pack: data only, nothing is filled in that is not given.

import type { AppraisalItem } from '../../appraisal/appraisal-item.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { StudioKind } from '../../studios/studio-kind.ts'
import type { Source } from '../cited.ts'

const ask = (question: string | undefined): { question?: string } => (question === undefined ? {} : { question })

export const studioKind = (
  id: string,
  name: string,
  source: Source,
  given: { at?: StudioKind['at']; levels?: StudioKind['levels']; aliases?: readonly string[]; question?: string } = {},
): StudioKind => ({
  id,
  name,
  source,
  mark: 'stated',
  aliases: [...(given.aliases ?? [])],
  at: given.at ?? 'district',
  levels: given.levels ?? [],
  ...ask(given.question),
})

export const programme = (
  id: string,
  name: string,
  source: Source,
  given: Partial<Pick<Programme, 'aliases' | 'for' | 'by' | 'wants' | 'ruralFirst'>> & { question?: string } = {},
): Programme => ({
  id,
  name,
  source,
  mark: 'stated',
  aliases: given.aliases ?? [],
  for: given.for ?? 'everyone',
  by: given.by ?? 'district',
  wants: given.wants ?? null,
  ruralFirst: given.ruralFirst ?? false,
  ...ask(given.question),
})

export const appraisal = (
  id: string,
  name: string,
  per: AppraisalItem['per'],
  source: Source,
  given: { result?: boolean; count?: boolean; question?: string } = {},
): AppraisalItem => ({
  id,
  name,
  per,
  source,
  mark: 'stated',
  result: given.result ?? false,
  count: given.count ?? false,
  ...ask(given.question),
})
