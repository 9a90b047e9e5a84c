// What `npx yantu` says: its help, which is also where the JSON is written down, and its answers.

import type { TableKind } from '../../wire/import.ts'
import { KIND_WORDS } from './entry-words.ts'
import type { State } from '../../domain/evaluate/reading.ts'

export const HELP = `研途命令行 — npx yantu <命令> [--json]

  import-roster 文件 [--school 标识码] [--dry-run] [--only-good]   导入教师花名册（.xlsx 或 .csv）
  import 文件 [--school 标识码] [--kind 种类] [名=值 …]    同上，还认历年学时表、培训名单和考核名单；培训名单要写明
                                                                   title= level= mode= first= last= hours=，历年学时表没有年度列时写 years=2021-2025；
                                                                   认错了种类时写 --kind：roster|openings|project|appraisal
  standing 教师 [--as-of 日期] [--known-at 日期]                   一位教师的学时；教师写教师编号、姓名或内部编号
  roll-up [学校] [--as-of 日期] [--known-at 日期]                  一所学校（标识码或校名）或全区的汇总
  targets 区 [--as-of 日期] [--known-at 日期]                      规划指标：每个数现在（或那天）到了多少
  report 名称 [学校] [--as-of 日期] [--known-at 日期] [名=值 …]   一份报告（和页面上同一份），名称不写则列出有哪些
  evaluate 文件                                                    按用例文件评定学时，每个用例一行 JSON
  invite 学校                                                      给还没有加入的教师打印领用条
  reset-password 教师                                              忘了密码又没人能当面重设（如唯一的管理员）：给一个一小时内有效的代码
  rebuild                                                          从档案重做所有汇总和索引
  verify                                                           全部重新计算并核对；有不一致时退出码为 1
  backup 文件                                                      备份到一个文件
  restore 文件 --confirm                                           从备份恢复，替换现有数据；也可写每晚自动备份的文件夹，佐证图一起恢复
  erase 教师 [--confirm]                                           永久删除一个人；不加 --confirm 只说会删什么
  accept-rollback --confirm                                        数据库回到了以前而又没有更新的备份时，以它为准继续

日期写 2026-09-30。--as-of：只算到这一天为止的学时；--known-at：只算这一天为止已登记的内容。
服务正在运行时直接连接它的数据库，没有运行时自己启动数据库，用完停下。
环境变量同 npm start:YANTU_DATA、DATABASE_URL、PUBLIC_URL、PORT。
服务运行时每天自动备份一次：YANTU_BACKUP_AT（默认 02:30）、YANTU_BACKUPS（默认在数据文件夹的 backups 里），保留 14 份。

erase 删除一个人的档案、账号、设备、佐证图和操作记录，并记住这个编号（数据库里和数据文件夹的 erasures.json 里各一份，只有编号，没有姓名）：
别人的年审表、师徒结对、工作室主持人处改写为“已删除人员”（年审表的学时数字不变），交流名单、工作室成员里去掉；打印或导出过的纸质表格不在其内。
以后对这个编号的登记一律不收，恢复旧备份时会再次删除。这个人在任职时给别人办理的记录，署名保留：那是别人档案里“谁认定的”。

退出码：0 完成；1 完成，但结果有问题（核对不一致、有行没有写入）；2 没有完成（写错了、找不到）。

--json 的内容（学时都是 0.1 学时的整数；字段只增不减）：
  import-roster  {"is":"planned"|"applied"|"refused"|"not-a-roster","batch":id,"totals":{"added","changed","kept","asked","skipped","ended",
                  "withErrors",…},"findings":[{"row","column","severity","code","words"}],"mayConfirm":"all"|"only-good"|"nothing",
                  "outcome":null|{"added","changed","ended","openedSchools","roles","leftOut","refused":[…]}}
  standing       {"person","name","school","asOf","knownAt","state","required","counted","recognised","pending","short","shortAfterPending",
                  "byLevel":[{"key","pending","recognised","counted"}],"byMode":[…],"verdicts":[{"rule","is","has","required","short"}],"missing":[…]}
  roll-up 学校   {"asOf","knownAt","school","onRoll","counted","notCounted","reasons":[{"by","value","people"}],
                  "states":{"met","on-the-way","concern","unverified"},"hours":{"pending","recognised","counted"},
                  "byLevel":[…],"byMode":[…],"bySubject":[…],"byStage":[…],"rules":[…],"waiting":{…}}
  targets        {"asOf","knownAt","district":{"code","name"},"indicators":[{"id","title","unit","figure":null|{"has","of"},"permille","verdict":"met"|"unmet"|
                  "words-only"|"undetermined"|null,"missing":[…],"ended","start","target","by","source","mark",
                  "atEnd":null|{"asOf","figure","permille","verdict"}}]}
  report         {"asOf","knownAt","school","answer":各报告自己的形状，见 src/domain/reports/register.ts}
  roll-up        {"asOf","knownAt","totals":{同上},"schools":[{"school","name","code",同上}]}
  evaluate       每个用例一行：{"name","counted","recognised","pending","perEntry","reasons","verdicts","evenPace"}，数是带一位小数的文字
  invite         {"slips":[{"person","name","school","code","url","expiresAt"}],"joined":已加入人数}
  reset-password {"person","name","school","code","url","expiresAt"}
  rebuild        {"mended":[{"subject","what"}]}      verify  {"differences":[{"subject","what"}]}
  backup         {"file","generation","change","tables":{表名:行数},"bytes"}      restore  {"file","generation","change","erasedAgain"}
  accept-rollback {"generation","change","erasedAgain"}
  erase          {"person","people":[合并过的各个编号],"name","removes":{"rows","ops","devices","files","roles","mentions"},"keeps":{"signatures"},"erasedOn":null,"done":false},
                  加 --confirm 后 {"person","people","removed":{同上},"keeps":{"signatures"},"erasedOn":日期,"done":true}；已删除过的编号 {"person","erasedOn","done":true}
  没有完成时     {"error":说明}`

export const unknownCommand = (word: string): string => `没有“${word}”这个命令。npx yantu --help 列出所有命令。`
export const unknownOption = (option: string): string => `没有“${option}”这个选项。npx yantu --help 列出所有选项。`
export const optionNotHere = (command: string, option: string): string => `${command} 用不上“${option}”这个选项。npx yantu --help 有用法。`
export const tooManyWords = (command: string, word: string): string => `${command} 后面多写了“${word}”。名称里有空格的，请用引号括起来。`
export const optionWithoutValue = (option: string): string => `“${option}”后面要写内容。`
export const wrongDay = (option: string, text: string): string => `${option} 应写成 2026-09-30 这样的日期，现在是“${text}”。`
export const needsWord = (what: string): string => `请写上${what}。npx yantu --help 有用法。`
export const noDistrict = '数据库里还没有区。请先用 npm start 建立本区，或看示例。'
export const noFile = (file: string): string => `找不到文件“${file}”。`
export const noSchool = (text: string): string => `没有叫“${text}”的学校，也没有这个标识码。`
export const severalSchools = (text: string): string => `“${text}”对得上不止一所学校，请写标识码。`
export const noTeacher = (text: string): string => `没有找到教师“${text}”。请写教师编号或完整姓名。`
export const severalTeachers = (text: string, numbers: readonly string[]): string =>
  `叫“${text}”的教师不止一位，请写教师编号：${numbers.join('、')}。`
export const noPerson = (text: string): string => `没有找到“${text}”。请写手机号、教师编号或完整姓名。`
export const severalPeople = (text: string, numbers: readonly string[]): string =>
  `叫“${text}”的不止一位，请写手机号或教师编号：${numbers.join('、')}。`
export const notJoined = (text: string): string => `“${text}”还没有领用，没有密码可以重设。请给这位老师打印领用条。`
export const resetHead = '一小时内用这个代码设新密码，只能用一次；请当面或打电话交给本人。设好后，原来登录的设备都要重新登录。'
export const noImporter = '本区还没有管理员，不能导入。'
export const databaseStarting = (pid: number): string => `研途正在启动或停止（进程 ${String(pid)}），请稍后再试。`
/** One transaction each, but for what may be run again. */
export const brokenOff = (command: string): string =>
  command === 'restore'
    ? '恢复中断了：要么还是原来的数据，要么已经全部恢复，不会只有一半。请再运行一次。'
    : `${command} 中断了，没做完的没有写入，已有的数据没有受影响。可以再运行一次。`
export const notJson = (file: string): string => `“${file}”不是用例文件（JSON）。用例写法见 tests/policy-cases。`

export const STATE_WORDS: Record<State, string> = { met: '已达标', 'on-the-way': '进行中', concern: '需关注', unverified: '待核实' }
export const verified = '全部核对一致。'
/** A snapshot of a year review that says otherwise than the dossiers: for the district to return, nothing to rebuild. */
export const reviewsDiffer = (n: number): string =>
  `有 ${String(n)} 份年审交表与档案不符。请区里在“年审”页看是谁、退回或写明理由通过；rebuild 不改交表。`
export const differs = (n: number): string => `有 ${String(n)} 处不一致。可以运行 npx yantu rebuild 重做。`
export const rebuilt = (n: number): string => (n === 0 ? '已全部重做，没有需要改的。' : `已全部重做，改正了 ${String(n)} 处。`)
export const nothingWritten = '这是预览，没有写入。'
export const imported = (o: { added: number; changed: number; ended: number; leftOut: number }): string =>
  `已导入：新增 ${String(o.added)} 人，变更 ${String(o.changed)} 人，离校 ${String(o.ended)} 人，没有导入 ${String(o.leftOut)} 行。`
export const blocked = '有错误，没有写入。改正后再导入，或加 --only-good 只导入无误的行。'
export const nothingToDo = '与系统里一致，没有要写入的内容。'
export const couldNotWrite = '没有写入：预览之后系统里又加了人，请再运行一次。'
export const planWords = (t: {
  added: number
  changed: number
  kept: number
  asked: number
  withErrors: number
  newSchools: number
}): string =>
  `新增 ${String(t.added)} 人，变更 ${String(t.changed)} 人，不变 ${String(t.kept)} 人，要问 ${String(t.asked)} 行，有错误 ${String(t.withErrors)} 行，新建学校 ${String(t.newSchools)} 所。`
export const unknownKind = (text: string): string =>
  `--kind 只能写 roster（花名册）、openings（历年学时表）、project（培训名单）或 appraisal（考核名单），现在是“${text}”。`
export const entriesPlanWords = (
  kind: TableKind,
  t: { added: number; kept: number; skipped: number; asked: number; withErrors: number },
): string =>
  `${KIND_WORDS[kind]}：要写入 ${String(t.added)} 条，已有 ${String(t.kept)} 行，不导入 ${String(t.skipped)} 行，要问 ${String(t.asked)} 行，有错误 ${String(t.withErrors)} 行。`
export const aboutLine = (a: { words: string; field: string; value: string; wrong: boolean }): string =>
  `  ${a.words}(${a.field}):${a.value === '' ? '没有填' : a.value}${a.wrong ? ' ←请补上或改正' : ''}`
export const aboutMissing = (fields: readonly string[]): string =>
  `没有写入。请在文件名后面写上 ${fields.map((f) => `${f}=…`).join(' ')}，再运行一次。`
export const entriesImported = (o: { added: number; leftOut: number }): string =>
  `已导入 ${String(o.added)} 条，没有导入 ${String(o.leftOut)} 行。`
export const rolesHint = (n: number): string => `另有 ${String(n)} 个职务（校长、师训专干）要由区里在页面上确认。`
export const backedUp = (file: string, change: number, bytes: number): string =>
  `已备份到 ${file}（第 ${String(change)} 号变更，${(bytes / 1_000_000).toFixed(1)} MB），并已试装核对。`
export const restored = (file: string, generation: number): string =>
  `已从 ${file} 恢复，现在是第 ${String(generation)} 代。教师的手机会自动补送备份之后的内容；备份之后才领用的教师要重新领用，之后导入的名册要重新导入。`
export const restoreNeedsConfirm = '恢复会替换现有的全部数据。确定要恢复，请在命令后加 --confirm。'
export const restoreWhileRunning = (pid: number): string => `研途正在运行（进程 ${String(pid)}）。请先停止它再恢复。`
export const BACKUP_WRONG: Record<'not-a-backup' | 'cut-off' | 'damaged' | 'newer', string> = {
  'not-a-backup': '这个文件不是研途的备份。',
  'cut-off': '这个备份不完整，没有恢复任何内容。请换一个备份文件。',
  damaged: '这个备份已损坏，没有恢复任何内容。请换一个备份文件。',
  newer: '这个备份来自更新版本的研途。请先更新，再恢复。',
}
export const backupOfAnother = (inBackup: readonly string[], here: readonly string[]): string =>
  inBackup.length === 0
    ? `这个备份是建区以前的，里面还没有${here.join('、')}的数据，没有恢复任何内容。请换一个备份。`
    : `这个备份是${inBackup.join('、')}的，这里是${here.join('、')}，没有恢复任何内容。要恢复到别处，请用 YANTU_DATA 指定一个新的空文件夹再试。`
export const slipsHead = (school: string, slips: number, joined: number): string =>
  `${school}：${String(slips)} 张领用条，已加入 ${String(joined)} 人。每个代码只能用一次，请当面交给本人。`
export const slipLine = (name: string, code: string, url: string): string => `  ${name}  ${code}  ${url}`
export const mayNotProve = '没有备份：数据库账号不能新建数据库（CREATEDB），备份无法试装核对。请给这个账号加上权限再试。'
export const workbookWritten = (file: string): string => `没有导入的行写在 ${file}，改好后可以再导入。里面有身份证号，用完请删除。`
export const reportNames = (names: readonly string[]): string => `请写报告的名称：${names.join('、')}`
export const badReportWords = (name: string, field: string): string => `报告 ${name} 不认识“${field}”，或它的值不对。`
export const otherDistrict = (typed: string, here: string): string => `这个数据库里是${here}，没有“${typed}”。`
export const TARGET_WORDS = { met: '达到', unmet: '没达到', 'words-only': '不判断', undetermined: '待核实' } as const
