// 渝中区's figures on teachers: starting values of 2020 and targets for 2025, each in the plan's words. 骨干, 名优 and 骨干名优 are three
// populations; 双师型 stands twice with two denominators; 十百千 counts people in a programme, not titles. Data only.

import type { Indicator, Whom } from '../../targets/indicator.ts'
import { between, everyone, fuzzy, indicator, inPopulation, least, notKept, over, PLAN_START } from './indicator-items.ts'
import { YUZHONG_PLAN as plan } from './sources.ts'

const DEGREES = plan('基础教育教师受高等教育比例达到99.8%，研究生及以上比例达到9%')
const VOCATIONAL_START = plan('职业学校“双师型”教师占比超过50%')
const TALENTS = plan(
  '全区有“享受政府特殊津贴人员”、市“未来教育家”培养对象等高层次教育人才240人次，市区级骨干教师1104人，市区级名优教师约占在职教师总数的21%',
)
const HALF = plan('市区级骨干名优教师达到在职教师总数的50%，普通高中研究生层次教师所占比例达25%')
const TEN = plan(
  '实施“十百千”计划，集中优势资源培养十名在全国有影响力的“渝派名师”，百名在全市各学科领域拔尖的名优教师，千名覆盖各个学科的骨干教师',
)
const EAGLES = plan('实施“群鹰、奋飞、领航”校园长培训计划，5年派出30名左右校园长到全国知名中小学驻校研修')
const DOUBLE_ALL = plan('中等职业学校“双师型”教师占比超过85%')
const DOUBLE_SUBJECT = plan('力争“双师型”教师在专业教师的占比达到70%')

const TEAMS = plan('建设1-2个教师教学创新团队')
const RESEARCH_BASES = plan('打造市级课程创新基地和校本教研基地3-5个')

const BASIC = { stages: ['kindergarten', 'primary', 'junior', 'senior', 'special'] } satisfies Whom
const SENIOR = { stages: ['senior'] } satisfies Whom
const VOCATIONAL = { stages: ['vocational'] } satisfies Whom
const IN_POST = '“在职教师总数”含不含职员、工勤和编外人员？文件没有写；暂按全区在册人员。'

export const yuzhongIndicators: Indicator[] = [
  indicator(
    'yz-backbone-distinguished',
    'tiers',
    'share',
    '市区级骨干名优教师占在职教师',
    HALF,
    inPopulation('yz-backbone-distinguished'),
    {
      denominator: everyone(),
      target: least('0.5', '达到在职教师总数的50%'),
      beside: ['yz-distinguished', 'yz-backbone'],
      question: IN_POST,
    },
  ),
  indicator('yz-distinguished', 'tiers', 'share', '市区级名优教师占在职教师', TALENTS, inPopulation('yz-distinguished'), {
    denominator: everyone(),
    start: { value: '0.21', words: '约占在职教师总数的21%', on: PLAN_START },
    beside: ['yz-backbone-distinguished', 'yz-backbone'],
    question: IN_POST,
  }),
  indicator('yz-backbone', 'tiers', 'people', '市区级骨干教师', TALENTS, inPopulation('yz-backbone'), {
    start: { value: '1104', words: '市区级骨干教师1104人', on: PLAN_START },
    beside: ['yz-backbone-distinguished', 'yz-distinguished', 'yz-thousand'],
  }),
  indicator(
    'yz-high-level',
    'tiers',
    'times',
    '高层次教育人才',
    TALENTS,
    notKept('文件数的是人次，只举了享受政府特殊津贴人员和“未来教育家”培养对象两种，还含哪些没有写；这两种看“梯队”页。'),
    { start: { value: '240', words: '240人次', on: PLAN_START } },
  ),
  indicator(
    'yz-ten',
    'tiers',
    'people',
    '十百千：渝派名师',
    TEN,
    { of: 'programme', programme: 'yz-ten' },
    { target: least('10', '十名在全国有影响力的“渝派名师”') },
  ),
  indicator(
    'yz-hundred',
    'tiers',
    'people',
    '十百千：名优教师',
    TEN,
    { of: 'programme', programme: 'yz-hundred' },
    { target: least('100', '百名在全市各学科领域拔尖的名优教师') },
  ),
  indicator(
    'yz-thousand',
    'tiers',
    'people',
    '十百千：骨干教师',
    TEN,
    { of: 'programme', programme: 'yz-thousand' },
    {
      target: least('1000', '千名覆盖各个学科的骨干教师'),
      beside: ['yz-backbone'],
      question: '“千名骨干教师”数的是列入“十百千”的人，还是持有称号的人？2020 年称号已有 1104 人；暂按列入计划的人。',
    },
  ),
  indicator(
    'yz-eagles',
    'leaders',
    'people',
    '校园长驻校研修',
    EAGLES,
    { of: 'programme', programme: 'yz-residence' },
    { target: fuzzy('30名左右', null) },
  ),
  indicator(
    'yz-higher-education',
    'qualification',
    'share',
    '基础教育教师受高等教育',
    DEGREES,
    { of: 'qualified', who: BASIC, qualifications: ['education:college', 'education:bachelor', 'education:master', 'education:doctor'] },
    {
      denominator: everyone(BASIC),
      start: { value: '0.998', words: '达到99.8%', on: PLAN_START },
    },
  ),
  indicator(
    'yz-postgraduate',
    'qualification',
    'share',
    '基础教育教师研究生及以上',
    DEGREES,
    { of: 'qualified', who: BASIC, qualifications: ['education:master', 'education:doctor'] },
    {
      denominator: everyone(BASIC),
      start: { value: '0.09', words: '研究生及以上比例达到9%', on: PLAN_START },
      beside: ['yz-postgraduate-senior'],
    },
  ),
  indicator(
    'yz-postgraduate-senior',
    'qualification',
    'share',
    '普通高中研究生层次教师',
    HALF,
    { of: 'qualified', who: SENIOR, qualifications: ['education:master', 'education:doctor'] },
    {
      denominator: everyone(SENIOR),
      target: least('0.25', '普通高中研究生层次教师所占比例达25%'),
      beside: ['yz-postgraduate'],
    },
  ),
  indicator(
    'yz-double-start',
    'qualification',
    'share',
    '职业学校“双师型”教师',
    VOCATIONAL_START,
    { of: 'qualified', who: VOCATIONAL, qualifications: ['double'] },
    {
      denominator: everyone(VOCATIONAL),
      start: { value: '0.5', words: '占比超过50%', on: PLAN_START },
      beside: ['yz-double-all', 'yz-double-subject'],
    },
  ),
  indicator(
    'yz-double-all',
    'qualification',
    'share',
    '“双师型”占中等职业学校教师',
    DOUBLE_ALL,
    { of: 'qualified', who: VOCATIONAL, qualifications: ['double'] },
    {
      denominator: everyone(VOCATIONAL),
      target: over('0.85', '占比超过85%'),
      beside: ['yz-double-subject', 'yz-double-start'],
      question:
        '同一份规划里“双师型”有 85% 和 70% 两个数，分母不同：一个没有写分母（暂按中职全体教师），一个写“专业教师”。两个都列出，不合并。',
    },
  ),
  indicator(
    'yz-double-subject',
    'qualification',
    'share',
    '“双师型”占专业教师',
    DOUBLE_SUBJECT,
    { of: 'qualified', who: VOCATIONAL, qualifications: ['double'] },
    {
      denominator: { of: 'qualified', who: VOCATIONAL, qualifications: ['specialist'] },
      target: least('0.7', '在专业教师的占比达到70%'),
      beside: ['yz-double-all', 'yz-double-start'],
    },
  ),
  indicator(
    'yz-teaching-teams',
    'platform',
    'count',
    '教师教学创新团队',
    TEAMS,
    notKept('职业学校的教学创新团队由区里的项目管理保管，本系统不登记。'),
    { target: between('1', '2', '1-2个') },
  ),
  indicator(
    'yz-research-bases',
    'platform',
    'count',
    '市级课程创新基地和校本教研基地',
    RESEARCH_BASES,
    notKept('本系统不登记哪所学校被授予基地；名单由区里保管。'),
    { target: between('3', '5', '3-5个') },
  ),
]
