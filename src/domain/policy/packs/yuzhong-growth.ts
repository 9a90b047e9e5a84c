// 渝中区's studios, programmes and what of appraisal its plan names. 群鹰 is 群雁 in the newspaper: one programme. Data only.

import type { Pack } from '../policy.ts'
import { appraisal, programme, studioKind } from './growth-items.ts'
import { YUZHONG_PLAN as plan } from './sources.ts'

const THREE = plan('深入实施“三名工程”，加大“名校长工作室”“名师工作室”“名班主任工作室”建设力度')
const WORKSHOP = plan('鼓励开设校级“名优教师工作坊”')
const TEN = plan(
  '实施“十百千”计划，集中优势资源培养十名在全国有影响力的“渝派名师”，百名在全市各学科领域拔尖的名优教师，千名覆盖各个学科的骨干教师，构建教育人才队伍梯队',
)
const EAGLES = plan(
  '实施“群鹰、奋飞、领航”校园长培训计划，5年派出30名左右校园长到全国知名中小学驻校研修、参加国外及港澳教育基地和国内著名高校的学习培训',
)
const ALIAS = '规划写“群鹰”，2024 年报道写“群雁”，暂按同一项。'

export const yuzhongGrowth = {
  studioKinds: [
    studioKind('yz-principal', '名校长工作室', THREE),
    studioKind('yz-master', '名师工作室', THREE),
    studioKind('yz-head-teacher', '名班主任工作室', THREE),
    studioKind('yz-workshop', '名优教师工作坊', WORKSHOP, { at: 'school', levels: ['school'] }),
  ],
  programmes: [
    programme('yz-ten', '十百千·渝派名师', TEN, { wants: '十名' }),
    programme('yz-hundred', '十百千·名优教师', TEN, { wants: '百名' }),
    programme('yz-thousand', '十百千·骨干教师', TEN, { wants: '千名' }),
    programme('yz-eagles', '群鹰', EAGLES, { aliases: ['群雁'], for: 'school-leaders', question: ALIAS }),
    programme('yz-strive', '奋飞', EAGLES, { for: 'school-leaders' }),
    programme('yz-lead', '领航', EAGLES, { for: 'school-leaders' }),
    programme('yz-residence', '驻校研修', EAGLES, { for: 'school-leaders', wants: '30名左右' }),
    programme('yz-three', '三名工程', plan('实施名师名校长名班主任培育计划')),
    programme('yz-strong', '名师强教计划', plan('深入实施“名师强教”计划，争创国家教师教育创新示范区')),
    programme('yz-vocational', '职教名师', plan('培养一批职教名师')),
    programme('yz-upgrade', '学历提升计划', plan('继续实施教师学历提升计划')),
  ],
  appraisals: [
    appraisal('ethics-pledge', '师德承诺', 'school-year', plan('实施师德师风承诺制度'), {
      question: '师德承诺多久签一次？文件没有写；暂按每学年。',
    }),
    appraisal('pupil-review', '教师述评', 'term', plan('建立教师述评制度'), { question: '述评多久一次？渝中的文件没有写；暂按每学期。' }),
    appraisal('home-visit', '家访', 'term', plan('推动教师家访制度化、常态化'), {
      count: true,
      question: '家访按次登记，多久一次没有写；暂按每学期报次数。',
    }),
  ],
} satisfies NonNullable<Pack['parts']>
