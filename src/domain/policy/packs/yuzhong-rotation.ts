// 渝中区: 走教 within education groups, 区管校聘; rotation without a number. Data only.

import type { Pack } from '../policy.ts'
import { YUZHONG_PLAN as plan } from './sources.ts'

export const yuzhongRotation: NonNullable<Pack['parts']> = {
  rotation: [
    {
      id: 'group-visiting',
      is: 'kind',
      name: '集团内走教',
      post: 'visiting',
      relation: 'stays',
      counts: 'open',
      mark: 'stated',
      source: plan(
        '创新人才流动机制，加大对集团内教师流动的扶持力度，提倡教师“走教”，逐步将“学校人”转变为“集团人”，实现人才的联合培养和贯通培养',
      ),
      question: '集团内走教算不算“交流轮岗”？文件没有写。',
    },
    {
      id: 'leader-rotation',
      is: 'kind',
      name: '校长教师交流轮岗',
      post: 'rotation',
      relation: 'either',
      counts: 'yes',
      mark: 'stated',
      source: plan('全面推行义务教育阶段教师“区管校聘”管理改革，切实优化教师资源配置，进一步加大校长教师交流轮岗力度'),
    },
    {
      id: 'district-appoints',
      is: 'appointment',
      name: '区管校聘',
      quota: 'school',
      mark: 'stated',
      source: plan('全面推行义务教育阶段教师“区管校聘”管理改革'),
    },
  ],
}
