// 沙坪坝区's studios and programmes. Rural and weak schools come first in training 骨干, as the plan says. Data only.

import type { Pack } from '../policy.ts'
import { programme, studioKind } from './growth-items.ts'
import { SHAPINGBA_PLAN as plan } from './sources.ts'

const BASE = plan('深化“导师制”“名师班”“名师工作室”和“教学专家工作室”等系列专项培训')
const RURAL = plan('实施乡土教育家培养工程，针对边远薄弱学校，在评优、评先、骨干教师培训等方面加大支持力度')
const WEAK = '哪些是“边远薄弱学校”？文件没有列；办项目时由区里逐校选，先列出所在地为农村的学校。'

export const shapingbaGrowth = {
  studioKinds: [
    studioKind('spb-head-teacher', '优秀班主任工作室', plan('建立市、区级优秀班主任工作室 20 个'), { levels: ['city', 'district'] }),
    studioKind('spb-master', '名师工作室', BASE),
    studioKind('spb-expert', '教学专家工作室', BASE),
  ],
  programmes: [
    programme('spb-backbone', '骨干教师培训', RURAL, { ruralFirst: true, question: WEAK }),
    programme('spb-rural', '乡土教育家培养工程', RURAL, { ruralFirst: true, question: WEAK }),
    programme('spb-incubator', '沙磁教育家孵化培养', plan('建立沙磁教育家孵化培养制度')),
    programme('spb-tutor', '导师制', BASE, { by: 'school' }),
    programme('spb-class', '名师班', BASE),
    programme('spb-vocational', '职业教育名师和导师培养项目', plan('实施职业教育名师和导师培养项目')),
  ],
} satisfies NonNullable<Pack['parts']>
