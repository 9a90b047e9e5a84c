// 渝中区's 培训主题: what its document wants teachers to be trained in, in its own words. Data only.

import type { Theme } from '../theme.ts'
import { YUZHONG_PLAN as plan } from './sources.ts'
import { theme } from './theme-items.ts'

export const yuzhongThemes: Theme[] = [
  theme(
    'yuzhong-it',
    '信息技术应用能力提升工程2.0',
    plan('全面推进中小学教师信息技术应用能力提升工程2.0，推动信息技术与教师培训有机融合，实行线上线下混合式研修'),
  ),
  theme(
    'yuzhong-ai',
    '人工智能助推教师队伍建设',
    plan('实施教育部“人工智能助推教师队伍建设”试点，争创国家教师教育创新示范区，打造高素质专业化创新型教师队伍'),
  ),
  theme('yuzhong-science', '科学教育和创新人才培养', plan('将科学教育和创新人才培养作为教师培训的重要内容')),
  theme('yuzhong-ethics', '师德师风教育', plan('实施师德师风承诺制度，健全常态化师德师风教育与监督长效机制')),
  theme('yuzhong-labour', '劳动教育', plan('加强劳动教育骨干队伍建设')),
  theme(
    'yuzhong-double',
    '“双师型”教师专业技能',
    plan('建立职业教育、行业企业联合培养“双师型”教师机制，系统性开展“双师型”教师专业技能培训，逐步提高“双师型”教师比例'),
  ),
  theme('yuzhong-resource-room', '资源教师', plan('建立并实施普通中小学专（兼）职资源教师持证上岗制度')),
  theme(
    'yuzhong-exchange',
    '中外人文交流',
    plan('通过举办各类相关国际研讨会、论坛，建设中外人文交流特色学校，开展丰富多彩的留学生活动和小学校长、教师培训'),
  ),
  theme(
    'yuzhong-lessons',
    '一师一优课、一课一名师',
    plan('开展“一师一优课，一课一名师”等活动，引导广大教师积极参与建设适合智慧教学应用场景的数字教育资源'),
  ),
  theme(
    'yuzhong-subjects',
    '科学、数学等学科教师培训',
    plan('加大对科学、数学、物理、化学、生物学、通用技术、信息技术等学科教师的培训力度'),
  ),
  theme('yuzhong-ideology', '课程思政', plan('打造思政课建设优秀案例、学科育人示范课程，培育国家级课程思政先进典型')),
]
