// One new person as a roster of one row, so that adding by hand goes the same checked way as an import: recognised columns,
// matching against who is there already, nothing written before it is confirmed.

import type { Employment, Stage, StaffCategory } from '../../domain/dossier.ts'
import { categories, employments, stages } from '../text/policy-words.ts'

export interface NewPerson {
  name: string
  phone: string
  staffNumber: string
  subject: string
  stage: Stage
  employment: Employment
  category: StaffCategory
  from: string
}

/** The headings are those the import recognises. */
export function rosterOf(p: NewPerson): string {
  const known = (word: string): string => (word === employments.unknown ? '' : word)
  const cells: [string, string][] = [
    ['姓名', p.name],
    ['手机号', p.phone],
    ['教师编号', p.staffNumber],
    ['任教学科', p.subject],
    ['任教学段', known(stages[p.stage])],
    ['用人形式', known(employments[p.employment])],
    ['教职工类别', known(categories[p.category])],
    ['进入本校时间', p.from],
  ]
  // An empty column says nothing; an empty staff number must not look like one.
  const filled = cells.filter(([, value]) => value.trim() !== '')
  const line = (texts: readonly string[]): string => texts.map((t) => `"${t.trim().replace(/"/g, '""')}"`).join(',')
  return `\ufeff${line(filled.map(([heading]) => heading))}\r\n${line(filled.map(([, value]) => value))}\r\n`
}

export function base64(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary)
}
