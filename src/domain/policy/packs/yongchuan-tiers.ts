// 永川区's ten rungs, as the opinion lists them. 区级名师（名班主任、骨干校长） is one target over three titles: three rungs here and one population.
// "360-370人" are people, not hours. Data only: every name and quote is the opinion's.

import type { Pack } from '../policy.ts'
import { NO_DOCUMENT, YONGCHUAN_OPINION as opinion } from './sources.ts'
import { countyBackbone, ladder, population, rung } from './tier-items.ts'

const TEN = opinion(
  '到2025年，重庆英才（名师名家）1-2人，未来教育家培养对象1人，重庆名师2-3人，市级学科带头人6-7人，市级名校长、名班主任、名师工作室主持人5-7人，市级骨干校长6-8人，市级学科教学名师25-27人，市级骨干教师360-370人，区级名师（名班主任、骨干校长）160-180名，区级骨干教师2000-2100人',
)
const QUALITY = opinion('其中优质师资交流轮岗占交流轮岗教师比例不低于20%')
const ORDER = '文件只列了各称号的人数，没有写先后；暂按级别由低到高排，供参考。'

export const yongchuanTiers: NonNullable<Pack['parts']> = {
  ladders: [
    ladder('yc-teachers', '教师梯队', TEN, 'assumed', ORDER),
    ladder('yc-heads', '班主任', TEN, 'stated'),
    ladder('yc-leaders', '校长梯队', TEN, 'assumed', ORDER, 'school-leaders'),
    ladder('yc-hosts', '工作室主持人', TEN, 'stated'),
  ],
  tiers: [
    rung('yc-teachers', 1, 'yc-backbone-district', '区级骨干教师', TEN, { levels: ['district'] }),
    rung('yc-teachers', 2, 'yc-master-district', '区级名师', TEN, { levels: ['district'] }),
    rung('yc-teachers', 3, 'yc-backbone-city', '市级骨干教师', TEN, { levels: ['city'] }),
    rung('yc-teachers', 4, 'yc-subject-master', '市级学科教学名师', TEN, { levels: ['city'], subject: true }),
    rung('yc-teachers', 5, 'yc-subject-leader', '市级学科带头人', TEN, { levels: ['city'], subject: true }),
    rung('yc-teachers', 6, 'yc-cq-master', '重庆名师', TEN, { levels: ['city'] }),
    rung('yc-teachers', 7, 'yc-future', '未来教育家', TEN, { as: 'candidate', aliases: ['未来教育家培养对象'] }),
    rung('yc-teachers', 8, 'yc-talent', '重庆英才（名师名家）', TEN, { levels: ['city'], aliases: ['重庆英才', '名师名家'] }),
    rung('yc-heads', 1, 'yc-head-district', '区级名班主任', TEN, { levels: ['district'], aliases: ['名班主任'] }),
    rung('yc-leaders', 1, 'yc-principal-district', '区级骨干校长', TEN, { levels: ['district'], aliases: ['骨干校长'] }),
    rung('yc-leaders', 2, 'yc-principal-city', '市级骨干校长', TEN, { levels: ['city'] }),
    rung('yc-hosts', 1, 'yc-host-city', '市级名校长、名班主任、名师工作室主持人', TEN, {
      levels: ['city'],
      aliases: ['市级名校长工作室主持人', '市级名班主任工作室主持人', '市级名师工作室主持人'],
    }),
  ],
  populations: [
    population(
      'yc-masters-district',
      '区级名师（名班主任、骨干校长）',
      ['yc-master-district', 'yc-head-district', 'yc-principal-district'],
      TEN,
      'stated',
    ),
    {
      id: 'quality-teachers',
      name: '优质师资',
      of: [],
      candidates: false,
      setting: 'qualityTeachers',
      source: QUALITY,
      mark: 'to-be-confirmed',
      question: '交流轮岗里的“优质师资”指哪些称号（或职称、荣誉）？文件没有写。',
    },
    {
      ...countyBackbone([
        'yc-backbone-district',
        'yc-backbone-city',
        'yc-master-district',
        'yc-subject-master',
        'yc-subject-leader',
        'yc-cq-master',
        'yc-talent',
      ]),
      source: NO_DOCUMENT(),
    },
  ],
}
