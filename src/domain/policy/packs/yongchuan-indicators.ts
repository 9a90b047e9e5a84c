// 永川区's figures on teachers for 2025, each in the opinion's words. 360-370人 are people, not hours; 区级名师（名班主任、骨干校长） is
// one target over three titles. The rotation shares are counted on their own page, school year by school year. Data only.

import type { Indicator, Whom } from '../../targets/indicator.ts'
import { between, everyone, indicator, inPopulation, inTitles, least, notKept } from './indicator-items.ts'
import { YONGCHUAN_OPINION as opinion } from './sources.ts'

const KINDERGARTENS = opinion('健全园长、教师、保育员准入制度，加强在职人员培训，每年参培教师达1000人次以上，确保教职员工持证率达100％')
const STUDIOS = opinion('确保常年在建学科名师、名班主任、名校长工作室 40个')
const TEN = opinion(
  '到2025年，重庆英才（名师名家）1-2人，未来教育家培养对象1人，重庆名师2-3人，市级学科带头人6-7人，市级名校长、名班主任、名师工作室主持人5-7人，市级骨干校长6-8人，市级学科教学名师25-27人，市级骨干教师360-370人，区级名师（名班主任、骨干校长）160-180名，区级骨干教师2000-2100人',
)
const ROTATION = opinion(
  '每学年交流轮岗教师占符合交流条件教师总数的比例达到20%以上，其中优质师资交流轮岗占交流轮岗教师比例不低于20%，农村学校新入职教师3年内需交流到城区工作至少1年',
)

const KINDERGARTEN = { stages: ['kindergarten'] } satisfies Whom
const YEARLY = '每年的数；这里按所选日期所在的自然年。'
const rung = (
  id: string,
  title: string,
  rungs: string[],
  from: string,
  to: string,
  words: string,
  as: 'held' | 'candidate' = 'held',
): Indicator =>
  indicator(id, 'tiers', 'people', title, TEN, inTitles(rungs, as), { target: from === to ? least(from, words) : between(from, to, words) })

export const yongchuanIndicators: Indicator[] = [
  rung('yc-talent', '重庆英才（名师名家）', ['yc-talent'], '1', '2', '1-2人'),
  rung('yc-future', '未来教育家培养对象', ['yc-future'], '1', '1', '1人', 'candidate'),
  rung('yc-cq-master', '重庆名师', ['yc-cq-master'], '2', '3', '2-3人'),
  rung('yc-subject-leader', '市级学科带头人', ['yc-subject-leader'], '6', '7', '6-7人'),
  rung('yc-host-city', '市级名校长、名班主任、名师工作室主持人', ['yc-host-city'], '5', '7', '5-7人'),
  rung('yc-principal-city', '市级骨干校长', ['yc-principal-city'], '6', '8', '6-8人'),
  rung('yc-subject-master', '市级学科教学名师', ['yc-subject-master'], '25', '27', '25-27人'),
  rung('yc-backbone-city', '市级骨干教师', ['yc-backbone-city'], '360', '370', '360-370人'),
  indicator('yc-masters-district', 'tiers', 'people', '区级名师（名班主任、骨干校长）', TEN, inPopulation('yc-masters-district'), {
    target: between('160', '180', '160-180名'),
  }),
  rung('yc-backbone-district', '区级骨干教师', ['yc-backbone-district'], '2000', '2100', '2000-2100人'),
  indicator(
    'yc-studios',
    'studios',
    'count',
    '常年在建学科名师、名班主任、名校长工作室',
    STUDIOS,
    { of: 'studios', kinds: ['yc-subject-master', 'yc-head-teacher', 'yc-principal'] },
    { target: least('40', '40个') },
  ),
  indicator(
    'yc-trained',
    'training',
    'times',
    '幼儿园每年参培教师',
    KINDERGARTENS,
    { of: 'trained', who: KINDERGARTEN },
    {
      target: least('1000', '每年1000人次以上'),
      question: `一次培训算一人次？含不含校本？文件没有写；暂按认定的每一条算一人次。${YEARLY}`,
    },
  ),
  indicator(
    'yc-certified',
    'qualification',
    'share',
    '幼儿园教职员工持证率',
    KINDERGARTENS,
    { of: 'certified', who: KINDERGARTEN },
    {
      denominator: everyone(KINDERGARTEN),
      target: least('1', '达100％'),
      question: '园长、保育员持的是哪种证？文件没有写；暂只看教师资格证。',
    },
  ),
  indicator(
    'yc-rotation',
    'rotation',
    'share',
    '交流轮岗三项',
    ROTATION,
    { of: 'elsewhere', page: 'rotation' },
    {
      target: {
        least: null,
        most: null,
        over: false,
        words: '每学年20%以上，其中优质师资不低于20%，农村新入职教师3年内到城区至少1年',
        fuzzy: true,
      },
    },
  ),
  indicator(
    'yc-research-bases',
    'platform',
    'count',
    '普通高中校本教研基地',
    opinion('全区建成普通高中市级课程创新基地5个、校本教研基地4个'),
    notKept('本系统不登记哪所学校被授予基地；名单由区里保管。'),
    { target: least('4', '4个') },
  ),
]
