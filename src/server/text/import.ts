// What an import says beside its findings: changes, endings, pauses, refusals, reasons kept on record. Plain Chinese.

import type { Employment, PauseKind, PostEndReason, Stage, StaffCategory } from '../../domain/dossier.ts'
import type { SchoolKind } from '../../domain/school-file.ts'
import type { Change, PlannedPause, WhyAsk } from '../import/plan.ts'
import type { Leaving } from '../import/reading.ts'
import { fullDay } from './days.ts'
import { CHANGE_WORDS, changeSentence } from './findings.ts'

/** Kept in the dossier as the reason of a correction. */
export const IMPORT_REASON = '花名册导入'
export const UNDO_REASON = '撤销花名册导入'
export const UNDO_ENTRIES_REASON = '撤销导入'

const SEX: Record<string, string> = { female: '女', male: '男', unknown: '未知' }
const STAGE: Record<Stage, string> = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初中',
  senior: '高中',
  vocational: '中职',
  special: '特教',
  unknown: '未知',
}
const EMPLOYMENT: Record<Employment, string> = {
  permanent: '在编',
  contract: '聘用',
  substitute: '临聘代课',
  dispatched: '劳务派遣',
  rehired: '返聘',
  private: '民办',
  intern: '实习',
  unknown: '未知',
}
const CATEGORY: Record<StaffCategory, string> = {
  'full-time': '专任',
  administrative: '职员',
  worker: '工勤',
  carer: '保育',
  unknown: '未知',
}
const PAUSE: Record<PauseKind, string> = {
  maternity: '产假',
  sick: '病假',
  study: '脱产学习',
  secondment: '借调',
  aid: '支教',
  other: '其他暂停',
}
const LEFT: Record<PostEndReason, string> = {
  transferred: '调出',
  retired: '退休',
  resigned: '辞职',
  'left-district': '调离本区',
  returned: '返回',
  mistake: '误录',
  other: '离校',
}
export const SCHOOL_KIND_WORDS: Record<SchoolKind, string> = {
  primary: '小学',
  junior: '初中',
  senior: '高中',
  'nine-year': '九年一贯制学校',
  kindergarten: '幼儿园',
  central: '中心校',
  village: '村小',
  'teaching-point': '教学点',
  campus: '校区',
  vocational: '中职',
  special: '特教学校',
  institute: '进修学院',
}

const VALUE: Partial<Record<Change['field'], Readonly<Record<string, string>>>> = {
  sex: SEX,
  stage: STAGE,
  employment: EMPLOYMENT,
  category: CATEGORY,
}

/** A change in words; `schoolName` says a school's name for its id or code. */
export function changeWords(change: Change, schoolName: (id: string) => string): string {
  const { field, from, to } = change
  const say = field === 'school' ? schoolName : (value: string): string => VALUE[field]?.[value] ?? value
  if (field !== 'school' && VALUE[field] === undefined) return changeSentence(change)
  return from === null ? `${CHANGE_WORDS[field]}：补上 ${say(to)}` : `${CHANGE_WORDS[field]}：${say(from)} → ${say(to)}`
}

export const endingWords = (ended: Leaving, lastDay: string): string =>
  `${LEFT[ended.reason]}，任职到 ${lastDay} 为止（表里写：${ended.words}）`
export const pauseWords = ({ kind, from, until }: PlannedPause): string =>
  from === null ? `${PAUSE[kind]}，没有日期，记为待核实` : `${PAUSE[kind]}，${from} 起${until === null ? '' : `至 ${until}`}`
/** Beside the importer's own line, before anything is written. */
export const OWN_LINE_WORDS = '这是您自己的一行：信息、任职和暂停不会跟着改，请学校另一位专干、上级学校或区里办理。'
export const askWords: Record<WhyAsk, string> = {
  'same-name': '系统里有同名的人，请确认是不是同一个人。',
  'number-of-someone-else': '教师编号或身份证号在系统里是另一个人的，请核对；确是同一个人就选他，否则改表后重新上传。',
}

export const entryAskWords = {
  'same-name': '这所学校有几位同名的老师，请确认是哪一位。',
  elsewhere: '这所学校没有叫这个名字的老师，别的学校有，请核对学校，或确认就是这个人。',
  'number-of-someone-else': '教师编号或身份证号在系统里是另一个人的，请核对。',
} as const

const REFUSALS: Readonly<Record<string, string>> = {
  'activity.end-before-start': '结束日期早于开始日期，名单没有导入，请在上面改好再试。',
  'activity.other-school': '这次活动是别的学校的，没有写入，请由那所学校或区里导入。',
  'activity.unknown': '这份名单的活动没有登记上，没有写入，请再确认一次。',
  'activity.unknown-level': '本区的规则里没有这个级别，名单没有导入，请改选级别。',
  'appraisal.already-recorded': '这一期刚刚由别人登记了，与表里不同，保留系统里的。要改请先在本人页面撤销那一条。',
  'appraisal.future-day': '日期还没有到，没有写入。',
  'appraisal.needs-count': '这一项要写次数，别的项不写，没有写入，请核对登记的是哪一项。',
  'appraisal.needs-result': '这一项要写考核结果，没有写入。',
  'appraisal.no-result': '这一项只记日期，不记结果，没有写入。',
  'appraisal.own-result': '这是您自己的一条，没有写入，请别人登记。',
  'appraisal.unknown-item': '本区的规则里已经没有这一项，没有写入，请重新上传名单再选。',
  'appraisal.wrong-period': '期别与这一项对不上，没有写入，请重新上传名单再填。',
  'activity.level-not-granted': '这个级别的学时不由你们直接发放，名单没有导入。请改选级别，或请区里导入。',
  'activity.no-hours-without-reason': '学时是 0 却没有写原因，没有写入。',
  'claim.unknown-level': '本区的规则里没有这个级别，没有写入，请改表后重新上传。',
  'history.after-leaving': '这一年在离开本区之后，没有写入，请核对。',
  'history.before-work': '这一年在参加工作以前，没有写入，请核对参加工作时间或年份。',
  'history.end-before-start': '止期早于起期，没有写入，请核对。',
  'history.not-over': '这一年还没有过完，没有写入；今年的学时请登记或发放。',
  'history.says-nothing': '既没有学时也没有学分，没有写入。',
  'history.differs': '系统里已有这一年的期初学时，数不一样，没有写入。请先核对。',
  'history.own': '自己的期初学时要由别人导入。',
  'history.too-many-hours': '学时多得不像一年的数，没有写入。',
  'verb.not-allowed': '您现在没有权限改这个人的记录，请刷新后再看。',
  'verb.bad-arguments':
    '这一行有系统存不下的内容，没有写入。请检查姓名、教师编号、学科里有没有特殊符号或过长的文字，改好后重新导入这一行。',
  'person.already-enrolled': '这个人已经建档，没有重复建档。',
  'person.id-number': '教师编号像身份证号，没有写入。请换成编号或留空。',
  'post.school-closed': '这所学校已撤并，没有写入，请改写现在的学校。',
  'post.unknown-school': '学校还没有建立，这个人没有写入。',
  'post.other-school': '这个人的人事关系不在您的学校，请联系区里办理调动。',
  'post.home-overlaps': '任职日期与已有的任职重叠，请到这个人的页面办理。',
  'post.own-school': '这就是这个人自己的学校，不用再派出。',
  'post.two-hosts': '这个人这段时间已在另一所学校轮岗、借调或跟岗，请先结束那边。',
  'post.end-before-start': '离校日期早于到校日期，请核对。',
  'pause.own-record': '这是您自己的暂停，没有写入，请学校另一位专干、上级学校或区里登记。',
  'person.own-record': '这是您自己的一行，没有写入，请学校另一位专干、上级学校或区里更正。',
  'post.own-record': '这是您自己的任职，没有写入，请学校另一位专干、上级学校或区里登记。',
  'pause.end-before-start': '暂停的止期早于起期，请核对。',
  'role.end-before-start': '职务的止期早于起期，请核对。',
  'role.wrong-place': '这个职务不能在这里任命。',
  'school.already-open': '这所学校已经有了，没有重复建立，请重新上传一次。',
  'school.loop': '上级学校绕回了自己，学校没有建立，请核对表里的上级学校。',
  'school.unknown-parent': '上级学校还没有建立，学校没有建立，请先建立上级学校。',
}
export const refusalSentence = (code: string): string => REFUSALS[code] ?? `没有写入（${code}），请到这个人的页面办理。`

/** What somebody did since a roster was imported: `own` by the person themselves, else by whom. */
export interface ActedSince {
  readonly verb: string
  readonly own: boolean
  readonly by: string
  readonly times: number
  readonly day: string
}

const SINCE: Readonly<Record<string, string>> = {
  'claim-hours': '登记学时',
  'amend-claim': '修改登记',
  'withdraw-claim': '撤回登记',
  'accept-claim': '审核通过',
  'return-claim': '退回',
  'request-correction': '申请更正',
  'answer-correction': '答复更正',
  'reverse-entry': '冲销学时',
  'grant-hours': '发放学时',
  'record-for': '代录学时',
  'see-originals': '已验原件',
  'enrol-person': '新增教师',
  'correct-person': '更正个人信息',
  'start-post': '登记任职',
  'end-post': '结束任职',
  'begin-pause': '登记暂停',
  'end-pause': '结束暂停',
  'cancel-pause': '撤销暂停',
  'register-activity': '登记活动',
  'grant-role': '设置角色',
  'end-role': '结束角色',
  'record-opening': '登记期初学时',
  'confirm-history': '核对历史学时',
  'object-history': '对期初学时有异议',
  'record-certificate': '登记持证',
  'record-registration': '登记注册',
  'award-title': '授予称号',
  'plan-rotation': '安排交流轮岗',
  'show-review-line': '年审公示',
  'check-review-line': '核对年审公示',
}
const MOST_SINCE = 3

/** '之后登记暂停（杜敏，2026年9月3日）、本人登记学时 2 次（2026年9月5日），不能随这一批撤销。请到本人页面更正。' */
export function actedSinceWords(joined: boolean, acts: readonly ActedSince[]): string {
  const said = acts.map(
    (a) =>
      `${a.own ? '本人' : ''}${SINCE[a.verb] ?? '办理了别的事项'}${a.times > 1 ? ` ${String(a.times)} 次` : ''}（${a.own || a.by === '' ? '' : `${a.by}，`}${fullDay(a.day)}）`,
  )
  const all = [...(joined ? ['本人已启用账号'] : []), ...said]
  return `之后${all.slice(0, MOST_SINCE).join('、')}${all.length > MOST_SINCE ? `等 ${String(all.length)} 项` : ''}，不能随这一批撤销。请到本人页面更正。`
}

/** Why a row of a confirmed table stays when it is taken back. */
export const UNDO_ACTED_WORDS = '已有人接着办理（确认、异议、更正或认定），不能随这一批撤销。请到本人页面更正。'
const UNDO_REFUSALS: Readonly<Record<string, string>> = {
  'appraisal.own-result': '这是您自己的一条，请另一位同事来撤销这一行。',
  'claim.own-decision': '这是您自己的学时，请另一位同事来撤销这一行。',
  'claim.other-desk': '这一条不由您认定，请认定它的单位到本人页面撤销。',
  'document.erased': '这个人的档案已删除，没有可撤销的内容。',
  'document.merged': '这个人的档案刚刚并入了另一份，请再点一次撤销。',
  'entry.not-recognised': '这一条已不是认定状态，请到本人页面核对。',
  'history.own': '这是您自己的期初学时，请另一位同事来撤销这一行。',
  'pause.end-before-start': '暂停后来改过日期，请到本人页面更正。',
  'pause.own-record': '这是您自己的一行，请另一位同事来撤销。',
  'person.id-number': '原来的教师编号像身份证号，不能写回，请到本人页面更正。',
  'person.own-record': '这是您自己的一行，请另一位同事来撤销。',
  'post.end-before-start': '任职后来改过日期，请到本人页面更正。',
  'post.home-overlaps': '任职后来有了变动，不能写回原来的，请到本人页面办理。',
  'post.other-school': '这段任职在别的学校，请那所学校或区里撤销。',
  'post.own-record': '这是您自己的一行，请另一位同事来撤销。',
  'post.own-school': '这个人的人事关系已在这所学校，请到本人页面核对任职。',
  'post.school-closed': '原来的学校已撤并，不能写回，请区里到本人页面办理。',
  'post.two-hosts': '这段时间已在另一所学校轮岗、借调或跟岗，请到本人页面办理。',
  'post.unknown-school': '原来的学校已不在本区，不能写回，请区里到本人页面办理。',
  'role.end-before-start': '职务后来改过日期，请到角色页结束它。',
  'role.last-admin': '这是最后一位管理员，请先任命另一位。',
  'verb.not-allowed': '这位老师现在不在您的学校（已调动或合并到别的学校），请现在的学校或区里到本人页面撤销。',
}
export const undoRefusal = (code: string): string => UNDO_REFUSALS[code] ?? `这一行没能撤销（${code}），请到本人页面办理。`
