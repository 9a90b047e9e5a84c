// What the title above a 培训名单, its file's name and its columns say about the training; what they do not say is asked.

import { isDay, type Day } from '../../../domain/day.ts'
import type { Mode } from '../../../domain/dossier.ts'
import { levelRule } from '../../../domain/policy/level-rule.ts'
import type { About, Around } from './entry-table.ts'
import { levelInTitle } from './kind-words.ts'
import { decimal, tenthsOf } from './read-amount.ts'

export function guessProject({ table, titles, fileName, organiser, policy }: Around): About {
  const title = (titles[0] ?? fileName)
    .replace(/\s/g, '')
    .replace(/[(（].*[)）]$/, '')
    .replace(/(结业|参训|参加|考核|合格|学员|人员|教师|学时|成绩)*(名单|花名册|名册|登记表|汇总表|一览表|表)$/, '')
  const level = levelInTitle(`${titles.join(' ')} ${fileName}`)
  const words = `${titles.join(' ')} ${fileName}`
  const mode: Mode | null = /网络|远程|线上|在线/.test(words)
    ? 'online'
    : /校本|园本/.test(words)
      ? 'school-based'
      : /跟岗|影子/.test(words)
        ? 'placement'
        : /集中|面授/.test(words)
          ? 'face-to-face'
          : null
  const days = daysIn(words)
  const hours = usualHours(table)
  return {
    ...(title === '' ? {} : { title: title.slice(0, 120) }),
    ...(level === null || levelRule(policy, level) === null ? {} : { level }),
    ...(mode === null ? {} : { mode }),
    ...(days === null ? {} : { first: days[0], last: days[1] }),
    ...(hours === null ? {} : { hours: decimal(hours) }),
    organiser,
  }
}

/** '2026年7月6日至10日', '2026.7.6-7.10', '2026-07-06至2026-07-10'. */
function daysIn(text: string): [Day, Day] | null {
  const m = /(20\d\d)[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?(?:[至到~—–-]+(?:(20\d\d)[年.\-/])?(?:(\d{1,2})[月.\-/])?(\d{1,2})日?)?/.exec(
    text.normalize('NFKC').replace(/\s/g, ''),
  )
  if (m === null) return null
  const two = (n: string): string => n.padStart(2, '0')
  const [, y = '', mo = '', d = '', y2, mo2, d2] = m
  const first = `${y}-${two(mo)}-${two(d)}`
  const last = d2 === undefined ? first : `${y2 ?? y}-${two(mo2 ?? mo)}-${two(d2)}`
  return isDay(first) && isDay(last) && first <= last ? [first, last] : null
}

/** What most people of the list get. */
function usualHours(table: Around['table']): number | null {
  const column = table.columns.find((c) => c.field === 'hours')
  const counts = new Map<number, number>()
  for (let r = table.firstRow; column !== undefined && r < table.sheet.rows.length; r += 1) {
    const n = tenthsOf(table.sheet.rows[r]?.[column.index]?.text)
    if (n !== null && n > 0) counts.set(n, (counts.get(n) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null
}
