// 交流轮岗 as every district meets it: the ways named in national texts we know of second-hand only, the 10 % and 20 % of 优质均衡督导 (the
// same), and everything a district has to be asked. No document we hold defines who is eligible. Data only.

import type { Pack } from '../policy.ts'
import { NO_DOCUMENT, OURS, ROTATION_OPINION as opinion } from './sources.ts'

const ON = '2021-01-01'
const HEARD = '国家文件原文不在现有材料里，是间接得知的，请区核对。'
const COUNTS = '这一类算不算“交流轮岗”？文件没有写。'

export const nationalRotation: NonNullable<Pack['parts']> = {
  rotation: [
    { id: 'regular', is: 'kind', name: '定期交流', post: 'rotation', relation: 'either', counts: 'yes', source: opinion(), mark: 'assumed', question: HEARD },
    { id: 'contest', is: 'kind', name: '跨校竞聘', post: 'rotation', relation: 'either', counts: 'open', source: opinion(), mark: 'assumed', question: `${HEARD}${COUNTS}` },
    { id: 'group-visiting', is: 'kind', name: '集团内走教', post: 'visiting', relation: 'stays', counts: 'open', source: opinion(), mark: 'assumed', question: `${HEARD}${COUNTS}` },
    { id: 'support', is: 'kind', name: '支教', post: 'rotation', relation: 'stays', counts: 'open', source: OURS(), mark: 'assumed', question: COUNTS },
    { id: 'placement', is: 'kind', name: '跟岗', post: 'placement', relation: 'stays', counts: 'open', source: OURS(), mark: 'assumed', question: COUNTS },
    {
      id: 'national-share', is: 'share', title: '交流轮岗教师占符合交流条件教师总数不低于 10%', of: 'eligible', population: null, atLeast: '0.1', supervision: true,
      from: ON, to: null, source: opinion(), mark: 'assumed', question: HEARD,
    },
    {
      id: 'national-backbone', is: 'share', title: '骨干教师占交流轮岗教师不低于 20%', of: 'movers', population: 'county-backbone', atLeast: '0.2', supervision: true,
      from: ON, to: null, source: opinion(), mark: 'assumed', question: HEARD,
    },
  ],
}

export const nationalRotationSettings = {
  rotationYearStart: { value: null, standIn: '09-01', options: ['09-01', '07-01'], from: ON, to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed', question: '交流轮岗的学年从哪天算起？没有名单时暂按9月1日；冻结名单时写明起止日。' },
  rotationEligible: { value: null, from: ON, to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed', question: '哪些教师“符合交流条件”（同一学校任教几年、年龄等）？文件没有写，以区里冻结的名单为准。' },
  rotationCountedKinds: { value: null, from: ON, to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed', question: '哪些类别算“交流轮岗”（跨校竞聘、集团内走教、支教、跟岗……）？没有定下来时两种算法都显示。' },
  rotationYearCounts: {
    value: null, options: ['began', 'there'], from: ON, to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed',
    question: '交流几年的教师，只算开始那一学年，还是在岗的每一学年都算？两种算法都显示。',
  },
  rotationListCounts: {
    value: null, options: ['listed-only', 'everyone'], from: ON, to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed',
    question: '不在“符合交流条件”名单上而参加交流的教师，算不算进比例？两种算法都显示。',
  },
  rotationRuralPlaces: {
    value: null, options: [['rural'], ['rural', 'town']], from: ON, to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed',
    question: '“农村学校”只指乡村，还是连镇区学校一起算？定下来以前，镇区学校的新教师列为待核。',
  },
} as const satisfies Pack['settings']
