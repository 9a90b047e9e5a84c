// What the server says in the terminal while it starts and stops.

export const ready = (url: string): string => `研途 ready: ${url}`
export const stopped = '研途已停止。'
export const inUse = (pid: number): string => `这个数据文件夹正被另一个研途使用(进程 ${String(pid)})。请先停止它,或用 YANTU_DATA 指定另一个文件夹。`
export const portTaken = (port: number): string => `端口 ${String(port)} 已被占用。请关闭占用它的程序,或用 PORT 指定另一个端口。`
export const badConfig = {
  port: (text: string): string => `PORT 应是 1 到 65535 之间的整数,现在是“${text}”。`,
  publicUrl: (text: string): string => `PUBLIC_URL 应是完整的网址,例如 https://yantu.example.cn,现在是“${text}”。`,
  backupAt: (text: string): string => `YANTU_BACKUP_AT 应是每天备份的时刻,例如 02:30,现在是“${text}”。`,
} as const
export const newerDatabase = (name: string): string => `这个数据库由更新版本的研途使用过(${name})。请用新版本启动,旧版本不会改动它。`
export const olderPostgres = (version: string): string => `需要 PostgreSQL 15 或更新版本,现在是 ${version}。`
export const noBuild = '还没有构建页面:请用 npm start 启动,它会先构建。'
export const fillingDemo = '正在准备示例区,大约需要十几秒……'
export const clearedDemo = '上次准备示例区时中断了,半成品已清除,可以重新开始。'
export const demoNeedsEmpty = '数据库里已经有数据,示例只能放进空的数据库。可以用 YANTU_DATA 指定另一个文件夹再试。'
export const demoLink = (role: string, name: string, school: string | null, url: string): string => `  ${role} ${name}${school === null ? '' : `(${school})`}:${url}`
