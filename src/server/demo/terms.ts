// The trainings of the demo's terms: what schools and the district offer every half year, with days and hours. Invented titles.

import { addDays, day, type Day } from '../../domain/day.ts'
import type { Level, Mode } from '../../domain/dossier.ts'

export interface Offer {
  readonly title: string
  readonly level: Level
  readonly mode: Mode
  readonly tags: readonly string[]
  readonly project: string | null
  readonly first: Day
  readonly last: Day
  readonly hours: string
  /** Share of people meant; null: everybody who takes part at all. */
  readonly share: number | null
}

export interface Term {
  readonly year: number
  readonly spring: boolean
  /** The day on which the term's hours are written down. */
  readonly recorded: Day
}

const SCHOOL_SPRING = ['大单元教学设计校本研修', '作业设计与批改研讨', '班主任工作沙龙', '课堂提问有效性研究']
const SCHOOL_AUTUMN = ['新课标学习与集体备课', '听评课与课例研讨', '跨学科主题学习教研', '师德师风专题学习']
const DISTRICT = [
  '全员信息技术应用能力提升',
  '义务教育新课程全员培训',
  '心理健康教育全员培训',
  '教育评价改革专题培训',
  '数字素养提升全员培训',
  '家校社协同育人培训',
]

/** Terms from five years back to now; the running one ends some days ago. */
export function termsUntil(today: Day): Term[] {
  const year = Number(today.slice(0, 4))
  const terms: Term[] = []
  for (let y = year - 5; y <= year; y += 1) {
    for (const spring of [true, false]) {
      const end = day(`${String(y)}-${spring ? '07-06' : '12-28'}`)
      const begins = day(`${String(y)}-${spring ? '02-20' : '09-01'}`)
      const recorded = end < addDays(today, -14) ? end : addDays(today, -14)
      if (recorded > addDays(begins, 30)) terms.push({ year: y, spring, recorded })
    }
  }
  return terms
}

const onDay = ({ year, spring }: Term, monthDay: readonly [string, string]): Day =>
  day(`${String(year)}-${spring ? monthDay[0] : monthDay[1]}`)
const held = (term: Term, offers: readonly Offer[]): Offer[] => offers.filter((o) => o.last <= term.recorded)

export function schoolOffers(term: Term, kindergarten: boolean): Offer[] {
  const titles = term.spring ? SCHOOL_SPRING : SCHOOL_AUTUMN
  const title = (n: number): string => {
    const t = titles[(n * 2 + term.year) % titles.length] ?? titles[0] ?? ''
    return kindergarten ? t.replace('校本', '园本').replace('大单元教学', '主题活动').replace('作业设计与批改', '游戏观察与记录') : t
  }
  const base = { level: 'school' as const, mode: 'school-based' as const, project: null, share: null }
  return held(term, [
    { ...base, title: title(0), tags: [], first: onDay(term, ['03-12', '09-10']), last: onDay(term, ['03-26', '09-24']), hours: '6' },
    {
      ...base,
      title: title(1),
      tags: title(1).includes('师德') ? ['师德'] : [],
      first: onDay(term, ['05-08', '10-15']),
      last: onDay(term, ['05-22', '10-29']),
      hours: '5.5',
    },
  ])
}

export function districtOffers(term: Term): Offer[] {
  const title = DISTRICT[(term.year * 2 + (term.spring ? 0 : 1)) % DISTRICT.length] ?? ''
  return held(term, [
    {
      title,
      level: 'district',
      mode: 'online',
      tags: [],
      project: title,
      first: onDay(term, ['04-01', '10-08']),
      last: onDay(term, ['05-30', '11-05']),
      hours: '20',
      share: null,
    },
    {
      title: '学科教师集中面授',
      level: 'district',
      mode: 'face-to-face',
      tags: [],
      project: null,
      first: onDay(term, ['06-11', '11-01']),
      last: onDay(term, ['06-12', '11-02']),
      hours: '12',
      share: 0.4,
    },
    term.spring
      ? {
          title: '“国培计划”骨干教师研修',
          level: 'nation',
          mode: 'blended',
          tags: ['骨干'],
          project: '国培计划',
          first: onDay(term, ['06-20', '']),
          last: onDay(term, ['07-02', '']),
          hours: '40',
          share: 0.06,
        }
      : {
          title: '市级学科带头人工作坊',
          level: 'city',
          mode: 'placement',
          tags: ['骨干'],
          project: null,
          first: onDay(term, ['', '10-20']),
          last: onDay(term, ['', '10-24']),
          hours: '24',
          share: 0.08,
        },
  ])
}
