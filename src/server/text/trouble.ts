// What the log says while the disk is full or the database away. Phones hear a code and say it in their own words.

import type { Trouble } from '../store/trouble.ts'

export const TROUBLE_LOG: Readonly<Record<Trouble, string>> = {
  full: '磁盘满了：新的登记暂时存不下，没有确认收下，都还在老师的手机里。请给数据文件夹所在的磁盘腾出空间（旧日志、旧备份），腾出后自动恢复，手机会自动补送。',
  away: '数据库没有应答：登记暂时收不下，都还在老师的手机里。自带的数据库会自动重新启动；用 DATABASE_URL 的，请看看那边的 PostgreSQL 和中间的网络。恢复后手机会自动补送。',
}
