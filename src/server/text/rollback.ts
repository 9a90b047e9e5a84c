// What is said when the database has come back from the past without anybody announcing it.

export const rolledBackTitle = '研途暂停接收：数据库比记录的旧'
const ways = [
  '有较新的备份：停止研途，运行 npx yantu restore 备份文件夹 --confirm（每晚的备份在数据文件夹的 backups 里），再启动。',
  '没有更新的备份，就用现在这份数据库：停止研途，运行 npx yantu accept-rollback --confirm，再启动。',
] as const
export const rolledBackLines = [
  '服务器的数据库回到了以前的状态（例如换回了旧磁盘或旧快照）。为了不丢失、不重复学时，现在只能看，不收新的登记。',
  '老师不用做什么：手机里的登记都还在，恢复后会自动补送。',
  '请管理员在服务器上二选一：',
  ...ways,
] as const
export const rolledBackLog = [rolledBackTitle, ...ways].join('\n  ')

export const acceptNeedsConfirm = '这会以现在的旧数据库为准继续，手机会把它们知道已确认的内容重新送来。确定的话，请在命令后加 --confirm。'
export const acceptWhileRunning = (pid: number): string => `研途正在运行（进程 ${String(pid)}）。请先停止它，再运行这个命令。`
export const notRolledBack = '数据库没有回退，不需要这个命令。'
export const districtLost = '数据库里没有本区的数据，不能以它为准。请用 npx yantu restore 备份文件夹 --confirm 恢复。'
export const rollbackAccepted = (generation: number): string =>
  `已以现在的数据库为准，现在是第 ${String(generation)} 代。启动研途后，手机会自动补送缺少的内容。`
