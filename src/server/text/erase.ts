// What `npx yantu erase` says.

/** In place of the name, where a signed table or a partner's record needs the line. */
export const ERASED_NAME = '已删除人员'

interface Counts {
  readonly rows: number
  readonly ops: number
  readonly devices: number
  readonly files: number
  readonly roles: number
  readonly mentions: number
}

const counted = ({ rows, ops, devices, files, roles, mentions }: Counts): string =>
  `档案 ${String(rows)} 行、操作记录 ${String(ops)} 条、登录的设备 ${String(devices)} 台、佐证图 ${String(files)} 张、在任职务 ${String(roles)} 个，以及账号、手机号、证件号的校验值、导入时留下的内容；别处提到姓名的 ${String(mentions)} 处：年审表、师徒结对和工作室主持人处改写为“${ERASED_NAME}”（年审表上的学时数字不变，签过字的合计才对得上），交流名单和工作室成员里去掉这一行`
const stays = (signatures: number): string =>
  `保留：这个人在任职时给别人办理的 ${String(signatures)} 条记录上的署名（那是别人的档案），学校文件里“谁在何时任何职”，以及“这个编号已删除”这一条。`

export const wouldEraseLines = (name: string, counts: Counts, signatures: number): string[] => [
  `将永久删除 ${name}：${counted(counts)}。`,
  stays(signatures),
  '删除后不能恢复；以后恢复旧备份时也会再次删除。旧的自动备份里还有，最多 14 天后随备份过期。确定的话，请在命令后加 --confirm。',
]
export const erasedLines = (name: string, counts: Counts, signatures: number): string[] => [
  `已永久删除 ${name}：${counted(counts)}。`,
  stays(signatures),
  '别人的手机会在下次同步时去掉这份档案，名单和表里的姓名也随之改掉。已打印或导出的纸质表格请自行处理。',
]
export const alreadyErased = (on: string): string => `这个编号已在 ${on} 删除，没有要做的。`
export const eraseNeedsAdmin = '这是本区唯一的管理员，不能删除。请先在“角色”页把管理员交给别人。'
export const erasedAgain = (people: number): string => `数据库里又出现了已删除的 ${String(people)} 个人（来自旧备份或旧磁盘），已再次删除。`
