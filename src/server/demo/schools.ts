// The schools of the demo district, all invented, and who works there. Roles are held by the first people of a school.

import type { Stage } from '../../domain/dossier.ts'
import type { SchoolKind, Place } from '../../domain/school-file.ts'

export interface DemoSchool {
  readonly key: string
  readonly name: string
  readonly code: string
  readonly kind: SchoolKind
  readonly place: Place
  readonly stage: Stage
  readonly parent: string | null
  readonly people: number
  readonly subjects: readonly string[]
  /** Names of principal, officer and others who are to be found by name; in this order. */
  readonly first: readonly string[]
  readonly principal: boolean
  readonly officer: boolean
}

const PRIMARY = ['语文', '语文', '语文', '数学', '数学', '英语', '体育', '音乐', '美术', '科学', '道德与法治', '信息科技']
/** What of it is a trade: who teaches it is 专业课教师. */
export const DEMO_TRADES: ReadonlySet<string> = new Set(['汽车运用与维修', '电子商务', '中餐烹饪', '护理', '机电技术应用'])
const VOCATIONAL = ['语文', '数学', ...DEMO_TRADES, '英语', '思想政治']
const JUNIOR = [
  '语文',
  '语文',
  '数学',
  '数学',
  '英语',
  '英语',
  '物理',
  '化学',
  '生物',
  '历史',
  '地理',
  '道德与法治',
  '体育',
  '音乐',
  '美术',
  '信息科技',
]

export const DEMO_SCHOOLS: readonly DemoSchool[] = [
  {
    key: 'primary',
    name: '雾灯小学',
    code: '2150990001',
    kind: 'primary',
    place: 'urban',
    stage: 'primary',
    parent: null,
    people: 38,
    subjects: PRIMARY,
    first: ['陶明远', '王晓琴', '覃丽莎'],
    principal: true,
    officer: true,
  },
  {
    key: 'junior',
    name: '双江初级中学',
    code: '3150990002',
    kind: 'junior',
    place: 'urban',
    stage: 'junior',
    parent: null,
    people: 46,
    subjects: JUNIOR,
    first: ['单国强', '向海燕'],
    principal: true,
    officer: true,
  },
  {
    key: 'kindergarten',
    name: '山茶幼儿园',
    code: '1150990003',
    kind: 'kindergarten',
    place: 'urban',
    stage: 'kindergarten',
    parent: null,
    people: 25,
    subjects: ['学前教育'],
    first: ['龙小蓉', '况婷'],
    principal: true,
    officer: true,
  },
  {
    key: 'central',
    name: '云坪中心校',
    code: '2150990004',
    kind: 'central',
    place: 'town',
    stage: 'primary',
    parent: null,
    people: 15,
    subjects: PRIMARY,
    first: ['田永红', '冉建平'],
    principal: true,
    officer: true,
  },
  {
    key: 'point-a',
    name: '云坪中心校松林教学点',
    code: '2150990005',
    kind: 'teaching-point',
    place: 'rural',
    stage: 'primary',
    parent: 'central',
    people: 5,
    subjects: ['语文', '数学'],
    first: [],
    principal: false,
    officer: false,
  },
  {
    key: 'point-b',
    name: '云坪中心校岩湾教学点',
    code: '2150990006',
    kind: 'teaching-point',
    place: 'rural',
    stage: 'primary',
    parent: 'central',
    people: 1,
    subjects: ['语文'],
    first: ['牟德贵'],
    principal: false,
    officer: false,
  },
  {
    key: 'vocational',
    name: '渝江职业教育中心',
    code: '3650990007',
    kind: 'vocational',
    place: 'urban',
    stage: 'vocational',
    parent: null,
    people: 12,
    subjects: VOCATIONAL,
    first: ['秦守信', '罗文静'],
    principal: true,
    officer: true,
  },
]

export const DEMO_DISTRICT = { code: '500103', name: '渝中区（示例）' } as const
