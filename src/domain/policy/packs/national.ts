// The national layer: codes and rounding of the national register, and what every district must be asked.
// Data only. Nothing here is law unless its mark says `national`; the 360 hours come from city and districts.

import type { Pack } from '../policy.ts'
import { nationalReviewSettings } from './national-year-review.ts'
import { NATIONAL_REGISTER, NO_DOCUMENT, OURS } from './sources.ts'
import { nationalHistorySettings } from './national-history.ts'
import { nationalAboutSettings } from './national-about.ts'
import { nationalRegister } from './national-register.ts'
import { nationalSupervision } from './national-supervision.ts'
import { nationalGrowth, nationalGrowthSettings } from './national-growth.ts'
import { nationalTiers, nationalTierSettings } from './national-tiers.ts'
import { nationalRotation, nationalRotationSettings } from './national-rotation.ts'
import { nationalRegistration, nationalRegistrationSettings } from './national-registration.ts'
import { nationalRetirementSettings } from './national-retirement.ts'

const ON = '2021-01-01'
const ROUTE = '由谁审核、由谁发放，文件没有写；暂按学校初审、区认定，校本与自主由学校认定。'

export const national: Pack = {
  id: 'national',
  version: '2026-11-22',
  scope: { kind: 'national', code: '00', name: '国家' },
  parent: null,
  published: '2026-11-21',
  planEnds: null,
  levels: [
    {
      level: 'nation',
      name: '国培',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: '10',
      source: NATIONAL_REGISTER(),
      mark: 'national',
      routeMark: 'assumed',
      exportMark: 'national',
      question: ROUTE,
    },
    {
      level: 'city',
      name: '省培',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: '20',
      source: NATIONAL_REGISTER(),
      mark: 'national',
      routeMark: 'assumed',
      exportMark: 'national',
      question: ROUTE,
    },
    {
      level: 'district',
      name: '区县培训',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: '40',
      source: NATIONAL_REGISTER(),
      mark: 'national',
      routeMark: 'assumed',
      exportMark: 'national',
      question: ROUTE,
    },
    {
      level: 'school',
      name: '校本研修',
      decides: ['school'],
      grantedBy: ['school', 'district'],
      exportCode: '60',
      source: NATIONAL_REGISTER(),
      mark: 'national',
      routeMark: 'assumed',
      exportMark: 'national',
      question: ROUTE,
    },
  ],
  rules: [
    {
      id: 'export-rounding',
      type: 'export-rounding',
      title: '上报全国系统取整',
      unit: 'whole-hours',
      direction: 'down',
      from: ON,
      to: null,
      source: OURS(),
      mark: 'assumed',
      question: '全国系统只收整数学时。有小数的暂按去尾上报，并列出去掉了多少；请区确认去尾还是四舍五入。',
    },
  ],
  questions: [],
  parts: {
    supervision: nationalSupervision,
    ...nationalRegister,
    ...nationalTiers,
    ...nationalGrowth,
    ...nationalRotation,
    ...nationalRegistration,
  },
  settings: {
    ...nationalRetirementSettings,
    ...nationalRegistrationSettings,
    ...nationalRotationSettings,
    ...nationalHistorySettings,
    ...nationalTierSettings,
    ...nationalGrowthSettings,
    ...nationalAboutSettings,
    ...nationalReviewSettings,
    dayHours: {
      value: '8',
      from: ON,
      to: null,
      source: OURS(),
      mark: 'assumed',
      question: '一天最多记多少学时？暂按 8，超过只提醒，不拒绝。',
    },
    concernAfterShare: {
      value: '0.1',
      from: ON,
      to: null,
      source: OURS(),
      mark: 'assumed',
      question: '周期过去多少以后才提示“需关注”？暂按十分之一（约半年）。',
    },
    concernRate: {
      value: '80',
      from: ON,
      to: null,
      source: OURS(),
      mark: 'assumed',
      question: '以后每年还需超过多少学时算“需关注”？暂按 80。',
    },
    historyBefore: {
      value: '2026-01-01',
      from: ON,
      to: null,
      source: OURS(),
      mark: 'assumed',
      question: '从哪天起的学时在本系统逐条登记？此前的须先确认，否则为“待核实”。',
    },
    countedEmployments: {
      value: ['permanent', 'contract', 'substitute', 'dispatched', 'private', 'unknown'],
      from: ON,
      to: null,
      source: OURS(),
      mark: 'assumed',
      question: '哪些用人形式应计？暂不计返聘和实习；没有写明的先按应计。',
    },
    countedCategories: {
      value: ['full-time', 'unknown'],
      from: ON,
      to: null,
      source: OURS(),
      mark: 'assumed',
      question: '哪些教职工类别应计？暂计专任教师，职员、工勤、保育不计；没有写明的先按应计。',
    },
    pauseExtends: {
      value: null,
      from: ON,
      to: null,
      source: NO_DOCUMENT(),
      mark: 'to-be-confirmed',
      question: '产假、病假等暂停是否顺延周期？两种结果都显示。',
      options: ['extends', 'does-not'],
    },
    partCycle: {
      value: null,
      from: ON,
      to: null,
      source: NO_DOCUMENT(),
      mark: 'to-be-confirmed',
      question: '周期中途参加工作的教师，按整个周期要求，还是按在岗时间折算？两种结果都显示。',
      options: ['whole', 'by-time'],
    },
    inviteHours: { value: 72, from: ON, to: null, source: OURS(), mark: 'assumed', question: '领用条多少小时内有效？暂按 72。' },
  },
  words: {
    principal: '校长',
    kindergartenPrincipal: '园长',
    schoolBased: '校本研修',
    kindergartenBased: '园本研修',
    wholeSchool: '全校',
    wholeKindergarten: '全园',
  },
}
