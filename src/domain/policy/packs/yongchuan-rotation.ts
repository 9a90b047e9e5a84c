// 永川区: the only district with numbers, twice the national share: 20 % of the eligible each school year, 20 % of those who move 优质师资,
// and a year in the city within three years for new teachers of rural schools. Data only.

import type { Pack } from '../policy.ts'
import { YONGCHUAN_OPINION as opinion } from './sources.ts'

/** The opinion is of 2022; the copy bears no day. */
const ON = '2022-01-01'

export const yongchuanRotation: NonNullable<Pack['parts']> = {
  rotation: [
    {
      id: 'both-ways',
      is: 'kind',
      name: '城乡师资双向交流',
      post: 'rotation',
      relation: 'either',
      counts: 'yes',
      mark: 'stated',
      source: opinion('有序推进教师轮岗交流，加大城区优质校与乡村校、薄弱校之间的师资双向交流力度'),
    },
    {
      id: 'share',
      is: 'share',
      title: '每学年交流轮岗教师占符合交流条件教师总数达到 20% 以上',
      of: 'eligible',
      population: null,
      atLeast: '0.2',
      supervision: false,
      from: ON,
      to: null,
      mark: 'stated',
      source: opinion('每学年交流轮岗教师占符合交流条件教师总数的比例达到20%以上'),
    },
    {
      id: 'quality-share',
      is: 'share',
      title: '优质师资占交流轮岗教师不低于 20%',
      of: 'movers',
      population: 'quality-teachers',
      atLeast: '0.2',
      supervision: false,
      from: ON,
      to: null,
      mark: 'stated',
      source: opinion('其中优质师资交流轮岗占交流轮岗教师比例不低于20%'),
    },
    {
      id: 'new-rural',
      is: 'new-rural',
      title: '农村学校新入职教师 3 年内到城区工作至少 1 年',
      withinYears: 3,
      cityYears: 1,
      from: ON,
      to: null,
      mark: 'stated',
      source: opinion('农村学校新入职教师3年内需交流到城区工作至少1年'),
      question:
        '新入职从哪天算、分段到城区能不能累计、1年按学年还是365天，走教算不算，文件没有写；暂按参加工作之日起算、累计满365天、走教不算。',
    },
  ],
}
