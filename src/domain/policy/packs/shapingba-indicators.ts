// 沙坪坝区's figures on teachers: values of 2020 and targets for 2025, each in the plan's words. 50万人次 is the district's whole
// education and training, not teachers': left out (tests/policy-cases/left-out.json). Data only.

import type { Indicator, Whom } from '../../targets/indicator.ts'
import { everyone, indicator, inPopulation, inTitles, least, PLAN_START } from './indicator-items.ts'
import { SHAPINGBA_PLAN as plan } from './sources.ts'

const OUTSTANDING = plan('培养区级卓越教师500名、市级卓越教师100名、全国名师20名，重庆市知名校长30名，全国知名校长10名')
const HEADS = plan('建立市、区级优秀班主任工作室 20 个，培育市级优秀班主任 15 名')
const MANY = plan('重庆市杰出人才突出贡献奖、未来教育家培养对象、教书育人楷模等各级各类优秀教师 45 人')
/** The plan's table: 指标 | 十三五完成 | 十四五预期. */
const table = (name: string) => plan(name)

const KINDERGARTEN = { stages: ['kindergarten'], categories: ['full-time'] } satisfies Whom
const VOCATIONAL = { stages: ['vocational'] } satisfies Whom

export const shapingbaIndicators: Indicator[] = [
  indicator('spb-backbone', 'tiers', 'share', '区级骨干教师比率', table('区级骨干教师比率'), inPopulation('spb-backbone'), {
    denominator: everyone(),
    start: { value: '0.26', words: '26%', on: PLAN_START },
    target: least('0.35', '35%'),
    question: '比率的分母是谁？文件没有写；暂按全区在册人员。',
  }),
  indicator('spb-outstanding-district', 'tiers', 'people', '区级卓越教师', OUTSTANDING, inTitles(['spb-outstanding-district']), {
    target: least('500', '500名'),
  }),
  indicator('spb-outstanding-city', 'tiers', 'people', '市级卓越教师', OUTSTANDING, inTitles(['spb-outstanding-city']), {
    target: least('100', '100名'),
  }),
  indicator('spb-national-master', 'tiers', 'people', '全国名师', OUTSTANDING, inTitles(['spb-national-master']), {
    target: least('20', '20名'),
  }),
  indicator('spb-principal-city', 'leaders', 'people', '重庆市知名校长', OUTSTANDING, inTitles(['spb-principal-city']), {
    target: least('30', '30名'),
  }),
  indicator('spb-principal-nation', 'leaders', 'people', '全国知名校长', OUTSTANDING, inTitles(['spb-principal-nation']), {
    target: least('10', '10名'),
  }),
  indicator('spb-head-teachers', 'tiers', 'people', '市级优秀班主任', HEADS, inTitles(['spb-head-teacher']), {
    target: least('15', '15 名'),
  }),
  indicator(
    'spb-honoured',
    'tiers',
    'people',
    '各级各类优秀教师',
    MANY,
    inTitles(['spb-contribution', 'spb-model', 'spb-future'], 'either'),
    { start: { value: '45', words: '45 人', on: PLAN_START } },
  ),
  indicator(
    'spb-studio-heads',
    'studios',
    'count',
    '优秀班主任工作室',
    HEADS,
    { of: 'studios', kinds: ['spb-head-teacher'] },
    { target: least('20', '20 个') },
  ),
  indicator(
    'spb-certified',
    'qualification',
    'share',
    '学前教育专任教师持证率',
    table('学前教育专任教师持证率'),
    { of: 'certified', who: KINDERGARTEN },
    {
      denominator: everyone(KINDERGARTEN),
      start: { value: '0.863', words: '86.3%', on: PLAN_START },
      target: least('1', '100%'),
    },
  ),
  indicator(
    'spb-double',
    'qualification',
    'share',
    '职业教育双师型教师比例',
    table('职业教育双师型教师比例'),
    { of: 'qualified', who: VOCATIONAL, qualifications: ['double'] },
    {
      denominator: everyone(VOCATIONAL),
      start: { value: '0.484', words: '48.4%', on: PLAN_START },
      target: least('0.6', '60%'),
      question: '比例的分母是全体教师还是专业教师？文件没有写；暂按职业学校在册人员。',
    },
  ),
]
