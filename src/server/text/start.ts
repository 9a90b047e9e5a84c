// What the server says in the terminal while it starts and stops, and when its database dies under it.

import type { HowItGoes } from '../postgres/keep-running.ts'
import type { WhyNot } from '../postgres/will-not-start.ts'

export const ready = (url: string): string => `研途 ready: ${url}`
export const stopped = '研途已停止。'
export const inUse = (pid: number): string =>
  `这个数据文件夹正被另一个研途使用（进程 ${String(pid)}）。请先停止它，或用 YANTU_DATA 指定另一个文件夹。`
export const portTaken = (port: number): string => `端口 ${String(port)} 已被占用。请关闭占用它的程序，或用 PORT 指定另一个端口。`
export const badConfig = {
  port: (text: string): string => `PORT 应是 1 到 65535 之间的整数，现在是“${text}”。`,
  publicUrl: (text: string): string => `PUBLIC_URL 应是完整的网址，例如 https://yantu.example.cn，现在是“${text}”。`,
  databaseUrl: (): string => 'DATABASE_URL 应写成 postgres://用户名:密码@主机:端口/数据库名。不设置它，就用自带的数据库。',
  backupAt: (text: string): string => `YANTU_BACKUP_AT 应是每天备份的时刻，例如 02:30，现在是“${text}”。`,
} as const
export const folderTrouble = (folder: string, path: string): string =>
  `数据文件夹“${folder}”不能用：${path} 建不了或写不进去。请看看它是不是一个文件夹、当前用户能不能写，或用 YANTU_DATA 指定另一个文件夹。`
export const fileTrouble = (path: string): string => `“${path}”读不了或写不进去。请看看文件夹在不在、当前用户有没有权限，再试一次。`
export const diskFull = (folder: string): string => `磁盘满了，数据文件夹“${folder}”写不进去。请腾出空间后再试；已保存的内容没有受影响。`
export const diskFailing = '磁盘读写出错（EIO），多半是硬盘坏了。请先把数据文件夹和备份另存到别的磁盘，换好磁盘再启动。'
export const databaseGone = '做到一半，自带的数据库停了，没做完的没有写入。请看看磁盘和内存够不够，再试一次。'
export const hostTrouble = (host: string): string =>
  `HOST 写的“${host}”不是这台机器的地址。只在本机用写 127.0.0.1，要让别的机器连进来写 0.0.0.0。`
export const portForbidden = (port: number): string =>
  `当前用户不能使用端口 ${String(port)}。请用 PORT 指定 1024 以上的端口，前面放反向代理。`
export const databaseAway = '连不上 DATABASE_URL 写的数据库。请检查主机和端口，看看那边的 PostgreSQL 有没有启动、让不让这台机器连接。'
export const databaseLocked = 'DATABASE_URL 里的用户名或密码不对，数据库没有让进。请改正后再启动。'
export const databaseMissing = 'DATABASE_URL 里写的数据库还不存在。请先在 PostgreSQL 里新建它（create database），再启动。'
export const databaseRights = 'DATABASE_URL 里的账号权限不够：它要能在自己的数据库里建表，并能新建角色（CREATEROLE）。请加上权限后再启动。'
export const newerDatabase = (name: string): string => `这个数据库由更新版本的研途使用过（${name}）。请用新版本启动，旧版本不会改动它。`
export const olderPostgres = (version: string): string => `需要 PostgreSQL 15 或更新版本，现在是 ${version}。`
export const noBuild = '还没有构建页面：请用 npm start 启动，它会先构建。'
export const fillingDemo = '正在准备示例区，大约需要十几秒……'
export const clearedDemo = '上次准备示例区时中断了，半成品已清除，可以重新开始。'
export const demoNeedsEmpty = '数据库里已经有数据，示例只能放进空的数据库。可以用 YANTU_DATA 指定另一个文件夹再试。'
export const demoLink = (role: string, name: string, school: string | null, url: string): string =>
  `  ${role} ${name}${school === null ? '' : `（${school}）`}：${url}`
export const demoRoles: Readonly<Record<string, string>> = {
  teacher: '教师',
  officer: '师训专干',
  principal: '校长',
  'district-officer': '区师训专干',
  auditor: '督导',
  admin: '区管理员',
}

const needsLog = (log: string): string => `原因写在 ${log} 的最后几行。`
/** An own PostgreSQL that does not start, or died and does not come back. */
export const databaseWillNotStart = (why: WhyNot, log: string, folder: string): string => {
  switch (why) {
    case 'full':
      return diskFull(folder)
    case 'rights':
      return `自带的数据库读写不了自己的文件夹“${folder}/database”：文件夹的主人或权限不对（常见于复制、解压之后）。请把它交还给当前用户（chown -R），或用 root 启动一次，会自动改好。`
    case 'version':
      return `数据文件夹“${folder}”是另一个大版本的 PostgreSQL 建的，现在这个打不开它，内容没有改动。请用原来的研途版本启动，运行 npx yantu backup 备份，再恢复到新版本。`
    case 'damaged':
      return `自带的数据库“${folder}/database”有文件坏了或缺了，没有启动。请不要删除它：先把整个数据文件夹另存一份，再用 YANTU_DATA 指定一个新文件夹，运行 npx yantu restore 备份文件夹 --confirm（每晚的备份在 backups 里）。${needsLog(log)}`
    case 'memory':
      return `内存（或共享内存 /dev/shm）不够，自带的数据库启动不了。请关掉别的程序，在容器里请加大 --shm-size，再启动。${needsLog(log)}`
    case 'password':
      return `数据库的密码文件“${folder}/database-password”不见了或不对，进不了自带的数据库。请把它和 database 一起从原来的数据文件夹复制过来，再启动。`
    case 'unknown':
      return `自带的数据库启动不了，已保存的内容没有改动。${needsLog(log)}`
  }
}
const databaseDied = (why: WhyNot, log: string, folder: string): string =>
  why === 'full'
    ? `磁盘满了，自带的数据库停了，暂时收不了登记；老师的登记都还在手机里。请给“${folder}”所在的磁盘腾出空间，腾出后会自动接着用，不用重启。`
    : `自带的数据库意外停了，正在自动重新启动；已确认收下的内容不会丢，手机会自动再送。如果一直没有说“已恢复”，${needsLog(log)}`
const databaseBack = '自带的数据库已恢复，一切照常。'
const databaseRecovering = '上次是意外断电或被强行结束的，数据库正在自己恢复，可能要几分钟，请不要关机……'
export const databaseGoes = (what: HowItGoes, folder: string): string =>
  what.is === 'died' ? databaseDied(what.why, what.log, folder) : what.is === 'back' ? databaseBack : databaseRecovering
export const stopping = '正在停止，请稍候……'
export const inUseByCommand = (command: string, pid: number): string =>
  `这个数据文件夹正由命令 npx yantu ${command} 使用（进程 ${String(pid)}）。请等它做完再试。`
