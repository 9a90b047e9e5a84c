// Words of the pages about 交流轮岗 and 区管校聘. Days come in as 'YYYY-MM-DD', numbers as printed.

import type { Appointer, Quota } from '../../domain/rotation/appointment.ts'
import type { Question } from '../../domain/rotation/counting.ts'
import type { NewRuralMissing, NewRuralState } from '../../domain/rotation/new-rural.ts'
import type { Relation, RotationState } from '../../domain/rotation/rotation.ts'
import type { ShareMissing } from '../../domain/rotation/share-verdict.ts'
import { daySpan, fullDay, monthDay } from './common.ts'

export const rotationStates: Readonly<Record<RotationState, string>> = { planned: '已安排', there: '在交流', returned: '已返回' }
export const relations: Readonly<Record<Relation, string>> = { stays: '人事关系留在原校', moves: '人事关系转到交流学校' }
export const appointers: Readonly<Record<Appointer, string>> = { district: '区里聘任', school: '学校聘任' }
export const quotas: Readonly<Record<Quota, string>> = { school: '学校编制', pool: '编制周转池' }
export const questions: Readonly<Record<Question, string>> = {
  rotationCountedKinds: '哪些类别算交流轮岗', rotationYearCounts: '交流几年的算在哪一学年', rotationListCounts: '不在名单上的算不算',
}
export const shareMissing: Readonly<Record<ShareMissing, string>> = {
  'no-list': '这个学年还没有冻结“符合交流条件”的名单。', 'list-incomplete': '名单还没有传完。', 'nobody-moved': '这个学年还没有人交流。',
  population: '哪些称号算，还没有定，待区确认。', unnamed: '有任职没有写是哪一类交流，请补上。',
}
export const newRuralStates: Readonly<Record<NewRuralState, string>> = { done: '已满', 'under-way': '在城区', 'must-go': '还要去', 'too-late': '来不及了', unknown: '待核' }
export const newRuralMissing: Readonly<Record<NewRuralMissing, string>> = {
  'worked-since': '缺参加工作时间', place: '学校没有填城区、镇区还是乡村', 'rural-places': '镇区学校算不算农村，待区确认',
}

export const rotationPages = {
  own: '我的轮岗',
  title: '交流轮岗',
  year: (first: string, last: string): string => `${daySpan(first, last)}学年`,
  unnamed: '没写类别',
  span: (from: string, to: string | null): string => (to === null ? `${fullDay(from)}起` : daySpan(from, to)),
  plannedSpan: (from: string, to: string | null): string => (to === null ? `计划${fullDay(from)}起` : `计划${daySpan(from, to)}`),
  route: (home: string, host: string): string => `${home} → ${host}`,

  card: {
    mustGo: (day: string): string => `最晚${fullDay(day)}到城区工作`,
    none: '现在没有交流安排', there: (host: string): string => `正在${host}交流`, next: (host: string, day: string): string => `已安排：${monthDay(day)}去${host}`,
    until: (day: string | null): string => (day === null ? '没有写期满日' : `计划到${fullDay(day)}`),
  },
  mine: {
    eligible: '符合交流条件的名单', on: (year: string): string => `在${year}的名单上`, notOn: (year: string): string => `不在${year}的名单上`, noList: '区里还没有冻结名单。',
    by: (definition: string, source: string): string => `区里的条件：${definition}（${source}）`, online: '名单在区里，连网后才能看到自己在不在上面。',
    history: '交流经历', noHistory: '还没有交流经历。', note: '学时跟着人走：在哪里交流，记录都在自己的档案里，原校和交流学校都看得到。',
    newRural: '农村学校新教师到城区工作', newRuralBy: (day: string): string => `最晚${fullDay(day)}开始`, newRuralUntil: (until: string): string => `${fullDay(until)}前要满一年`,
  },
  appointment: {
    title: '聘任', none: '没有登记聘任。', span: (from: string, to: string | null): string => (to === null ? `${fullDay(from)}起` : `聘期${daySpan(from, to)}`), do: '登记聘任', save: '登记', done: (name: string): string => `已登记${name}的聘任`,
    who: '谁聘任', quota: '用谁的编制', from: '聘期从哪天起', withUntil: '写明了聘期', until: '聘期到哪天', paper: '聘用文件', paperHint: '文号或名称，可不填', post: '哪段任职',
    strike: '撤销', struck: '已撤销', reason: '登记有误', quotaHint: '编制周转池的编制由区里聘任。', many: '一起登记聘任', manyNote: '选好人或贴名单，一次登记完',
  },
  plan: {
    do: '安排交流', way: '哪种交流', wayWrong: '请选一种。', host: '去哪所学校', hostWrong: '请选学校。', first: '计划从哪天起', withUntil: '有期满日', until: '计划到哪天', relation: '人事关系', note: '说明', noteHint: '可不填', save: '安排', done: (name: string, host: string): string => `已安排${name}去${host}`,
    openWay: '这一类算不算交流轮岗，待区确认', hint: '安排只是计划；到岗那天再登记到岗，两所学校就都看得到。', optional: '（可不填）',
  },
  stay: {
    start: '登记到岗', startDay: '哪天到岗', startSave: '到岗', started: (name: string): string => `已登记${name}到岗`, end: '登记返回', endDay: '在交流学校的最后一天', endSave: '返回', ended: (name: string): string => `已登记${name}返回`,
    back: '返回说明', cancel: '取消安排', cancelWhy: '为什么取消', cancelSave: '取消安排', cancelled: (name: string): string => `已取消${name}的安排`, reasons: ['本人申请', '学校工作需要', '安排有变'], ownReason: '别的原因', needReason: '请写明原因。', do: '办理',
    moves: '人事关系会一起转过去。', movesBack: '人事关系从第二天起转回原校。', onlyDistrict: '人事关系跟着走的，由区里办理。', transferred: '这是调来以前的学校安排的：可以取消，再由本校重新安排；要照原安排到岗，请区里登记。', none: '没有交流安排。',
  },
  many: {
    title: { start: '一起登记到岗', end: '一起登记返回' },
    save: { start: (n: number): string => `${n} 人到岗`, end: (n: number): string => `${n} 人返回` },
    done: { start: (n: number): string => `已登记 ${n} 人到岗`, end: (n: number): string => `已登记 ${n} 人返回` },
    skipped: (name: string, why: string): string => `${name}：${why}`,
    all: '全选', away: (n: number): string => `有 ${n} 人的档案还没取到这台设备，连上网取到后就能一起登记。`,
  },
  verdict: {
    is: { met: '达到', unmet: '没达到', undetermined: '待核实' }, of: (part: string, whole: string): string => `${part} / ${whole} 人`, percent: (low: string, high: string): string => (low === high ? `现在 ${low}%` : `现在 ${low}%–${high}%`), atLeast: (percent: string): string => `要求 ${percent}%`,
    short: (low: number, high: number): string => (low === high ? `还差 ${String(low)} 人` : `还差 ${String(low)} 到 ${String(high)} 人，看区里怎么定`), depends: '要看区里怎么定：', missing: '还缺：', names: (n: number): string => `算在内的 ${n} 人`, maybe: (n: number): string => `看怎么定才算的 ${n} 人`, show: '看是哪些人', hide: '收起名单',
    supervision: '督导用', source: '出处', nobody: '没有人',
  },
  list: {
    title: '符合交流条件的名单', none: '这个学年还没有冻结名单。没有名单，交流比例就不判定。', noDefinition: '谁“符合交流条件”文件没有写，由区里定，系统里没有预设。', do: '冻结名单', count: (n: number): string => `${n} 人`, frozen: (who: string, day: string): string => `${who}于${fullDay(day)}冻结`,
    late: (days: number): string => `学年开始 ${days} 天后才冻结`, definition: '条件', source: '依据', incomplete: (has: number, total: number): string => `已传 ${has} 人，共 ${total} 人，还没传完`, moved: (n: number): string => `其中已交流 ${n} 人`, corrections: (n: number): string => `更正 ${n} 次`, correct: '更正名单', unknown: (n: number): string => `有 ${n} 人的档案找不到`,
    people: '名单上的人', hasMoved: '已交流', digest: (text: string): string => `校验码 ${text}`, search: '在名单里找',
  },
  freeze: {
    title: '冻结名单', year: '第一步：哪个学年', first: '学年第一天', last: '学年最后一天', definition: '区里的条件', definitionHint: '照区里文件的原话写：在同一所学校任教几年、年龄等', definitionWrong: '请写明条件。', source: '依据的文件', sourceWrong: '请写明依据的文件或会议。', who: '第二步：贴名单', save: (n: number): string => `冻结 ${n} 人的名单`, done: (n: number): string => `已冻结 ${n} 人的名单`,
    all: (n: number): string => `还有 ${n} 行没对上，对上了才能冻结。要么改名单，要么在上面选人。`, warn: '冻结后只能“更正”并写明原因，冻结时的样子一直可查。', yearWrong: '最后一天不能早于第一天。', add: '加上', strike: '去掉', correctTitle: '更正名单', reason: '为什么更正', correctSave: '更正', corrected: '已更正名单', strikeWhich: '去掉哪些人', addWho: '补上哪些人',
  },
  district: {
    shares: '比例', supervision: '督导比例', lines: (n: number): string => (n === 0 ? '这个学年没有交流安排' : `交流 ${n} 人次`), byState: '看哪些', all: '全部', newRural: '农村学校新入职教师', newRuralCount: (must: number, of: number): string => `${of} 人中 ${must} 人还要去`, planOne: '安排一位老师', planHow: '先找到人，再安排。', find: '姓名或教师编号', look: '找人', notFound: '没有找到这位在职老师，请核对姓名或编号。', needNetwork: '找人要连网。',
    appointed: (n: number): string => `区里聘任 ${n} 人`, pool: (n: number): string => `编制周转池 ${n} 人`, appointments: '区管校聘', noAppointments: '还没有登记聘任。', open: '待区确认的问题', openRules: '去规则页定下来', today: '今天', startBy: (day: string): string => `最晚${fullDay(day)}去`, until: (day: string): string => `期限${fullDay(day)}`, days: (n: number): string => `已在城区 ${n} 天`, nobodyNew: '没有在期限内的新教师。', orderNote: '先列还要去的，按最晚日期排。',
  },
  school: {
    card: '交流轮岗', out: (n: number): string => `本校去交流 ${n} 人`, in: (n: number): string => `来本校交流 ${n} 人`, goes: (name: string, host: string): string => `${name}去${host}`, comes: (name: string, home: string): string => `${name}从${home}来`, more: (n: number): string => `等 ${n} 人次`, none: '这个学年没有人交流', due: (n: number): string => `新教师还要去城区 ${n} 人`, outTitle: '本校去交流的', inTitle: '来本校交流的', nobody: '没有人。', how: '在“教师”里打开一位老师，可以安排交流、登记到岗和返回。',
  },
} as const
