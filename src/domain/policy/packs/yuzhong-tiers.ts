// 渝中区's titles. 骨干, 名优 and 骨干名优 are three populations; 十百千 counts people in a programme, not titles (yuzhong-programmes.ts).
// Data only: every name and quote is the plan's.

import type { Pack } from '../policy.ts'
import { YUZHONG_PLAN as plan } from './sources.ts'
import { countyBackbone, ladder, population, rung } from './tier-items.ts'

const TEN = plan(
  '实施“十百千”计划，集中优势资源培养十名在全国有影响力的“渝派名师”，百名在全市各学科领域拔尖的名优教师，千名覆盖各个学科的骨干教师，构建教育人才队伍梯队',
)
const BASE = plan(
  '全区有“享受政府特殊津贴人员”、市“未来教育家”培养对象等高层次教育人才240人次，市区级骨干教师1104人，市区级名优教师约占在职教师总数的21%',
)
const THREE = plan('全区名校长、名教师、名班主任在全市乃至全国有较高的知名度和影响力，市区级骨干名优教师达到在职教师总数的50%')
const TOP = plan('重庆市骨干校长数量、重庆名师等顶尖教育人才比例、市级骨干教师比例、全区教师高学历层次比例位居全市前列')
const HONOUR = plan('定期评选“渝中名师”“优秀教师（教育工作者）”等')
const CULTIVATE = plan('实施名师名校长名班主任培育计划')
const BOTH = ['district', 'city'] as const

export const yuzhongTiers: NonNullable<Pack['parts']> = {
  ladders: [
    ladder('yz-teachers', '教育人才队伍梯队', TEN, 'stated'),
    ladder(
      'yz-three',
      '名校长、名教师、名班主任',
      CULTIVATE,
      'assumed',
      '名校长、名教师、名班主任是称号，还是对人的统称？分不分级？文件没有写；暂按不分级的称号登记。',
    ),
    ladder('yz-talents', '高层次教育人才', BASE, 'assumed', '高层次教育人才各称号之间有没有先后？文件没有写；暂并列。'),
    ladder('yz-leaders', '骨干校长', TOP, 'stated', undefined, 'school-leaders'),
    ladder('yz-honours', '区级表彰', HONOUR, 'stated'),
  ],
  tiers: [
    rung('yz-teachers', 1, 'yz-backbone', '骨干教师', BASE, { levels: [...BOTH], subject: true }),
    rung('yz-teachers', 2, 'yz-distinguished', '名优教师', BASE, { levels: [...BOTH], subject: true }),
    rung('yz-teachers', 3, 'yz-yupai', '渝派名师', TEN, { question: '渝派名师是哪一级的称号？文件只写“在全国有影响力”；暂不分级。' }),
    rung('yz-three', 1, 'yz-principal', '名校长', THREE),
    rung('yz-three', 1, 'yz-teacher', '名教师', THREE, { aliases: ['名师'] }),
    rung('yz-three', 1, 'yz-head-teacher', '名班主任', THREE),
    rung('yz-talents', 1, 'yz-cq-master', '重庆名师', TOP, { levels: ['city'], aliases: ['重庆市名师'] }),
    rung('yz-talents', 1, 'yz-future', '未来教育家', BASE, { levels: ['city'], as: 'candidate' }),
    rung('yz-talents', 1, 'yz-allowance', '享受政府特殊津贴人员', BASE),
    rung('yz-leaders', 1, 'yz-backbone-principal', '重庆市骨干校长', TOP, { levels: ['city'] }),
    rung('yz-honours', 1, 'yz-district-master', '渝中名师', HONOUR, { levels: ['district'] }),
    rung('yz-honours', 1, 'yz-excellent', '优秀教师（教育工作者）', HONOUR, { levels: ['district'] }),
  ],
  populations: [
    population('yz-backbone', '市区级骨干教师', ['yz-backbone:district', 'yz-backbone:city'], BASE, 'stated'),
    population(
      'yz-distinguished',
      '市区级名优教师',
      ['yz-distinguished:district', 'yz-distinguished:city'],
      BASE,
      'stated',
      '渝派名师、渝中名师、名教师等是否也算“名优教师”？文件没有写；暂只计名优教师。',
    ),
    population(
      'yz-backbone-distinguished',
      '市区级骨干名优教师',
      ['yz-backbone:district', 'yz-backbone:city', 'yz-distinguished:district', 'yz-distinguished:city'],
      THREE,
      'stated',
      '“骨干名优教师”是骨干加名优，一人有两种称号时只算一人？暂按人计，不重复。',
    ),
    countyBackbone([
      'yz-backbone:district',
      'yz-backbone:city',
      'yz-distinguished:district',
      'yz-distinguished:city',
      'yz-yupai',
      'yz-cq-master',
    ]),
  ],
}
