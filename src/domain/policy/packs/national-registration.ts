// 教师资格定期注册 as reported second-hand (the text itself is not among the documents held): every value is ours to be confirmed.

import type { Pack } from '../policy.ts'
import { OURS, REGISTRATION_RULES as rules } from './sources.ts'

const ON = '2013-08-15'

export const nationalRegistration: NonNullable<Pack['parts']> = {
  registration: [
    {
      id: 'five-years',
      is: 'rule',
      title: '教师资格每五年注册一次',
      from: ON,
      to: null,
      years: 5,
      hours: '360',
      needs: [
        { need: 'hours', title: '注册有效期内不少于 360 培训学时（或等量学分）' },
        { need: 'appraisal', title: '每年年度考核合格以上' },
        { need: 'ethics', title: '师德达标' },
        { need: 'health', title: '身心健康' },
      ],
      putOff: ['培训学时没有完成', '中止教育教学一学期以上（经批准的进修、病假、产假等除外）', '有一年年度考核不合格'],
      source: rules(),
      mark: 'assumed',
      question: '定期注册要什么，原文不在现有材料里，是间接得知的，请区核对。',
    },
  ],
}

export const nationalRegistrationSettings = {
  registrationNotice: {
    value: 12,
    from: ON,
    to: null,
    source: OURS(),
    mark: 'assumed',
    question: '到期前几个月列入“快到期”？暂按 12 个月。',
  },
} as const satisfies Pack['settings']
