// 大渡口区's studios, programmes and what of appraisal its plan names. Data only.

import type { Pack } from '../policy.ts'
import { appraisal, programme, studioKind } from './growth-items.ts'
import { DADUKOU_PLAN as plan } from './sources.ts'

const HEADS = plan('建设20个中小学名班主任工作室、10个中小学思政课教师工作室')
const MASTERS = plan('建设5个名校长、20个名师工作室')
const FOUR = plan('重点实施“青蓝工程”“三名工程”“未来教育家工程”“特色师资培育工程”')
const TEAM = plan('组建100-200人区级教师培训指导团队，组织开展200人双城古道教师协同培训，建设100门区级优秀精品教师培训课程')
const HOME = plan('将教师家校联系情况计入工作量并纳入教师考核内容')

export const dadukouGrowth = {
  studioKinds: [
    studioKind('dk-principal', '名校长工作室', MASTERS),
    studioKind('dk-master', '名师工作室', MASTERS),
    studioKind('dk-head-teacher', '名班主任工作室', HEADS),
    studioKind('dk-politics-teacher', '思政课教师工作室', HEADS),
    studioKind('dk-ideology', '思想政治教育工作室', plan('建设10个中小学思想政治教育工作室'), {
      question: '“思政课教师工作室”和“思想政治教育工作室”是不是同一批？文件分两处写；暂分开。',
    }),
    studioKind('dk-art', '学校艺术教育名师工作室', plan('培育5个学校艺术教育名师工作室'), { at: 'either' }),
    studioKind('dk-guidance', '学生发展指导教师工作室', plan('建设10个学生发展指导教师工作室'), { at: 'either' }),
    studioKind('dk-moral', '德育教研工作坊', plan('建设3-5个中小幼一体化德育教研工作坊')),
  ],
  programmes: [
    programme('dk-green-blue', '青蓝工程', FOUR, {
      by: 'school',
      for: 'new-teachers',
      question: '青蓝工程由学校办，还是区里办？文件没有写；暂都可以。',
    }),
    programme('dk-three', '三名工程', plan('“三名”工程、“青蓝工程”扎实推进，校长教师交流轮岗有序开展')),
    programme('dk-future', '未来教育家工程', FOUR),
    programme('dk-special', '特色师资培育工程', FOUR),
    programme('dk-guide-team', '区级教师培训指导团队', TEAM, {
      aliases: ['教师研训指导团队', '研训指导团队', '培训指导团队'],
      wants: '100-200人',
    }),
    programme('dk-visit', '教师研训团队访学研修', plan('组织开展50人教师研训团队访学研修培训'), { wants: '50人' }),
    programme('dk-twin-cities', '双城古道教师协同培训', TEAM, { wants: '200人' }),
  ],
  appraisals: [
    appraisal('professional-test', '教师专业知识和专业能力考核', 'year', plan('开展每年一次教师专业知识和专业能力考核'), {
      question: '按公历年还是学年？文件只写“每年一次”；暂按公历年。',
    }),
    appraisal('pupil-review', '学生学业述评', 'term', plan('将任课教师每学期对学生学业述评纳入教师年度考核内容')),
    appraisal('home-visit', '家校联系（家访）', 'term', HOME, { count: true, question: '家访怎样折成工作量？文件没有写；暂只记次数。' }),
  ],
} satisfies NonNullable<Pack['parts']>
