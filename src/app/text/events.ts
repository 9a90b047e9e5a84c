// Words for what the server noted about phones: what it was, what it means, and what to do about it.

import { fullDay } from './common.ts'

export const events = {
  title: '同步异常',
  open: '同步异常记录',
  what: '手机和服务器之间对不上、已自动处理的情况。记录都没有丢，也没有重复计；同一个人反复出现时，请联系学校师训专干帮着看一看手机。',
  none: '没有异常。',
  offline: '没连上服务器，这一页要连网才能看。',
  nobody: '（已不在册）',
  line: (name: string, day: string, times: number): string => `${name} · ${fullDay(day)}${times > 1 ? ` · ${String(times)} 次` : ''}`,
  kinds: {
    'op.cloned-device': '两部手机用着同一个编号（多半是整机复制），已给后来的一部换了编号',
    'device.gap': '送来的登记中间缺了号，缺的可能还在手机里',
    'document.unequal': '手机上的档案和服务器对不上，已重新取过',
    'op.same-id-other-content': '同一编号送来了不同内容，没有收，请核对',
    'op.bad-signature': '登记的签名不对，没有收',
    'op.unknown-device': '用没有登记或已注销的手机送来登记，没有收',
    'op.other-actor': '用一个人的登录送来另一个人的登记，没有收',
  },
} as const

const known: Readonly<Record<string, string>> = events.kinds

/** A kind of a newer server is shown as itself, so that it can be asked about. */
export const eventWords = (kind: string): string => known[kind] ?? kind
