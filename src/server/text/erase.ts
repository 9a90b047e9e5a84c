// What `npx yantu erase` says.

interface Counts { readonly rows: number; readonly ops: number; readonly devices: number; readonly files: number; readonly roles: number }

const counted = ({ rows, ops, devices, files, roles }: Counts): string =>
  `档案 ${String(rows)} 行、操作记录 ${String(ops)} 条、登录的设备 ${String(devices)} 台、佐证图 ${String(files)} 张、在任职务 ${String(roles)} 个,以及账号、手机号、证件号的校验值、导入时留下的内容`
const stays = (signatures: number): string =>
  `保留:这个人在任职时给别人办理的 ${String(signatures)} 条记录上的署名(那是别人的档案),学校文件里“谁在何时任何职”,以及“这个编号已删除”这一条。`

export const wouldEraseLines = (name: string, counts: Counts, signatures: number): string[] => [
  `将永久删除 ${name}:${counted(counts)}。`, stays(signatures),
  '删除后不能恢复;以后恢复旧备份时也会再次删除。旧的自动备份里还有,最多 14 天后随备份过期。确定的话,请在命令后加 --confirm。',
]
export const erasedLines = (name: string, counts: Counts, signatures: number): string[] => [
  `已永久删除 ${name}:${counted(counts)}。`, stays(signatures), '别人的手机会在下次同步时去掉这份档案。',
]
export const alreadyErased = (on: string): string => `这个编号已在 ${on} 删除,没有要做的。`
export const eraseNeedsAdmin = '这是本区唯一的管理员,不能删除。请先在“角色”页把管理员交给别人。'
export const erasedAgain = (people: number): string => `数据库里又出现了已删除的 ${String(people)} 个人(来自旧备份或旧磁盘),已再次删除。`
