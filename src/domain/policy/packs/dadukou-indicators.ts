// 大渡口区's figures on teachers for 2025, each in the plan's words. 5名左右, 10余名, 数十名 and 数百名 stay words. Data only.

import type { Indicator, Measure, Whom } from '../../targets/indicator.ts'
import { between, everyone, fuzzy, indicator, inPopulation, inTitles, least, notKept, over, PLAN_START } from './indicator-items.ts'
import { DADUKOU_PLAN as plan } from './sources.ts'

const CERTIFIED = plan('全面落实幼儿园教师持证上岗制度，全面消除无证上岗现象，幼儿教师持证率达到100%')
const LEADING = plan('培养特级教师及市、区级名师、学科带头人等引领型教师人才735人')
const FUTURE = plan('3名教师获得重庆市“未来教育家培养对象”提名')
const STUDIOS = plan('建设20个中小学名班主任工作室、10个中小学思政课教师工作室')
const FUZZY = plan('培养5名左右的教育家型教师、10余名学科带头人、数十名学科名师、数百名各级骨干教师')
const MASTERS = plan('建设5个名校长、20个名师工作室')
const DOUBLE = plan('实现职业学校专业教师中“双师型”教师占比超过50%')
const PROJECTS = plan('联合申报2-3项“国培计划”示范性综合改革等高端教师培训项目')
const VISIT = plan('组织开展50人教师研训团队访学研修培训')
const TEAM = plan('组建100-200人区级教师培训指导团队，组织开展200人双城古道教师协同培训，建设100门区级优秀精品教师培训课程')
const TEAM_RATIO = plan('按照教师数30:1比例组建区级教师研训指导团队')
const BASES = plan('建设5所区级中小学教师发展基地学校、20所左右教师发展示范学校、5所教师研修基地学校、5-8所新教师跟岗实践基地学校')
const ART = plan('培育5个学校艺术教育名师工作室')
const ART_BACKBONE = plan('培育一批市、区级艺术教育骨干教师')
const POLITICS = plan('建设10个中小学思想政治教育工作室')
const GUIDANCE = plan('建设10个学生发展指导教师工作室')
const RECRUITED = plan('新招聘教师658人')
const BASES_POLITICS = plan('建成3个思政课教师研修基地')
const MORAL = plan('建设3-5个中小幼一体化德育教研工作坊')
const PRINCIPALS = plan('组织各级各类教师培训项目210余项，培训干部教师16660余人次，中小学校校长持证上岗率达到100%')

const KINDERGARTEN = { stages: ['kindergarten'] } satisfies Whom
const VOCATIONAL = { stages: ['vocational'] } satisfies Whom
const studios = (kind: string): Measure => ({ of: 'studios', kinds: [kind] })
const SCHOOLS = '本系统不登记哪所学校被授予基地校、示范校；名单由区里保管。'
const SAME_TEAM = '“研训指导团队”和“培训指导团队”是不是同一支队伍？文件两种写法都有；暂按同一支。'

export const dadukouIndicators: Indicator[] = [
  indicator('dk-educators', 'tiers', 'people', '教育家型教师', FUZZY, inTitles(['dk-educator']), { target: fuzzy('5名左右') }),
  indicator('dk-leaders', 'tiers', 'people', '学科带头人', FUZZY, inTitles(['dk-subject-leader']), { target: fuzzy('10余名', '10') }),
  indicator('dk-subject-masters', 'tiers', 'people', '学科名师', FUZZY, inTitles(['dk-subject-master']), { target: fuzzy('数十名') }),
  indicator('dk-backbone', 'tiers', 'people', '各级骨干教师', FUZZY, inPopulation('dk-backbone'), { target: fuzzy('数百名') }),
  indicator(
    'dk-art-backbone',
    'tiers',
    'people',
    '市、区级艺术教育骨干教师',
    ART_BACKBONE,
    notKept('骨干称号没有单列“艺术教育”；按学科看请到“梯队”页。'),
    { target: fuzzy('一批') },
  ),
  indicator('dk-leading', 'tiers', 'people', '引领型教师人才', LEADING, inPopulation('dk-leading'), {
    start: { value: '735', words: '735人', on: PLAN_START },
  }),
  indicator('dk-future', 'tiers', 'people', '未来教育家培养对象', FUTURE, inTitles(['dk-future'], 'candidate'), {
    start: { value: '3', words: '3名教师获得提名', on: PLAN_START },
    question: '文件写的是“提名”；获得提名和成为培养对象是否同一件事？暂按登记的培养对象计。',
  }),
  indicator('dk-studio-heads', 'studios', 'count', '中小学名班主任工作室', STUDIOS, studios('dk-head-teacher'), {
    target: least('20', '20个'),
  }),
  indicator('dk-studio-politics', 'studios', 'count', '中小学思政课教师工作室', STUDIOS, studios('dk-politics-teacher'), {
    target: least('10', '10个'),
    beside: ['dk-studio-ideology'],
  }),
  indicator('dk-studio-ideology', 'studios', 'count', '中小学思想政治教育工作室', POLITICS, studios('dk-ideology'), {
    target: least('10', '10个'),
    beside: ['dk-studio-politics'],
    question: '“思政课教师工作室”和“思想政治教育工作室”是不是同一批？文件分两处写；暂分开计。',
  }),
  indicator('dk-studio-principals', 'studios', 'count', '名校长工作室', MASTERS, studios('dk-principal'), { target: least('5', '5个') }),
  indicator('dk-studio-masters', 'studios', 'count', '名师工作室', MASTERS, studios('dk-master'), { target: least('20', '20个') }),
  indicator('dk-studio-art', 'studios', 'count', '学校艺术教育名师工作室', ART, studios('dk-art'), { target: least('5', '5个') }),
  indicator('dk-studio-moral', 'studios', 'count', '中小幼一体化德育教研工作坊', MORAL, studios('dk-moral'), {
    target: between('3', '5', '3-5个'),
  }),
  indicator('dk-studio-guidance', 'studios', 'count', '学生发展指导教师工作室', GUIDANCE, studios('dk-guidance'), {
    target: least('10', '10个'),
  }),
  indicator(
    'dk-certified',
    'qualification',
    'share',
    '幼儿教师持证率',
    CERTIFIED,
    { of: 'certified', who: KINDERGARTEN },
    { denominator: everyone(KINDERGARTEN), target: least('1', '达到100%') },
  ),
  indicator(
    'dk-double',
    'qualification',
    'share',
    '“双师型”占职业学校专业教师',
    DOUBLE,
    { of: 'qualified', who: VOCATIONAL, qualifications: ['double'] },
    {
      denominator: { of: 'qualified', who: VOCATIONAL, qualifications: ['specialist'] },
      target: over('0.5', '占比超过50%'),
    },
  ),
  indicator(
    'dk-principals-certified',
    'leaders',
    'share',
    '中小学校校长持证上岗率',
    PRINCIPALS,
    notKept('校长任职资格培训的合格证没有单独登记；任职资格培训的学时看各位校长的“校长任职学时”。'),
    { start: { value: '1', words: '达到100%', on: PLAN_START } },
  ),
  indicator(
    'dk-projects',
    'training',
    'count',
    '各级各类教师培训项目',
    PRINCIPALS,
    notKept('“十三五”五年合计的项目，系统启用以前的没有登记。'),
    { start: { value: null, words: '210余项', on: PLAN_START } },
  ),
  indicator(
    'dk-trained',
    'training',
    'times',
    '培训干部教师',
    PRINCIPALS,
    notKept('“十三五”五年合计的人次，系统启用以前的没有登记；逐年参训人次看“学时缺口”和报表。'),
    { start: { value: null, words: '16660余人次', on: PLAN_START } },
  ),
  indicator(
    'dk-recruited',
    'platform',
    'people',
    '新招聘教师',
    RECRUITED,
    notKept('招聘人数由人事部门统计；这里只登记在册教师参加工作的日期。'),
    { start: { value: '658', words: '658人', on: PLAN_START } },
  ),
  indicator(
    'dk-team',
    'training',
    'people',
    '区级教师培训指导团队',
    TEAM,
    { of: 'programme', programme: 'dk-guide-team' },
    { target: between('100', '200', '100-200人'), beside: ['dk-team-ratio'], question: SAME_TEAM },
  ),
  indicator(
    'dk-team-ratio',
    'training',
    'share',
    '研训指导团队与教师数之比',
    TEAM_RATIO,
    { of: 'programme', programme: 'dk-guide-team' },
    {
      denominator: everyone(),
      target: { least: null, most: null, over: false, words: '教师数30:1', fuzzy: true },
      beside: ['dk-team'],
      question: SAME_TEAM,
    },
  ),
  indicator(
    'dk-visit',
    'training',
    'people',
    '教师研训团队访学研修',
    VISIT,
    { of: 'programme', programme: 'dk-visit' },
    { target: least('50', '50人') },
  ),
  indicator(
    'dk-twin',
    'training',
    'people',
    '双城古道教师协同培训',
    TEAM,
    { of: 'programme', programme: 'dk-twin-cities' },
    { target: least('200', '200人') },
  ),
  indicator(
    'dk-national-projects',
    'platform',
    'count',
    '“国培计划”高端教师培训项目',
    PROJECTS,
    notKept('申报的项目由区里的项目管理保管，这里只登记教师参加了什么。'),
    { target: between('2', '3', '2-3项') },
  ),
  indicator('dk-courses', 'platform', 'count', '区级优秀精品教师培训课程', TEAM, notKept('课程资源不在本系统里。'), {
    target: least('100', '100门'),
  }),
  indicator('dk-base-schools', 'platform', 'count', '教师发展基地学校', BASES, notKept(SCHOOLS), { target: least('5', '5所') }),
  indicator('dk-model-schools', 'platform', 'count', '教师发展示范学校', BASES, notKept(SCHOOLS), { target: fuzzy('20所左右') }),
  indicator('dk-study-schools', 'platform', 'count', '教师研修基地学校', BASES, notKept(SCHOOLS), { target: least('5', '5所') }),
  indicator('dk-politics-bases', 'platform', 'count', '思政课教师研修基地', BASES_POLITICS, notKept(SCHOOLS), {
    target: least('3', '3个'),
  }),
  indicator('dk-practice-schools', 'platform', 'count', '新教师跟岗实践基地学校', BASES, notKept(SCHOOLS), {
    target: between('5', '8', '5-8所'),
  }),
]
