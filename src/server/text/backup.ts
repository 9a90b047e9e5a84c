// What the server's log says about the nightly backup.

export const nightlyDone = (name: string, change: number, bytes: number, pictures: number): string =>
  `已自动备份：${name}（第 ${String(change)} 号变更，${(bytes / 1_000_000).toFixed(1)} MB，佐证图 ${String(pictures)} 张），并已试装核对。`
export const backupFailed = '自动备份没有成功，数据没有受影响，一小时后会再试。请看看磁盘是否还有空间、备份文件夹能否写入；原因见下一行。'
const inMb = (bytes: number): string => `${String(Math.ceil(bytes / 1_000_000))} MB`
export const noRoom = (folder: string, needed: number, free: number): string =>
  `没有备份：“${folder}”所在的磁盘只剩 ${inMb(free)}，备份和试装核对要 ${inMb(needed)}；硬做会把磁盘占满，研途就停了。请先腾出空间。`
export const noRoomAtNight = (folder: string, needed: number, free: number): string =>
  `自动备份：${noRoom(folder, needed, free)}也可以用 YANTU_BACKUPS 换一个磁盘放备份；一小时后会再试。`
export const backupBrokenOff = '正在停止：自动备份中断了，没做完的已清除，下次启动后会补做。'
export const mayNotProveAtNight =
  '自动备份没有成功：数据库账号不能新建数据库（CREATEDB），备份无法试装核对。请给这个账号加上权限；一小时后会再试。'
