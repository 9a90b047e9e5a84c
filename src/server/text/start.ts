// What the server says in the terminal while it starts and stops.

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
export const diskFull = (folder: string): string => `磁盘满了，数据文件夹“${folder}”写不进去。请腾出空间后再启动；已保存的内容没有受影响。`
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
