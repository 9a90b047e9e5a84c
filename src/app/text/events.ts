// Words for what the server noted about phones: what it was, what it means, and what to do about it.

import type { BackupTrouble } from '../../wire/events.ts'
import { fullDay } from './common.ts'

export const events = {
  title: '同步异常',
  open: '同步异常和自动备份',
  what: '手机和服务器之间对不上、已自动处理的情况。记录都没有丢，也没有重复计；同一个人反复出现时，请联系学校师训专干帮着看一看手机。',
  none: '没有异常。',
  offline: '没连上服务器，这一页要连网才能看。',
  nobody: '（已不在册）',
  line: (name: string, day: string, times: number): string => `${name} · ${fullDay(day)}${times > 1 ? ` · ${String(times)} 次` : ''}`,
  backup: {
    title: '自动备份',
    last: (day: string, minute: string): string => `最近一次：${fullDay(day)} ${minute}，已试装核对。`,
    never: '还没有做过自动备份。服务器开着的话，每天夜里做一次。',
    trouble: {
      'no-room': '最近一次自动备份没有做成：服务器的磁盘空间不够。请管理服务器的人腾出空间，腾出后会自动再做。',
      'may-not-prove': '最近一次自动备份没有做成：数据库账号不能新建数据库（CREATEDB），备份无法核对。请管理服务器的人加上权限。',
      failed: '最近一次自动备份没有做成。请管理服务器的人看看备份文件夹在不在、能不能写，原因写在服务器的日志里；每小时会自动再试。',
    } satisfies Record<BackupTrouble, string> as Readonly<Record<string, string>>,
  },
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

/** A trouble of a newer server is told as one of which nothing more is known. */
export const backupTroubleWords = (trouble: string): string | undefined => events.backup.trouble[trouble] ?? events.backup.trouble['failed']
