// 沙坪坝区: rotation between town and country without a number; 多校联聘 and 一校多点 are about school leaders. Data only.

import type { Pack } from '../policy.ts'
import { SHAPINGBA_PLAN as plan } from './sources.ts'

const LEADERS = plan('探索构建以“多校联聘”“一校多点”“校长联盟”等方式的弱校新校干部成长机制')
const COUNTS = '这是干部成长的方式，算不算教师“交流轮岗”？文件没有写。'

export const shapingbaRotation: NonNullable<Pack['parts']> = {
  rotation: [
    {
      id: 'town-country',
      is: 'kind',
      name: '城乡教师交流轮岗',
      post: 'rotation',
      relation: 'either',
      counts: 'yes',
      mark: 'stated',
      source: plan('强化义务教育学校教师动态核编，严格落实城乡教师交流轮岗制度'),
    },
    {
      id: 'joint-appointment',
      is: 'kind',
      name: '多校联聘',
      post: 'visiting',
      relation: 'stays',
      counts: 'open',
      mark: 'stated',
      source: LEADERS,
      question: COUNTS,
    },
    {
      id: 'one-school-many-places',
      is: 'kind',
      name: '一校多点',
      post: 'visiting',
      relation: 'stays',
      counts: 'open',
      mark: 'stated',
      source: LEADERS,
      question: COUNTS,
    },
    {
      id: 'district-appoints',
      is: 'appointment',
      name: '区管校聘',
      quota: 'school',
      mark: 'stated',
      source: plan('推行教师“区管校聘”改革，建立结构优化、人岗匹配，分类考核、合理流动的教师队伍管理机制'),
    },
  ],
}
