// 义务教育优质均衡督导 as far as it is known here: the national text itself is not among the documents at hand, so every figure is to be
// checked by the district against the notice it is inspected by. Data only.

import type { SupervisionItem } from '../../supervision/items.ts'
import { OURS } from './sources.ts'

const HEARD = '国家督导评估文件的原文不在现有材料里，这个数是间接得知的，请区里对照迎检通知核对后确认。'
const item = (
  id: string,
  figure: SupervisionItem['figure'],
  title: string,
  atLeast: string | null,
  given: Partial<SupervisionItem> = {},
): SupervisionItem => ({ id, figure, title, atLeast, atMost: null, stages: [], source: OURS(), mark: 'assumed', question: HEARD, ...given })

export const nationalSupervision: SupervisionItem[] = [
  item('sup-hours', 'hours', '教师 5 年 360 学时培训完成率', '1', {
    question: `${HEARD}近 5 年是从督导那天往回数五年，还是按周期？暂往回数五年。`,
  }),
  item('sup-rotation', 'rotation-eligible', '每年交流轮岗教师占符合交流条件教师', '0.1'),
  item('sup-rotation-backbone', 'rotation-backbone', '骨干教师占交流轮岗教师', '0.2'),
  item('sup-certified', 'certified', '专任教师持有教师资格证上岗率', '1'),
  item('sup-backbone', 'backbone-per-hundred', '每百名学生拥有县级以上骨干教师（每所学校）', '1'),
  item('sup-spread-primary', 'spread', '小学校际差异系数（每百名学生骨干教师）', null, { atMost: '0.5', stages: ['primary'] }),
  item('sup-spread-junior', 'spread', '初中校际差异系数（每百名学生骨干教师）', null, { atMost: '0.45', stages: ['junior'] }),
  item('sup-funds', 'funds', '教师培训经费占公用经费', '0.05', { question: `${HEARD}经费不在本系统里，由学校财务提供。` }),
]
