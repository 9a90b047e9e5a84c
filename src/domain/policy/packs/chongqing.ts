// 重庆: 360 hours and 120 credits in five years, of which 20 from concentrated training at district level or above.
// Data only. Day boundaries of cycle and year are nowhere written: assumed or to be confirmed, never law.

import type { Pack } from '../policy.ts'
import { CITY_HOURS_NOTICE, CITY_NOTICE, NO_DOCUMENT, OURS } from './sources.ts'

const ON = '2021-01-01'
const ROUTE = '由谁审核、由谁发放，文件没有写；暂按学校初审、区认定。'

export const chongqing: Pack = {
  id: 'chongqing',
  version: '2026-11',
  scope: { kind: 'city', code: '50', name: '重庆市' },
  parent: 'national',
  published: '2026-11-21',
  planEnds: null,
  levels: [
    { level: 'nation', name: '国培', decides: ['school', 'district'], grantedBy: ['district'], exportCode: '10', source: CITY_NOTICE(), mark: 'city', routeMark: 'assumed', exportMark: 'national', question: ROUTE },
    { level: 'city', name: '市培', decides: ['school', 'district'], grantedBy: ['district'], exportCode: '20', source: CITY_NOTICE(), mark: 'city', routeMark: 'assumed', exportMark: 'assumed', question: `${ROUTE}上报时市培暂按省级（20）。` },
    { level: 'district', name: '区培', decides: ['school', 'district'], grantedBy: ['district'], exportCode: '40', source: CITY_NOTICE(), mark: 'city', routeMark: 'assumed', exportMark: 'national', question: ROUTE },
    { level: 'school', name: '校本', decides: ['school'], grantedBy: ['school', 'district'], exportCode: '60', source: CITY_NOTICE(), mark: 'city', routeMark: 'assumed', exportMark: 'national', question: '校本研修由学校认定，还是须区认定？暂按学校。' },
    { level: 'self', name: '自主', decides: ['school'], grantedBy: [], exportCode: '99', source: CITY_NOTICE(), mark: 'city', routeMark: 'assumed', exportMark: 'assumed', question: '自主研修由谁认定？暂按学校；上报时暂按其他（99）。' },
  ],
  rules: [
    {
      id: 'hours', type: 'minimum', title: '五年周期不少于 360 学时', unit: 'hours', value: '360', headline: true,
      from: ON, to: null, source: CITY_HOURS_NOTICE(), mark: 'city',
    },
    {
      id: 'credits', type: 'minimum', title: '五年累计不少于 120 学分', unit: 'credits', value: '120',
      from: ON, to: null, source: CITY_NOTICE(), mark: 'city',
    },
    {
      id: 'credits-intensive', type: 'minimum', title: '区县级及以上集中研修不少于 20 学分', unit: 'credits', value: '20',
      filter: { levels: ['nation', 'city', 'district'], modes: ['face-to-face'] },
      from: ON, to: null, source: CITY_NOTICE(), mark: 'city',
      question: '混合研修（面授加网络）和跟岗算不算“集中研修”？暂只计集中面授。',
    },
  ],
  questions: [
    { id: 'caps', title: '学时上限', question: '校本、自主、同一项目最多计多少学时？自主研修的原上限 2019 年已取消，由区决定；现在不设上限。', source: CITY_NOTICE() },
    { id: 'conversion', title: '学时折算', question: '授课、课题、论文、学历进修等按什么折算成学时？现在不折算，按证明上写的记。', source: NO_DOCUMENT() },
    { id: 'attendance', title: '出勤要求', question: '缺勤多少就不计学时？现在不设要求。', source: NO_DOCUMENT() },
    { id: 'holiday-study', title: '寒暑假研修', question: '国家平台寒暑假研修的学时，计多少、算哪一级？', source: NO_DOCUMENT() },
    { id: 'hour-length', title: '学时长度', question: '1 学时是多少分钟？通知写了学时的按通知记。', source: NO_DOCUMENT() },
    { id: 'year-minimum', title: '年度最低学时', question: '每年有没有最低学时？现在只看五年周期。', source: NO_DOCUMENT() },
    { id: 'who-signs', title: '签字盖章', question: '个人学时登记表由谁签字、盖什么章？', source: NO_DOCUMENT() },
  ],
  settings: {
    cycles: {
      value: [{ id: '2021–2025', first: '2021-01-01', last: '2025-12-31' }, { id: '2026–2030', first: '2026-01-01', last: '2030-12-31' }],
      from: ON, to: null, source: OURS(), mark: 'assumed',
      question: '五年周期从哪天到哪天？各区规划写的是 2021—2025 年，没有写起止日；暂按自然年，下一周期暂按 2026—2030 年。',
      options: [
        [{ id: '2021–2025', first: '2021-01-01', last: '2025-12-31' }, { id: '2026–2030', first: '2026-01-01', last: '2030-12-31' }],
        [{ id: '2021–2026', first: '2021-07-01', last: '2026-06-30' }, { id: '2026–2031', first: '2026-07-01', last: '2031-06-30' }],
      ],
    },
    yearStart: {
      value: null, standIn: '01-01', options: ['01-01', '07-01', '09-01'], from: ON, to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed',
      question: '年度从哪天算起：1月1日、7月1日还是9月1日？按年查看暂用自然年。',
    },
    hoursPerCredit: {
      value: null, options: [{ num: 3, den: 1 }], from: ON, to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed',
      question: '学时和学分怎么换算？360 学时对 120 学分只是算出来是 3 比 1，没有文件写明；现在各记各的，不换算。',
    },
  },
  words: { district: '区', trainingBody: '区教师进修学院' },
}
