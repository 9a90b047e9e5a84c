// 待区确认: everything the merged policy assumes or leaves open, each with its question in words and what is used meanwhile.

import type { Mark, Source } from './cited.ts'
import type { Policy } from './policy.ts'
import { isOpen } from './value-on.ts'

export interface OpenItem {
  /** 'setting:yearStart', 'rule:credits-intensive', 'level:school', 'question:caps' */
  readonly key: string
  readonly title: string
  readonly question: string
  readonly mark: Mark
  readonly source: Source
  /** What is used meanwhile, as data; null where nothing is (both outcomes are shown, or the thing does not exist yet). */
  readonly meanwhile: unknown
}

export function openItems(policy: Policy): OpenItem[] {
  const out: OpenItem[] = []
  for (const [key, s] of Object.entries(policy.settings)) {
    if (isOpen(s))
      out.push({
        key: `setting:${key}`,
        title: key,
        question: s.question ?? '',
        mark: s.mark,
        source: s.source,
        meanwhile: s.value ?? s.standIn ?? null,
      })
  }
  for (const r of policy.rules) {
    if (r.question !== undefined || isOpen(r))
      out.push({
        key: `rule:${r.id}`,
        title: r.title,
        question: r.question ?? '',
        mark: isOpen(r) ? r.mark : 'to-be-confirmed',
        source: r.source,
        meanwhile: null,
      })
  }
  for (const l of policy.levels) {
    const marks = [l.mark, l.routeMark, l.exportMark]
    const mark = marks.find((m) => m === 'to-be-confirmed') ?? marks.find((m) => m === 'assumed')
    if (mark !== undefined)
      out.push({ key: `level:${l.level}`, title: l.name, question: l.question ?? '', mark, source: l.source, meanwhile: l.decides })
  }
  for (const q of policy.questions)
    out.push({ key: `question:${q.id}`, title: q.title, question: q.question, mark: 'to-be-confirmed', source: q.source, meanwhile: null })
  return out
}
