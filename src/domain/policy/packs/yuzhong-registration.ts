// 渝中区 on certificates and registration. Data only.

import type { Pack } from '../policy.ts'
import { YUZHONG_PLAN as plan } from './sources.ts'

export const yuzhongRegistration: NonNullable<Pack['parts']> = {
  registration: [
    {
      id: 'exit',
      is: 'duty',
      title: '按定期注册建立转岗、退出机制',
      mark: 'stated',
      source: plan('按照教师资格定期注册制度改革要求，建立完善教师转岗、退出机制'),
    },
    {
      id: 'resource',
      is: 'duty',
      title: '专（兼）职资源教师持证上岗',
      mark: 'stated',
      source: plan('建立并实施普通中小学专（兼）职资源教师持证上岗制度'),
    },
    { id: 'education', is: 'duty', title: '教师学历提升计划', mark: 'stated', source: plan('继续实施教师学历提升计划') },
    {
      id: 'double',
      is: 'duty',
      title: '逐步提高“双师型”教师比例',
      mark: 'stated',
      source: plan('建立职业教育、行业企业联合培养“双师型”教师机制，系统性开展“双师型”教师专业技能培训，逐步提高“双师型”教师比例'),
    },
  ],
}
