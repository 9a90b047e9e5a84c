// 大渡口区 on certificates and registration. Data only.

import type { Pack } from '../policy.ts'
import { DADUKOU_PLAN as plan } from './sources.ts'

export const dadukouRegistration: NonNullable<Pack['parts']> = {
  registration: [
    { id: 'entry', is: 'duty', title: '教师资格准入与定期注册', mark: 'stated', source: plan('落实教师资格准入与定期注册制度') },
    { id: 'double', is: 'duty', title: '“双师型”教师提升计划', mark: 'stated', source: plan('实施职业院校“双师型”教师提升计划') },
  ],
}
