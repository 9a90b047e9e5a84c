// 大渡口区: 区管校聘, 编制周转池, fixed terms, rotation within the district without a number; 跟岗 of new teachers. Data only.

import type { Pack } from '../policy.ts'
import { DADUKOU_PLAN as plan } from './sources.ts'

const WHOLE = plan(
  '全面推行义务教育学校教师“区管校聘”管理改革，完善编制周转池制度，深入实施区域内校长、教师交流轮岗，实行教师聘期制管理，从根本上解决结构性缺编问题',
)

export const dadukouRotation: NonNullable<Pack['parts']> = {
  rotation: [
    {
      id: 'within-district',
      is: 'kind',
      name: '区域内校长、教师交流轮岗',
      post: 'rotation',
      relation: 'either',
      counts: 'yes',
      mark: 'stated',
      source: WHOLE,
    },
    {
      id: 'placement',
      is: 'kind',
      name: '新教师跟岗',
      post: 'placement',
      relation: 'stays',
      counts: 'open',
      mark: 'stated',
      source: plan('5-8所新教师跟岗实践基地学校'),
      question: '新教师跟岗算不算“交流轮岗”？文件没有写。',
    },
    { id: 'district-appoints', is: 'appointment', name: '区管校聘', quota: 'school', mark: 'stated', source: WHOLE },
    { id: 'quota-pool', is: 'appointment', name: '编制周转池', quota: 'pool', mark: 'stated', source: WHOLE },
  ],
}
