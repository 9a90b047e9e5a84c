// Words of the pages about 持证, 定期注册, 学历 and 双师型. Days come in as 'YYYY-MM-DD', numbers as printed.

import type { CertificateKind } from '../../domain/registration/certificate.ts'
import type { QualificationCode } from '../../domain/registration/qualification.ts'
import type { Conclusion, RegistrationKind } from '../../domain/registration/registration.ts'
import type { NeedVerdict, RegistrationState } from '../../domain/registration/standing.ts'
import { daySpan, fullDay } from './common.ts'

export const registrationStates: Readonly<Record<RegistrationState, string>> = { 'in-force': '有效', due: '快到期', over: '已过期', 'put-off': '暂缓注册', never: '没有登记注册', 'no-certificate': '没有登记证书' }
export const certificateKinds: Readonly<Record<CertificateKind, string>> = {
  kindergarten: '幼儿园教师资格', primary: '小学教师资格', junior: '初级中学教师资格', senior: '高级中学教师资格', vocational: '中等职业学校教师资格', 'vocational-practice': '中职实习指导教师资格', special: '资源教师证', carer: '保育员证', other: '其他证书',
}
export const registrationKinds: Readonly<Record<RegistrationKind, string>> = { first: '首次注册', regular: '定期注册' }
export const conclusions: Readonly<Record<Conclusion, string>> = { passed: '合格', 'put-off': '暂缓', failed: '不合格' }
export const qualifications: Readonly<Record<QualificationCode, string>> = {
  'education:secondary': '中专', 'education:college': '专科', 'education:bachelor': '本科', 'education:master': '硕士研究生', 'education:doctor': '博士研究生', double: '“双师型”教师', specialist: '专业课教师',
}
export const needNames: Readonly<Record<NeedVerdict['need'], string>> = { hours: '培训学时', appraisal: '年度考核', ethics: '师德', health: '身心健康' }
/** The same in a list of many people. */
export const needMissingShort: Readonly<Record<NeedVerdict['missing'][number], string>> = { history: '历史学时未确认', 'not-recorded': '没登记', 'by-people': '学校查看', 'no-window': '没登记上次注册' }
export const needMissing: Readonly<Record<NeedVerdict['missing'][number], string>> = {
  history: '本系统以前的学时还没确认', 'not-recorded': '还没有登记', 'by-people': '由学校查看，系统不记', 'no-window': '还没有登记上一次注册，算不出是哪五年',
}

export const registrationPages = {
  own: '我的注册', title: '定期注册与持证', needIs: { met: '够了', unmet: '还差', undetermined: '待核实' },
  window: (from: string, until: string): string => `这五年：${daySpan(from, until)}`, until: (day: string): string => `有效到${fullDay(day)}`, since: (day: string): string => `${fullDay(day)}取得`, digits: (d: string): string => `尾号 ${d}`,
  registered: (kind: string, on: string, conclusion: string): string => `${kind} · ${fullDay(on)} · ${conclusion}`,
  card: { none: '还没有登记教师资格证', never: '有证，没有登记定期注册', until: (day: string): string => `注册有效到${fullDay(day)}`, lacks: (list: string): string => `下次注册还缺：${list}`, ready: '登记过的都够了' },
  mine: {
    registration: '定期注册', certificates: '证书', noCertificates: '还没有登记证书，请学校师训专干登记。', missing: '下次注册要什么', hours: (has: string, required: string): string => `这五年已计入 ${has}，要 ${required} 学时`, pending: (n: string): string => `待审 ${n}`, short: (n: string): string => `还差 ${n} 学时`,
    putOff: '以下情况会暂缓注册', qualifications: '学历和“双师型”', none: '还没有登记。', notCycle: '这五年是自己的注册周期，和培训周期不是一回事。', source: '出处', pauses: '这五年里的暂停', history: '以前的注册',
  },
  record: {
    title: '持证、注册、学历', certificate: '登记证书', registration: '登记注册', qualification: '登记学历、双师型', strike: '撤销', struck: '已撤销', strikeReason: '登记有误', save: '登记', done: (name: string): string => `已登记${name}的情况`, optional: '（可不填）', needKind: '请选一种。', needDays: '请写明从哪天到哪天。',
    kind: '哪种证书', subject: '任教学科', since: '取得日期', knowSince: '知道取得日期', withUntil: '写明了有效期', until: '有效到', digits: '证书号最后几位', digitsHint: '分得清两张证书时才填，不要填整个号',
    regKind: '哪种注册', conclusion: '结论', on: '注册日期', from: '有效期从哪天起', to: '有效到', code: '登记什么', detail: '说明', detailHint: '学校和专业，或“双师型”的等级，可不填；不要填证书号', own: '自己的由别的师训专干或区里登记。', years: (n: number): string => `按 ${n} 年填好了，可以改。`,
  },
  many: {
    title: '一起登记', what: '第一步：登记什么', kinds: { certificate: '证书', registration: '注册', qualification: '学历、双师型', appointment: '聘任' }, who: '第二步：哪些人', list: '名单', look: '核对名单', needNames: '请贴名单。',
    listHint: { certificate: '一行一位：姓名或教师编号。每人取得日期不同的，写在姓名后面，如“陶静 2015-06-30”。', registration: '一行一位：姓名或教师编号。注册日期不同的，写在姓名后面，如“陶静 2024-03-01”。', qualification: '一行一位：姓名或教师编号。每人取得日期不同的，写在姓名后面，如“陶静 2015-06-30”。', appointment: '一行一位：姓名或教师编号。聘期开始不同的，写在姓名后面，如“陶静 2026-09-01”。登记在各人人事关系所在学校的任职上。' },
    lacking: { certificate: (n: number): string => `没登记证书的 ${n} 人`, registration: (n: number): string => `到期和过期的 ${n} 人`, qualification: (n: number): string => `没登记的 ${n} 人`, appointment: (n: number): string => `全校 ${n} 人` },
    found: (n: number): string => `这 ${n} 人`, none: (line: string): string => `“${line}”没有对上，先不登记。`, several: (line: string): string => `“${line}”有同名的，请在后面写学校或编号。`, twice: (line: string): string => `“${line}”前面已有这位老师，只登记前一行。`, drop: '去掉', without: (name: string): string => `去掉${name}`, change: '换一份名单',
    save: (n: number): string => `登记 ${n} 人`, done: (n: number): string => `已登记 ${n} 人`, skipped: (name: string, why: string): string => `${name}：${why}`, away: (n: number): string => `有 ${n} 人的档案还没取到这台设备，连上网取到后才能登记。`, noPost: '那天在区里没有任职，没有登记。', needFrom: '请填聘期从哪天起。', notYou: '由师训专干登记。', open: '一起登记证书、注册、学历', openNote: '选好人或贴名单，一次登记完',
  },
  list: {
    due: (n: number, months: number): string => `${months} 个月内到期和已过期 ${n} 人`, never: (n: number): string => `有证没登记注册 ${n} 人`, uncertified: (n: number): string => `没登记教师资格证 ${n} 人`, teachers: (n: number): string => `专任教师 ${n} 人`, nobody: '没有人。', order: '按到期日排，早的在前。', lacks: '还缺', short: (n: string): string => `差 ${n} 学时`, notRecorded: '还没有一条证书登记，持证率先不算。',
    certified: '持证', certifiedOf: '专任教师', education: '学历', double: '“双师型”', doubleAll: '占中职全体教师', doubleSpecialists: '占专业课教师', doubleNote: '两个口径分母不同，分开列，不合并。', part: (part: number, whole: number): string => `${part} / ${whole} 人`, percent: (p: string): string => `${p}%`, unknown: '没登记', show: '再看一些', duties: '文件里写的', open: '看名单', byStage: '按学段',
  },
  school: { card: '持证和注册', more: (n: number): string => `等 ${n} 人`, due: (n: number): string => `快到期和过期 ${n} 人`, none: '没有快到期的注册', uncertified: (n: number): string => `没登记证书 ${n} 人` },
} as const
