// Every source named anywhere in a pack, however deep: levels, rules, settings and what each noun keeps.
import type { Source } from '../../../src/domain/policy/cited.ts'

const isSource = (value: object): value is Source => 'document' in value && 'quote' in value

export function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return []
  if (isSource(value)) return [value]
  return Object.values(value).flatMap(sourcesIn)
}
