// Words of the pages about studios, mentoring, programmes, projects with places and appraisal facts. Days come in as 'YYYY-MM-DD'.

import type { Result } from '../../domain/appraisal/appraisal.ts'
import type { PairEnd } from '../../domain/mentoring/pair.ts'
import type { Leaving } from '../../domain/programmes/membership.ts'
import { fullDay } from './common.ts'

export const results: Readonly<Record<Result, string>> = { excellent: '优秀', qualified: '合格', 'basically-qualified': '基本合格', unqualified: '不合格', 'not-graded': '不定等次' }
export const pairEnds: Readonly<Record<PairEnd, string>> = { finished: '期满', changed: '换了师傅', left: '调离', mistake: '登记有误' }
export const leavings: Readonly<Record<Leaving, string>> = { finished: '已完成', left: '中途退出', mistake: '登记有误' }
const span = (from: string, to: string | null): string => (to === null ? `${fullDay(from)}起` : `${fullDay(from)}至${fullDay(to)}`)

export const growthPages = {
  span,
  optional: '（可不填）',
  open: '待区确认',
  file: { title: '成长档案', card: '成长档案', cardNote: '结对、培养计划、履职、考核记载，按时间排', empty: '还没有可看的。称号、结对、培养计划、履职和考核记载登记后会自动出现在这里。', intro: '从各处已登记的内容自动列出，不用再填。', title_: (name: string): string => `称号：${name}`, titleOver: (name: string): string => `称号结束：${name}`, duty: (kind: string, title: string): string => `${kind}：${title}`, mentor: (name: string): string => `师傅：${name}`, mentee: (name: string): string => `徒弟：${name}`, pairOver: (name: string): string => `与${name}结对结束`, programme: (name: string): string => `进入${name}`, programmeOver: (name: string): string => `离开${name}`, place: (title: string): string => `项目名额：${title}`, appraisal: (name: string, period: string): string => `${name}（${period}）`, times: (n: number): string => `${n} 次` },
  probation: {
    title: '新教师试用期', hours: (required: string): string => `学时，试用期要 ${required}`, span: (from: string, to: string): string => `试用期 ${span(from, to)}`, met: '已达到', unmet: '试用期已过，没有达到', onTheWay: '进行中', pending: (h: string): string => `另有 ${h} 学时待审`,
    inside: (counted: string): string => `算在 360 之内：本周期已计入 ${counted} 学时`, outside: (counted: string): string => `在 360 之外：本周期已计入 ${counted} 学时`, both: '算在 360 之内还是之外，待区确认，两种都列出：', ask: '试用期学时的要求待区确认。',
  },
  leader: {
    title: '校长任职学时', since: (day: string): string => `${fullDay(day)}起任职`, office: (has: string, required: string): string => `任职资格培训 ${has} / ${required} 学时`, five: (has: string, required: string, first: string): string => `近五年（${fullDay(first)}起）${has} / ${required} 学时`,
    is: { met: '达到', unmet: '没达到', undetermined: '待核实' }, tag: (tag: string): string => `培训主题选了“${tag}”的学时算在内。`, until: (day: string): string => `最晚 ${fullDay(day)}完成`, openUntil: '最晚什么时候完成，待区确认。', ask: '要求多少待区确认。',
  },
  pairs: {
    title: '师徒结对', none: '没有结对。', count: (n: number): string => `正在结对 ${n}`, alone: (n: number): string => `试用期内还没有师傅的 ${n} 人`, allPaired: '试用期内的新教师都有师傅。', worksSince: (day: string): string => `${day}参加工作`, mentor: '师傅', mentee: '徒弟', begin: '结对', other: '师傅是谁', otherWrong: '请选一位老师。', findOther: '找师傅', findHint: '姓名或教师编号，哪所学校的都可以', find: '查找', notFound: '没有找到这位老师，请核对姓名或编号。', elsewhere: '师傅在别的学校的，请区里结对，两边都看得到。', mentorAt: (school: string): string => `师傅在${school}`, elsewhereCount: (n: number): string => `本校老师在外校带徒 ${n}`, pairOne: '给一位老师找师傅', pairHow: '先找到徒弟，再在他的页面上结对；师傅在哪所学校都可以。', fetching: '正在取师傅的档案，取到后就能结对。', programme: '所属计划', programmeHint: '如“青蓝工程”，可不填', from: '从哪天', until: '到哪天', withUntil: '写明到哪天', save: '结对', begun: (name: string): string => `已为${name}结对`, oneSided: '已登记在徒弟这边。师傅的档案不在这台设备上，师傅那边请区里登记。', end: '结束', endOn: '最后一天', endWhy: '为什么结束', needWhy: '请选原因。', ended: '已结束结对', endedHere: '这边已结束。另一位的档案不在这台设备上，那边请区里结束。', fetchingOther: '正在取另一位的档案，取到后两边一起结束。', untilWrong: '结束日期不能早于结对日期。',
  },
  programmes: {
    title: '培养计划和项目', mine: '培养计划', none: '没有进入培养计划。', join: '进入培养计划', which: '哪个计划', whichWrong: '请选一个计划。', from: '从哪天', until: '到哪天', withUntil: '写明到哪天', place: '在哪里', placeHint: '驻校研修写学校，可不填', save: '登记', joined: (name: string, p: string): string => `${name}已进入${p}`, leave: '离开', leaveOn: '最后一天', leaveWhy: '怎么离开的', needWhy: '请选一项。', left: '已登记离开',
    counts: (now: number, ever: number): string => (ever === now ? `在册 ${now} 人` : `在册 ${now} 人，累计 ${ever} 人`), wants: (words: string): string => `文件：${words}`, aliases: (names: string): string => `也叫${names}`, note: '计划数的是进入计划的人，不是称号。', people: (name: string): string => `${name}的老师`, noPeople: '还没有人。',
    projects: '项目名额', noProjects: '没有正在提名的项目。', newProject: '发布项目名额', projectTitle: '项目名称', projectTitleWrong: '请写项目名称。', places: '总名额', placesWrong: '请填整数。', quotas: '各校名额', quotasHint: '不填的学校不设名额', until_: '提名截止', firstSchools: '优先的学校', firstHint: '文件要求向农村、薄弱学校倾斜：已先选出所在地为农村的，薄弱学校请自己选。', saveProject: '发布', opened: '已发布', close: '结束提名', closed: '已结束提名', closeReason: '提名结束', deadline: (day: string): string => `${fullDay(day)}截止提名`, isClosed: '已结束提名',
    usage: (given: number, places: number): string => `已给 ${given} / ${places}`, quota: (n: number | null, proposed: number): string => (n === null ? `没有名额，提名 ${proposed}` : `名额 ${n}，提名 ${proposed}`), over: '超出名额', first: '优先', waiting: '等区里定', given: '已给名额', declined: '未给', give: '给名额', decline: '不给', declineWhy: '不给的原因', reasons: ['名额已满', '不符合本次条件', '本人不能参加'], own: '别的原因', needReason: '请写明原因。', propose: '提名老师', proposeWho: '提名谁', proposed: (name: string): string => `已提名${name}`, takeBack: '撤回', takenBack: '已撤回', takeBackReason: '学校撤回', decided: (name: string): string => `已答复${name}`, hoursNote: '学时在活动结束后按名册发放：出勤和结果照规则计入。', readOnly: '你的身份只能看。',
  },
  studios: {
    title: '工作室', none: '还没有登记工作室。', open: '设立工作室', kind: '哪一种', kindWrong: '请选一种。', name: '名称', nameWrong: '请写名称。', level: '级别', host: '主持人', hostWrong: '请写主持人。', hostHint: '姓名，同名的写教师编号', members: '成员名单', membersHint: '一行一位：姓名或教师编号；可不填', from: '从哪天', until: '到哪天', withUntil: '写明到哪天', untilWrong: '结束日期不能早于设立日期。', save: '设立', opened: (name: string): string => `已设立${name}`, close: '关闭', closeOn: '最后一天', closeWhy: '为什么关闭', needReason: '请写一句原因。', closedDone: '已关闭',
    districts: '区里的工作室（有本校老师）', districtsReading: '正在读取…', districtsOnline: '连上网就能看到本校老师参加的区里工作室。', districtsNone: '没有登记本校老师参加的区里工作室。', oursIn: (names: string): string => `本校成员：${names}`, othersIn: (n: number): string => `外校成员 ${n} 人`,
    mine: '我的工作室', asHost: '主持人', asMember: '成员', mineNone: '没有登记你参加的工作室。', mineOnline: '连上网就能看到你参加的工作室。', mineCard: (names: string): string => `工作室：${names}`,
    change: '变更', changeWhy: '为什么变更', changed: '已变更', running: (n: number): string => `在建 ${n}`, over: (n: number): string => `结束 ${n}`, isOver: '已结束', hostedBy: (host: string, members: number): string => `${host}主持，成员 ${members} 人`, plan: '和文件比', planLine: (running: number, words: string): string => `在建 ${running}，文件 ${words}`, short: (n: number): string => `还差 ${n}`, reached: '已到', memberNames: (names: string): string => `成员：${names}`, notFound: (names: string): string => `没对上：${names}`, byKind: '按种类', all: '全部', readOnly: '你的身份只能看。',
  },
  appraisal: {
    title: '考核记载', page: '师德承诺、述评等', intro: '按名单登记做过了没有，只记日期和时段；不打分，不写评语。', who: '谁能看：本人、本校师训专干和校长、区里。', what: '登记哪一项', whatWrong: '请选一项。', period: '哪个时段', periodWrong: '请写清时段。', periodHint: { year: '年度，如 2025', 'school-year': '学年，如 2025-2026', term: '学期，如 2025-2026-1（上学期）' }, on: '哪一天', result: '结果', resultWrong: '请选结果。', count: '每人几次', countWrong: '请填整数。',
    list: '名单', listHint: '一行一位：姓名或教师编号；日期不一样的写在后面，如“王敏 2026-09-01”。可从表格里整列复制。', listHintCount: '一行一位：姓名或教师编号，次数不一样的写在后面，如“王敏 5”；日期不一样的也可写上。可从表格里整列复制。', everyone: (n: number): string => `全校 ${n} 人都登记`, look: '核对名单', save: (n: number): string => `登记 ${n} 人`, done: (n: number): string => `已登记 ${n} 人，存在本机，有网自动送`, found: (n: number): string => `能对上 ${n} 人`, none: (line: string): string => `没对上：${line}`, several: (line: string): string => `同名：${line}，请写教师编号`, needNames: '请贴名单。', progress: (done: number, missing: number): string => `已登记 ${done}，还缺 ${missing}`, missing: (n: number): string => `还没有登记的 ${n} 人`, allDone: '都登记了。', noItems: '本区的文件里没有这些事项。', noneYet: '还没有考核记载。', strike: '撤销', struck: '已撤销', strikeReason: '登记有误', bySchool: '按学校', source: '出处', fromFile: '已有表格的，直接读表格', fromFileNote: 'xlsx、csv 都行，逐行核对后再写入', heads: { school: '学校', done: '已登记', missing: '还缺', count: '合计次数' },
  },
} as const
