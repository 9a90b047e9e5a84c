// Words of 交接, standing in for a school, and the principal's page of the month. Days come in as 'YYYY-MM-DD'.
import { fullDay } from './common.ts'

export const handover = {
  open: '交接',
  openNote: '谁在管、管到哪天、临时代管',
  title: '交接',
  intro: '角色跟着日子走：到了那天自动接上，待审的也跟着过去，不用一条条转。谁在哪天办的，记录里都写着。',
  queue: (n: number): string => (n === 0 ? '现在没有等学校审的。' : `现在有 ${n} 条等学校审，谁接手就到谁那里。`),
  request: '请校长或区里交接',
  requestSay: '师训专干不能自己换人。复制下面这句话发给校长或区里：',
  requestText: (school: string): string =>
    `请给${school}办理师训专干交接：原专干的角色到哪天为止、新专干从哪天起；临时代管的写明到哪天。（学校页“交接”，或区级“学校”页的“角色”）`,
  copy: '复制',
  copied: '已复制',
  gone: '已经离开，角色还在',
  goneNote: (name: string, role: string): string => `${name}（${role}）人事关系已不在本校，请结束这个角色。`,
  paused: (name: string, role: string): string => `${name}（${role}）在暂停期间，可以临时交给别人代管。`,
  before: '以前',
  span: (role: string, from: string, to: string | null, lent: boolean): string =>
    `${role} · ${to === null ? `${fullDay(from)} 起` : `${fullDay(from)} 至 ${fullDay(to)}`}${lent ? ' · 临时代管' : ''}`,
  nobody: '没有人担任过。',
  notHere: '还没拿到学校的档案，请先连网同步一次。',

  standIn: {
    open: '代这所学校办理',
    say: '以区级管理的身份代学校登记、审核；记录里写的是你和“区师训管理”。代办前会把这所学校的档案取到这台设备。',
    place: (school: string): string => `代 ${school}`,
    fetching: '正在取这所学校的档案…',
    tooMany: '这所学校人太多（超过 300 人），请由学校自己办理，或按校区、教学点分开代办。',
    offline: '没连上服务器，取不到档案。连上网再办。',
    nobody: '这所学校现在没有人，不用代办。',
    end: '不再代办',
    now: (school: string): string => `你正在代 ${school} 办理，记录里写“区师训管理”。`,
  },

  month: {
    open: '给校长的每月一页',
    openNote: '打印或存成图片，校长不用登录',
    title: '每月一页',
    intro: '给不登录的校长看：一页纸，打印或存成图片发过去。默认不写名字。',
    which: '哪个月',
    names: '写上需关注的名字',
    picture: '存成图片',
    pictureHint: '在微信里长按图片可以保存或转发。',
    heading: (school: string, month: string): string => `${school}教师学时 · ${month}`,
    monthName: (month: string): string => `${month.slice(0, 4)} 年 ${String(Number(month.slice(5, 7)))} 月`,
    asOf: (day: string): string => `截至 ${fullDay(day)}；可能还有迟到的补登。`,
    onRoll: (onRoll: number, counted: number, notCounted: number): string =>
      `在册 ${onRoll} 人 = 应计 ${counted} 人 + 不计 ${notCounted} 人`,
    states: '本周期到现在',
    activities: (n: number): string => `这个月登记的活动 ${n} 个`,
    activity: (title: string, days: string, hours: string): string => `${title} · ${days} · ${hours} 学时`,
    moreActivities: (n: number): string => `另有 ${n} 个，见系统。`,
    recognised: (hours: string, people: number): string => `这个月认定 ${hours} 学时，涉及 ${people} 人`,
    waiting: (school: number, returned: number, district: number): string =>
      `等学校审 ${school} 条 · 等老师改 ${returned} 条 · 等区里认定 ${district} 条`,
    oldest: (day: string): string => `等着办的里，最早的是 ${fullDay(day)} 的培训。`,
    doing: '要做的',
    todo: {
      school: (n: number): string => `请师训专干审 ${n} 条。`,
      returned: (n: number): string => `请老师把退回的 ${n} 条改好再交。`,
      concern: (n: number): string => `${n} 位老师按现在的进度可能完不成，请安排培训。`,
      unverified: (n: number): string => `${n} 位老师的历史学时或信息待核实。`,
      none: '没有要校长办的。',
    },
    named: (names: string): string => `需关注：${names}`,
    signs: ['师训专干：', '校长：'],
  },
} as const
