// Words for sending people out and taking them in, merging two dossiers, closing a school. Days come in as 'YYYY-MM-DD'.
import { fullDay } from './common.ts'

export const sendOut = {
  open: '派出 / 调动',
  title: '派出 / 调动',
  kind: '怎么去',
  kinds: { rotation: '交流轮岗', visiting: '走教', seconded: '借调', placement: '跟岗', home: '调动' },
  stays: (school: string): string => `人事关系留在${school}，仍计在${school}；对方学校也能看到这份档案，直到结束。`,
  moves: (school: string): string => `人事关系从那天起转走，${school}的任职到前一天为止；档案和学时跟着人走。`,
  school: '去哪所学校', from: '从哪天',
  outside: '借到区外或机关的，没有学校可选：请登记“暂停”，原因选“借调”。',
  needKind: '请选怎么去。', needSchool: '请选学校。',
  save: '保存',
  done: (name: string, school: string): string => `已登记 ${name} 到${school}`,
  alsoEnds: (n: number): string => `人事关系结束后，另外 ${n} 处任职（轮岗、走教、借调、跟岗）同一天结束。`,
  leaver: '档案和以前的学时都保留。本人的手机还能看、还能打印证明。',
} as const

export const visitors = {
  title: (n: number): string => `另有 ${n} 人在这里任教，计在别的学校`,
  note: (kind: string, home: string): string => `${kind} · 计在${home}`,
  noHome: '别处',
  why: '一个人只在人事关系所在的学校计一次；这里看得到，合计里没有。',
} as const

export const merging = {
  open: '这位老师有两份档案？合并',
  title: '合并两份档案',
  intro: '同一个人建了两份档案时用。记录合到留下的那份里，每条学时只计一次；谁在何时办的都原样保留。合并后还没有人接着处理的，可以撤销。',
  first: '这一份', second: '另一份',
  atSchool: '另一份在哪所学校', onDay: '那天在册的（人已离开的，选一个还在的日子）', person: '哪一位',
  reason: '为什么合并', reasons: ['身份证号更正后重复建档', '调动后重复建档', '改名后重复建档'], own: '其他原因',
  check: '先看看会怎样', checking: '正在核对…',
  keeps: '留下哪一份', kept: '留下', aside: '并走',
  side: (name: string, number: string | null, school: string | null): string => [name, number === null ? null : `教师编号 ${number}`, school].filter((x) => x !== null).join(' · '),
  entries: (n: number, signedIn: boolean): string => `${n} 条学时 · ${signedIn ? '本人已登录过' : '本人没有登录过'}`,
  would: (brought: number, leftOut: number): string => `会合过来 ${brought} 条（学时、任职、暂停等）${leftOut === 0 ? '' : `；另有 ${leftOut} 条两边都有，只留一条`}。`,
  bothIn: '两份都有人登录过：合并后请本人用留下那份的编号登录，并走的那份只能看到“已合并”。',
  change: '换一份留下',
  go: '合并', going: '正在合并…',
  done: (name: string): string => `已合并到 ${name} 的档案`,
  doneWhat: '两所学校和本人的手机下次同步后就是一份。编号或姓名要改的，请在留下的档案里更正。',
  undo: '撤销合并', undone: '已撤销，又是两份档案',
  needPerson: '请选另一份档案。', needReason: '请写明原因。',
  into: (name: string, number: string | null): string => `这份档案已并入 ${name}${number === null ? '' : `（教师编号 ${number}）`} 的档案`,
  intoWhat: (by: string, day: string): string => `${by} ${fullDay(day)} 合并。学时都在那一份里；请用那一份的手机号或教师编号登录。`,
  tookOver: (name: string, number: string | null, day: string, by: string): string => `${day}由 ${by} 合并了 ${name}${number === null ? '' : `（教师编号 ${number}）`} 的档案`,
} as const

export const closing = {
  open: '撤并这所学校',
  title: '撤并学校',
  intro: '撤并的学校从第二天起不再有人任职；以前的学时和合计都还在它名下。',
  into: '并到哪所学校', none: '不并到别的学校（已经没有人）', to: '最后一天', reason: '为什么撤并',
  reasonHint: '写明文件，如“渝中教〔2026〕12 号 布局调整”',
  check: '先看看会怎样', checking: '正在核对…',
  people: (n: number): string => `还有 ${n} 处任职`,
  moves: (kind: string, school: string): string => `${kind} · 转到${school}`, ends: (kind: string): string => `${kind} · 到那天结束`,
  nobody: '没有人要转。', more: (n: number): string => `另有 ${n} 处，照此办理。`,
  below: (names: string): string => `${names} 的上级学校一并换过去。`,
  go: '撤并', going: '正在办理…',
  done: (name: string): string => `已撤并 ${name}`,
  broken: '中途断了，已办好的不会重复；连上网后再点一次就接着办。',
  needReason: '请写明原因。',
  closed: (day: string): string => `已于 ${fullDay(day)} 撤并`,
} as const
