// Words of 确认与发布: confirming or changing a value, trying it on the real dossiers, publishing it.
import type { FileFault } from '../../domain/policy-change/pack-faults.ts'
import { formatTenths, type Tenths } from '../../domain/hours.ts'
import { fullDay } from './common.ts'
import { states } from './components.ts'
import { headlineStateName } from './states.ts'

const state = (key: string): string => {
  const name = (headlineStateName as Readonly<Record<string, keyof typeof states | undefined>>)[key]
  return name === undefined ? '不计' : states[name]
}

/** A pack says nothing beyond its name. */
const told = (title: string, says: string): string => (says === '' ? title : `${title}：${says}`)

export const policyPage = {
  title: '确认与发布',
  intro: '选一项，写上定下来的值；先试算看会影响谁，再发布。发布后从写明的那天起算，以前的照旧，发布记录一直留着。',
  readOnly: '你的身份只能看。确认和发布要由区级管理或管理员办理。',
  core: '学时与周期',
  openTitle: (group: string, n: number): string => `${group} · 待区确认 ${String(n)} 项`,
  decided: '已确定的',
  now: (says: string): string => `现在：${says}`,
  edit: {
    title: '定下这一项',
    value: '定为',
    from: '从哪天起',
    source: '依据',
    sourceHint: '文件名和文号，或会议纪要',
    add: '放进待发布',
    remove: '不改了',
    many: '可以选多个',
  },
  wrong: { value: '这个值填得不对，请照提示的样子填。', source: '请写依据，让以后的人查得到。', from: '请选从哪天起。' },
  hints: {
    amount: '数字，最多一位小数，如 360 或 4.5',
    share: '0 到 1 之间的小数，如 0.2 就是 20%',
    days: '整数',
    text: '照原样写',
    'month-day': '月-日，如 07-01',
    day: '年-月-日，如 2026-01-01',
  },
  pending: (n: number): string => `待发布 ${String(n)} 项`,
  change: (title: string, says: string, from: string): string => `${told(title, says)}（${fullDay(from)}起）`,
  /** A pack holds once it is published, each of its items from its own day on; the day in the file is its date. */
  packChange: (title: string, from: string): string => `${title}（文件日期 ${fullDay(from)}）`,
  tryOut: '试算',
  trying: (done: number, of: number): string => `正在试算 ${String(done)} / ${String(of)} 人`,
  stopTrying: '停止试算',
  tried: (on: string, people: number, moved: number): string =>
    `按 ${fullDay(on)} 试算了 ${String(people)} 人：${moved === 0 ? '没有人受影响' : `${String(moved)} 人受影响`}`,
  was: '现在',
  will: '发布后',
  stateHead: '状态',
  change_: '变化',
  state,
  person: (
    was: { state: string; required: number | null; counted: number },
    will: { state: string; required: number | null; counted: number },
  ): string => {
    const one = (p: typeof was): string =>
      `${state(p.state)} ${formatTenths(p.counted as Tenths)}/${p.required === null ? '—' : formatTenths(p.required as Tenths)}`
    return `${one(was)} → ${one(will)}`
  },
  more: (n: number): string => `还有 ${String(n)} 人，再看一些`,
  publish: (n: number): string => `发布 ${String(n)} 项`,
  publishFirst: '先试算，看清影响谁，再发布。',
  published: (n: number): string => `已发布 ${String(n)} 项，同步后全区生效`,
  notPublished: '没有发布成功，请看下面的提示。',
  history: '发布记录',
  noHistory: '还没有发布过。',
  historyLine: (title: string, says: string): string => told(title, says),
  historyNote: (who: string, day: string, from: string, source: string): string =>
    `${who} ${fullDay(day)} 发布，从 ${fullDay(from)} 起；依据：${source}`,
  packNote: (who: string, day: string, from: string, source: string): string =>
    `${who} ${fullDay(day)} 发布，文件日期 ${fullDay(from)}；依据：${source}`,
  before: (says: string): string => `之前：${says}`,
  packTitle: '发布规则包',
  packWhat:
    '新规划（如十五五）的整套规则可以做成一个文件，在这里检查、试算、发布，不用改程序。已发布的会一层层叠上去，同名的替换，其余照旧。',
  packChoose: '选规则包文件',
  packRead: (version: string, items: number): string => `版本 ${version}，${String(items)} 项`,
  packSetting: (version: string): string => `规则包 ${version}`,
  packWrong: (n: number): string => `规则包里有 ${String(n)} 处不对，没有放进待发布。请做规则包的人改好再选。`,
  packFault: (where: string, what: string): string => (where === '' ? what : `${where}：${what}`),
  packWhere: (where: string): string =>
    where
      .replace(/^rule /, '规则 ')
      .replace(/^indicator /, '指标 ')
      .replace(/^setting /, '参数 ')
      .replace(/^level /, '级别 ')
      .replace(/^questions$/, '问题')
      .replace(/^published$/, '发布日期'),
  notConnected: '试算要连网。没有连上服务器，请稍后再试。',
  undecided: '还没定',
} as const

/** The fields of an item as people call them; a path that is not here is 其他内容. */
const fieldNames: Readonly<Record<string, string>> = {
  value: '值',
  from: '起算日',
  to: '截止日',
  title: '名称',
  name: '名称',
  by: '期限',
  question: '要确认的问题',
  mark: '依据类别',
  termYears: '任期（年）',
  years: '年数',
  hours: '学时',
  atLeast: '最少',
  atMost: '最多',
  wants: '名额',
  numerator: '分子',
  denominator: '分母',
  filter: '适用范围',
  boundTo: '适用的人',
  'target.least': '目标最少',
  'target.most': '目标最多',
  'target.words': '目标原话',
  'start.value': '起点',
  'start.words': '起点原话',
  'start.on': '起点日期',
  source: '出处',
  spans: '分几段',
}

const sideWords = (side: string | null): string => (side === null ? '无' : /^\d{4}-\d{2}-\d{2}$/.test(side) ? fullDay(side) : side)

/** What a pack adds, changes and ends. */
export const packDifferences = {
  title: '这个规则包和现在的规则比',
  nothing: '和现在的规则一样，没有增、改、停的。',
  day: (day: string): string =>
    `规则包的日期是 ${fullDay(day)}，写在文件里，要改就改文件再选。发布后并进本区规则：每一项从它自己写的起算日算起，没写起算日的，发布后就用。`,
  kinds: { added: '新增', changed: '改动', ended: '到期停止', gone: '去掉' },
  /** Of a published pack: what the built-in rules said is not at hand, so nothing is called new. */
  broughtKinds: { added: '写入', changed: '改动', ended: '到期停止', gone: '去掉' },
  counts: (list: readonly { readonly kind: string; readonly n: number }[]): string =>
    list.map(({ kind, n }) => `${kind} ${String(n)} 项`).join('，'),
  parts: {
    rules: '规则',
    settings: '参数',
    registration: '定期注册',
    rotation: '交流轮岗',
    ladders: '梯队',
    tiers: '称号',
    populations: '数人口径',
    studioKinds: '工作室',
    programmes: '培养计划',
    appraisals: '考核记载',
    indicators: '规划指标',
    themes: '培训主题',
    supervision: '督导要求',
    registerModes: '培训方式代码',
    levels: '级别',
    questions: '待确认的问题',
    words: '用词',
  },
  item: (kind: string, part: string, title: string): string => `${kind}${part}：${title}`,
  /** Any path of a field. */
  field: (path: string): string => fieldNames[path] ?? fieldNames[path.split('.')[0] ?? ''] ?? '其他内容',
  between: (was: string | null, will: string | null): string => `${sideWords(was)} → ${sideWords(will)}`,
  fieldBetween: (name: string, was: string | null, will: string | null): string => `${name} ${sideWords(was)} → ${sideWords(will)}`,
  fieldChanged: (name: string): string => `${name}改了`,
  since: (day: string): string => `${fullDay(day)}起`,
  more: (n: number): string => `还有 ${String(n)} 项`,
  brought: '这个规则包带来了什么',
  broughtNote: '和以前发布过的规则包比；随系统来的规则里原来怎么写，不在这里比。',
  broughtNothing: '和以前发布过的规则包一样。',
} as const

/** What is wrong at a place of a pack. */
export const packFaults: Readonly<Record<FileFault['code'], string>> = {
  unreadable: '这个文件读不出来，不是规则包。请重新导出，选 .json 文件。',
  'other-district': '这是别的区的规则包，请选本区的。',
  'leaves-days-open':
    '起算日比现行的晚，发布后以前的日子就没有依据了。请把现行的那一条（写上截止日）也放进文件；参数请把以前的值写进 earlier',
  shape: '这一处缺了内容，或填了规则里没有的值（比如本区没有的级别）',
  day: '日期不对，或结束早于开始',
  'unknown-level': '写了本区没有的级别',
  'unknown-title': '写了本区没有的称号',
  'unknown-population': '写了本区没有的数人口径',
  'unknown-studio': '写了本区没有的工作室',
  'unknown-programme': '写了本区没有的培养计划',
  'no-denominator': '比例没有写分母',
  'needless-denominator': '不是比例，不要写分母',
  'target-without-day': '有目标，没有写到哪天',
  'least-over-most': '最少的数比最多的大',
  'id-twice': '同一个名字写了两次',
  'caps-cross': '两条封顶互相交叉，分不清先算哪条',
  'cycles-overlap': '两个周期的日子重叠',
  'silent-value': '待区确认的却写了值，或不是待确认的没有写值',
  'no-question': '待确认的没有写要问什么',
  'no-source': '没有写出处',
  amount: '数填得不对',
  factor: '折算的倍数不对',
  'offset-target': '写了抵扣，没有可抵的要求',
  headline: '首要的要求只能是全部学时的下限',
}
