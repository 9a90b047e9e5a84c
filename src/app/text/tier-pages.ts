// Words of the pages about titles (梯队), duties and pupil numbers. Days come in as 'YYYY-MM-DD', numbers as printed.

import type { DutyKind } from '../../domain/tiers/duty.ts'
import type { TitleLevel } from '../../domain/tiers/rung.ts'
import type { TitleEnd } from '../../domain/tiers/title.ts'
import { fullDay } from './common.ts'

export const titleLevels: Readonly<Record<TitleLevel, string>> = { nation: '国家级', city: '市级', district: '区级', school: '校级' }
export const duties: Readonly<Record<DutyKind, string>> = { lesson: '示范课', lecture: '讲座', mentoring: '带徒', research: '课题', outreach: '送教' }
export const titleEnds: Readonly<Record<TitleEnd, string>> = { expired: '到期', promoted: '升到更高称号', withdrawn: '撤销', left: '调离', mistake: '登记有误', other: '其他' }

export const tierPages = {
  title: '我的梯队',
  districtTitle: '梯队',
  reading: '正在读…',
  none: '本区的文件里没有梯队，或还没取到规则。',
  noTitle: '还没有称号',
  candidate: '培养对象',
  candidateOf: (name: string): string => `${name}培养对象`,
  held: '现有',
  next: '下一步',
  top: '已在最上一级。',
  nothingAsked: '文件没有写条件，待区确认。',
  nominated: '已推荐，等区里定',
  declined: '上次未授予',
  declinedWhy: (who: string, reason: string): string => `${who}：${reason}`,
  isCandidate: '已是培养对象',
  days: (from: string, until: string | null): string => (until === null ? `${fullDay(from)}起` : `${fullDay(from)}至${fullDay(until)}`),
  over: (to: string, why: string | null): string => `到${fullDay(to)}为止${why === null ? '' : ` · ${why}`}`,
  untilSoon: (until: string): string => `${fullDay(until)}到期`,
  deed: (deed: string): string => `文号 ${deed}`,
  elsewhere: '不在本区现在梯队里的称号',
  others: '本区还有这些称号',
  past: '以前的称号',
  orderOpen: '先后次序文件没有写，供参考。',
  how: '看出处',
  asks: {
    words: (text: string): string => text,
    rung: (name: string, years: number): string => (years === 0 ? `先有${name}` : `${name}满 ${years} 年`),
    duty: (kind: string, times: number, years: number): string => `近 ${years} 年${kind} ${times} 次`,
    service: (years: number): string => `参加工作满 ${years} 年`,
  },
  verdicts: { met: '已有', unmet: '还没到', 'to-judge': '由评审看', unknown: '缺资料' },
  has: (n: number): string => `现有 ${n}`,
  source: '出处',
  asksTitle: '要什么',
  question: '要请区里定的',
  aliases: (names: string): string => `也叫：${names}`,
  dutiesTitle: (n: number): string => (n === 0 ? '履职' : `履职 ${n} 次`),
  dutiesNote: '示范课、讲座、带徒、课题、送教，记一次，各处都算。',
  noDuties: '还没有登记。由学校或区里登记。',
  during: (list: string): string => `任内：${list}`,
  count: (kind: string, n: number): string => `${kind} ${n}`,
  more: (n: number): string => `再看 ${n} 条`,
  standNote: '称号由学校推荐、区里授予。这里不排名。',
  card: '我的梯队',
  cardNext: (names: string): string => `下一步：${names}`,

  form: {
    rung: '称号', rungWrong: '请选称号。', level: '级别', levelWrong: '请选级别。', as: '身份', heldWord: '正式授予', subject: '学科', subjectWrong: '这个称号要写明学科。',
    subjectOptional: '（可不填）', subjectEach: '不填就用每位老师自己的任教学科', programme: '所属项目', programmeHint: '如“三名工程”，可不填', note: '推荐说明', noteHint: '可不填；不要写评语和分数',
    from: '授予日期', fromWrong: '请选授予日期。', withUntil: '文件写明了到期日', until: '到期日', untilWrong: '到期日不能早于授予日期。', deed: '文号', evidence: '证明材料在哪里', evidenceHint: '如“区教委存档”，可不填', optional: '（可不填）',
    noTerm: '文件没有写任期，不会自动到期。',
  },
  nominate: { do: '推荐称号', save: '推荐给区里', done: (name: string, title: string): string => `已推荐${name}：${title}`, takeBack: '撤回推荐', takenBack: '已撤回推荐', takeBackReason: '学校撤回' },
  award: {
    do: '授予称号', doSchool: '授予校级称号', save: '授予', done: (name: string, title: string): string => `已授予${name}：${title}`, decline: '不授予', declineWhy: '为什么不授予', declineHint: '学校和老师会看到。', declineNow: '不授予', declined: (name: string): string => `已答复：${name}这次不授予`,
    reasons: ['名额已满', '材料不全，请补齐后再推荐', '不符合本次条件', '已有同类称号'], ownReason: '别的原因', needReason: '请写明原因。', nominatedBy: (who: string, day: string): string => `${who}于${fullDay(day)}推荐`,
  },
  titleSheet: {
    renew: '续任', end: '结束', correct: '更正', renewFrom: '从哪天续', renewSave: '续任', endOn: '最后一天', endWhy: '为什么结束', endSave: '结束这个称号', endNote: '说明', needWhy: '请选原因。', reason: '为什么更正', needReason: '请写一句为什么更正。', correctSave: '更正',
    renewed: '已续任', ended: '已结束', corrected: '已更正', onlyDistrict: '区级及以上的称号由区里办理。',
  },
  duty: {
    do: '登记履职', kind: '做了什么', kindWrong: '请选一项。', title: '题目或内容', titleWrong: '请写一句，如“示范课《背影》”。', first: '开始', last: '结束', place: '在哪里、对谁', placeHint: '可不填', save: '登记', done: (name: string): string => `已登记${name}的履职`, strike: '撤销', struck: '已撤销', strikeReason: '登记有误', oneDay: '只有一天', severalDays: '不止一天',
  },
  school: {
    card: '骨干和梯队', perHundred: (n: string): string => `每百名学生有县级以上骨干 ${n} 人`, backbone: (n: number, open: boolean): string => `县级以上骨干 ${n} 人${open ? '（哪些称号算，待区确认）' : ''}`,
    noPupils: '还没登记在校学生数，算不出每百名学生的骨干数。', pupils: (n: number, day: string): string => `在校学生 ${n} 人（${day}）`, setPupils: '登记在校学生数', pupilsShort: '改学生数', pupilsCount: '在校学生数', pupilsOn: '截至哪天', pupilsWrong: '请填 0 到 100000 之间的整数。', pupilsSave: '登记', pupilsDone: '已登记在校学生数',
    open: '看称号和推荐', title: '梯队', titled: (n: number, of: number): string => `有称号 ${n} 人，在册 ${of} 人`, byTitle: '按称号', people: (held: number, candidates: number): string => (candidates === 0 ? `${held} 人` : held === 0 ? `培养对象 ${candidates} 人` : `${held} 人 · 培养对象 ${candidates} 人`),
    waiting: (n: number): string => `等区里定的推荐 ${n}`, noWaiting: '没有等区里定的推荐。', noOne: '本校还没有登记称号。', nominateHow: '在“教师”里打开一位老师，可以推荐称号、登记履职。', toTeachers: '去教师页', populations: '按口径数人', populationsNote: '一人有几个称号也只数一次。', openPopulation: '哪些称号算，待区确认',
  },
  district: {
    waiting: (n: number): string => `等你定的推荐 ${n}`, noWaiting: '没有等着定的推荐。', byTitle: '按称号', bySchool: '按学校', order: '学校按名称排，不排名次。', heads: { title: '称号', held: '人数', candidates: '培养对象', school: '学校', onRoll: '在册', titled: '有称号', backbone: '县级以上骨干', pupils: '在校学生', perHundred: '每百名学生骨干' },
    noPupils: '未登记', fromList: '按名单授予', pick: '看名单', names: (title: string): string => `${title}的老师`, noNames: '还没有人。', asOf: '看哪一天', today: '今天', readOnly: '你的身份只能看。', populations: '按口径数人', rungs: '出处和名单', fetching: '正在取这份档案，取到后就能办。', show: '看这位老师',
    allRungs: '看全部称号', hasPeople: '只看有人的',
  },
  list: {
    title: '按名单授予', what: '第一步：选称号', who: '第二步：贴名单', paste: '名单', pasteHint: '一行一位：姓名，或教师编号；同名的请写编号或在后面写学校。可从表格里整列复制。', look: '核对名单', looking: '正在核对…', needNames: '请贴名单。', tooMany: (most: number): string => `一次最多 ${most} 人，请分几次。`,
    found: (n: number): string => `能对上 ${n} 人`, none: (n: number): string => `对不上 ${n} 行`, several: (n: number): string => `同名 ${n} 行`, noneWhy: '没有这位在职老师，请核对姓名或编号。', severalWhy: '有几位同名，请选一位：', twice: '名单里写了两次，只办一次。', save: (n: number): string => `授予 ${n} 人`, done: (n: number): string => `已授予 ${n} 人，存在本机，有网自动送`, online: '核对名单要连网。', again: '换一份名单',
  },
} as const
