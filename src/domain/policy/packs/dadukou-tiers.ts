// 大渡口区's 三级五类: three levels (市, 区, 校) by five kinds. Numbers of people wanted are fuzzy in the plan (5名左右, 10余名) and stay text.
// Data only: every name and quote is the plan's.

import type { Pack } from '../policy.ts'
import { DADUKOU_PLAN as plan } from './sources.ts'
import { countyBackbone, ladder, population, rung } from './tier-items.ts'

const FIVE = plan('建立市、区、校“合格教师、骨干教师、学科名师、学科带头人、教育家型教师和校长 ”三级五类师资队伍')
const LEADING = plan(
  '培养特级教师及市、区级名师、学科带头人等引领型教师人才735人，政府特殊津贴获得者、市级学科带头人实现零突破，3名教师获得重庆市“未来教育家培养对象”提名',
)
const GOOD = plan('选树一批“义渡好教师”')
const FAIREST = plan('选树一批“最美教师”')
const FUZZY = plan('培养5名左右的教育家型教师、10余名学科带头人、数十名学科名师、数百名各级骨干教师')
const THREE_LEVELS = ['school', 'district', 'city'] as const

export const dadukouTiers: NonNullable<Pack['parts']> = {
  ladders: [
    ladder('dk-five', '三级五类师资队伍', FIVE, 'stated'),
    ladder('dk-leading', '引领型教师人才', LEADING, 'assumed', '特级教师、名师与“三级五类”怎样对应？文件没有写；暂单列。'),
    ladder('dk-honours', '区级表彰', GOOD, 'stated'),
  ],
  tiers: [
    rung('dk-five', 1, 'dk-qualified', '合格教师', FIVE, { levels: [...THREE_LEVELS] }),
    rung('dk-five', 2, 'dk-backbone', '骨干教师', FIVE, { levels: [...THREE_LEVELS], aliases: ['各级骨干教师'] }),
    rung('dk-five', 3, 'dk-subject-master', '学科名师', FIVE, { levels: [...THREE_LEVELS], subject: true }),
    rung('dk-five', 4, 'dk-subject-leader', '学科带头人', FIVE, { levels: [...THREE_LEVELS], subject: true }),
    rung('dk-five', 5, 'dk-educator', '教育家型教师和校长', FIVE, { levels: [...THREE_LEVELS], aliases: ['教育家型教师', '教育家型校长'] }),
    rung('dk-leading', 1, 'dk-special-grade', '特级教师', LEADING),
    rung('dk-leading', 1, 'dk-master', '名师', LEADING, { levels: ['district', 'city'] }),
    rung('dk-leading', 1, 'dk-future', '未来教育家', LEADING, { levels: ['city'], as: 'candidate', aliases: ['未来教育家培养对象'] }),
    rung('dk-leading', 1, 'dk-allowance', '政府特殊津贴获得者', LEADING),
    rung('dk-honours', 1, 'dk-good-teacher', '义渡好教师', GOOD),
    rung('dk-honours', 1, 'dk-fairest', '最美教师', FAIREST),
  ],
  populations: [
    population('dk-backbone', '各级骨干教师', ['dk-backbone'], FUZZY, 'stated'),
    population(
      'dk-leading',
      '引领型教师人才',
      ['dk-special-grade', 'dk-master:district', 'dk-master:city', 'dk-subject-leader:district', 'dk-subject-leader:city'],
      LEADING,
      'assumed',
      '“特级教师及市、区级名师、学科带头人等”还包括哪些？暂计写明的三种。',
    ),
    countyBackbone([
      'dk-backbone:district',
      'dk-backbone:city',
      'dk-subject-master:district',
      'dk-subject-master:city',
      'dk-subject-leader:district',
      'dk-subject-leader:city',
      'dk-educator:district',
      'dk-educator:city',
      'dk-special-grade',
      'dk-master:district',
      'dk-master:city',
    ]),
  ],
}
