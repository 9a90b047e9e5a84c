// What the import says to people: every finding, every refused file, every row left out, and the names of fields.
// Plain Chinese that says what to do. A sentence never contains a whole ID number: the finding never had it.

import { ABOUT_WORDS } from './entry-words.ts'
import type { Field } from '../import/fields.ts'
import type { Change, ChangeField } from '../import/plan.ts'
import type { Finding, FindingCode, Ignored, NotARoster, Severity } from '../import/reading.ts'
import { MAX_ROWS, type FileRefusal } from '../sheets/sheet.ts'

const FINDING_WORDS: Record<FindingCode, (value: string) => string> = {
  'name.empty': () => '姓名是空的，请补上。',
  'name.odd-characters': (v) => `姓名“${v}”里有不像姓名的字符，请核对；生僻字若显示成方框，请换用标准字。`,
  'staff-number.duplicate': (v) => `教师编号与第 ${v} 行重复，一个编号只能对应一个人，请改正其中一行。`,
  'staff-number.is-id-number': () => '这里填的是身份证号。教师编号会显示给同事看，请换成编号或留空。',
  'id.check-digit': () => '身份证号末位校验不对，多半是抄错了一位，请对照证件改正。',
  'id.fifteen-digits': () => '这是 15 位旧身份证号，请改填 18 位号码。',
  'id.wrong-length': () => '身份证号不是 18 位，请补全或改正。',
  'id.no-such-birthday': () => '身份证号里的出生日期不存在，请对照证件改正。',
  'id.digits-lost': () => '表格把身份证号当成了数字，后几位已经丢失。请把这一列设为“文本”格式后重新填写。',
  'id.duplicate': (v) => `身份证号与第 ${v} 行相同，是同一个人。请只留一行，或改正填错的一行。`,
  'id.other-document': () => '这不是内地居民身份证号，本次不用它核对身份，请确认这个人没有重复。',
  'date.unreadable': (v) => `看不懂日期“${v}”，请写成 2015-09 或 2015-09-01。`,
  'date.in-future': (v) => `“${v}”还没有到，请核对年份。`,
  'date.soon': (v) => `“${v}”还没有到，已按即将到岗记下，请核对。`,
  'date.year-only': (v) => `“${v}”只有年份，没有采用，请补上月份。`,
  'date.january-or-october': (v) => `读作 ${v}。若原来写的是 10 月（如 2013.10），表格会丢掉末尾的 0，请核对。`,
  'date.chinese-numerals': (v) => `中文数字日期，读作 ${v}，请核对。`,
  'date.serial-number': (v) => `单元格里是日期序号，读作 ${v}，请核对。`,
  'date.joined-before-work': () => '进入本校时间早于参加工作时间，请核对哪一个写错了。',
  'date.left-before-joined': () => '离校时间早于进入本校时间，请改正。',
  'phone.not-mobile': (v) => `“${v}”不是 11 位手机号，没有采用；以后要用手机号登录的，请补正。`,
  'sex.unknown': (v) => `性别“${v}”认不出来，请填“男”或“女”；先按未知记。`,
  'sex.differs-from-id': (v) => `性别填的是“${v}”，与身份证号不一致，请核对。`,
  'employment.unknown': (v) => `用人形式“${v}”认不出来，先按未知记。可填：在编、聘用、临聘代课、劳务派遣、返聘、民办、实习。`,
  'category.unknown': (v) => `教职工类别“${v}”认不出来，先按未知记。可填：专任教师、职员、工勤、保育。`,
  'stage.unknown': (v) => `任教学段“${v}”认不出来，先按未知记。可填：幼儿园、小学、初中、高中、中职、特教。`,
  'status.unknown': (v) => `在岗状态“${v}”认不出来，先按待核实记。`,
  'status.to-be-verified': (v) => `在岗状态写的是“${v}”，记为待核实，请弄清后再补。`,
  'status.pause-undated': (v) => `“${v}”没有写起止日期，暂停先记为待核实，请补上从哪天到哪天。`,
  'left.without-day': (v) => `“${v}”没有写是哪一天，这个人先不作离校处理；请补上日期，如“2026年9月退休”。`,
  'left.far-ahead': (v) => `离校日期 ${v} 还很远，本次不作离校处理，到时再报。`,
  'person.maybe-same': (v) => `与第 ${v} 行可能是同一个人，请核对；若是两个人，请补上身份证号。`,
  'text.too-long': () => '这一格超过 100 个字，请改短。',
  'cell.formula': (v) => `这一格是公式，只当文字“${v}”收下，没有运算，请核对。`,
  'school.not-given': () => '没有写学校。请在表里加“学校标识码”或“学校名称”一列，或先选好要导入的学校。',
  'school.other-than-given': (v) => `这一行的学校是“${v}”，不是所选的学校，请改正或分开导入。`,
  'school.name-differs': (v) => `没有叫“${v}”的学校，按所选的学校导入，请核对。`,
  'sheet.another-roster': (v) => `工作表“${v}”也像花名册，本次没有读它；需要时请选中它再导入一次。`,
  'match.points-to-two': () => '教师编号和身份证号在系统里是两个不同的人，请核对是哪一个填错了。',
  'match.already-taken': (v) => `与第 ${v} 行对上了系统里的同一个人，请只留一行。`,
  'match.at-another-school': (v) => `这个人现在的人事关系在别的学校，导入后会转到“${v}”，请确认确已调动。`,
  'match.former-name': (v) => `这是曾用名，系统里现在的姓名是“${v}”，不会改回去。`,
  'match.back-without-day': (v) =>
    v === ''
      ? '系统里这个人正在暂停，表里写在岗却没有日期；请到这个人的页面填写哪天恢复。'
      : `系统里这个人已于 ${v} 离校，表里写在岗；若又回来任教，请到这个人的页面办理到岗。`,
  'match.move-needs-district': (v) => `这个人的人事关系不在“${v}”，学校不能自己转入；请联系区里办理调动，或由区里导入。`,
  'about.missing': (v) => `“${ABOUT_WORDS[v]?.words ?? v}”没有填，请先在上面填好。`,
  'about.unreadable': (v) => `“${ABOUT_WORDS[v]?.words ?? v}”填得不对，请改正。`,
  'amount.empty': () => '没有写学时，请补上。',
  'amount.negative': (v) => `“${v}”是负数，不能小于 0，请改正。`,
  'amount.two-places': (v) => `“${v}”小数点后不止一位，这里只记到一位小数，请改正。`,
  'amount.unreadable': (v) => `“${v}”看不出是多少，请只填数字，如 16 或 20.5。`,
  'amount.says-credits': (v) => `“${v}”写的是学分，这一列是学时，两样不换算。请把它放到“学分”列，学时照证书或通知填。`,
  'amount.says-hours': (v) => `“${v}”写的是学时，这一列是学分，两样不换算。请把它放到“学时”列。`,
  'share.unreadable': (v) => `出勤率“${v}”看不懂，请写成 85%、0.85 或 17/20（只写 1 按 100% 算，1% 请写上百分号）；不清楚的留空。`,
  'share.over-whole': (v) => `出勤率“${v}”超过了 100%，请核对，写成 85%、0.85 或 17/20。`,
  'entry.unknown-person': (v) => `系统里没有“${v}”这位老师，没有导入。请核对姓名和学校，或先导入花名册。`,
  'entry.many-unknown': (v) =>
    `有 ${v} 个人系统里没有。请先导入这些学校的花名册，或核对是不是本区的名单；确实只要导入认得出的人，再选“只导入无误的”。`,
  'entry.not-yours': (v) => `“${v}”的人事关系不在你的学校，请由那所学校或区里导入。`,
  'entry.other-name': (v) => `身份证号或编号对应的老师叫“${v}”，和表里的姓名不同，请核对。`,
  'entry.same-line': (v) => `与第 ${v} 行一模一样，只会记一次。请删去一行；确是两次培训的，请写上培训名称。`,
  'entry.joined': (v) => `与第 ${v} 行是同一年同级别同形式，学时已加在一起。`,
  'entry.no-level': () => '没有写级别，请补上。',
  'entry.level-unknown': (v) => `级别“${v}”认不出来，请写国培、市培、区培、片区、校本或自主。`,
  'entry.level-not-used': (v) => `本区没有“${v}”这个级别，请改正。`,
  'entry.mode-unknown': (v) => `形式“${v}”认不出来，先按“其他形式”记。可写：集中、网络、混合、跟岗、校本研修。`,
  'opening.own': () => '这是你自己的期初学时，要由别人导入。',
  'opening.no-year': () => '没有写年度，请补上；只有几年合计的，写成 2021-2025。',
  'opening.year-unreadable': (v) => `年度“${v}”看不懂，请写成 2023，或 2021-2025。`,
  'opening.year-not-begun': (v) => `“${v}”还没有开始，不能作为期初学时。`,
  'opening.school-year-open': (v) => `学年“${v}”从哪天算起待区确认，先按可能的两个年度记，跨周期时算不准。`,
  'opening.before-work': (v) => `${v}在这位老师参加工作以前，没有导入，请核对年度或参加工作时间。`,
  'opening.after-leaving': (v) => `${v}在这位老师离校以后，没有导入，请核对年度或离校日期。`,
  'opening.too-many': (v) => `一年 ${v} 学时，多得不像一年的数，没有导入，请核对是不是多写了一位。`,
  'opening.differs': (v) =>
    `系统里这一年是 ${v === '' ? '另一个数' : `${v} 学时`}，与表里不同，保留系统里的。要改请先撤销原来那次导入，或由学校更正。`,
  'opening.was-reversed': (v) => `这一年的期初学时已被冲销（${v}），没有再导入。`,
  'appraisal.needs-officer': () => '你是管理员，不登记考核记载。请由区里的培训管理员来导入这份名单。',
  'appraisal.own': () => '名单里有你自己，你的这条要由别人登记。',
  'appraisal.no-day': () => '没有写日期，请补上，或在上面填一个都用的日期。',
  'appraisal.whole-day': (v) => `“${v}”没有写到日，请写成 2026-09-01 这样。`,
  'appraisal.no-count': (v) => (v === '' ? '没有写次数，请补上。' : `次数“${v}”看不懂，请只填数字。`),
  'appraisal.no-result': (v) =>
    v === '' ? '没有写考核结果，请补上。' : `考核结果“${v}”认不出来，请写优秀、合格、基本合格、不合格或不定等次。`,
  'appraisal.days-only': () => '这一项只记日期，表里的结果不保存。',
  'appraisal.differs': (v) => `系统里这一期记的是 ${v}，与表里不同，保留系统里的。要改请先在本人页面撤销那一条。`,
  'project.needs-officer': () => '你是管理员，不发学时。请由区里负责认定的培训管理员来导入这份名单。',
  'project.own': () => '名单里有你自己，你的这条要由别人审核。',
  'project.same-list': (v) =>
    `这份名单和已登记的“${v}”几乎是同一批人，结束日期和学时也相同，可能是同一份名单换了名字。请先核对；确是两次培训，再选“只导入无误的”。`,
  'project.differs': (v) => `系统里这次培训给的是 ${v}，与表里不同，保留系统里的。要改请到这条记录里更正。`,
  'project.claimed-already': (v) => `本人已登记过“${v}”，导入后会有两条，请核对。`,
  'project.absent-with-hours': (v) => `结果写的是缺勤或没有完成，学时却是 ${v}，请核对。`,
  'project.absent-with-credits': (v) => `结果写的是缺勤或没有完成，学分却是 ${v}，请核对。`,
  'project.too-many-credits': (v) => `${v} 学分，多得不像一次培训，请核对。`,
  'project.nothing-without-reason': () => '学时是 0 却没有写原因，请在考核结果里写明，老师看得到。',
  'project.too-many': (v) => `${v} 学时，多得不像一次培训，请核对。`,
  'match.left-and-unknown': (v) => `“${v}”，而系统里没有这个人，没有加入。`,
}

export const findingSentence = (f: Finding): string => FINDING_WORDS[f.code](f.value ?? '')

export const SEVERITY_WORDS: Record<Severity, string> = { error: '错误', warning: '请核对', notice: '说明' }

export const FILE_REFUSAL_WORDS: Record<FileRefusal, string> = {
  'file.empty': '这个文件是空的，请选有内容的花名册。',
  'file.too-big': '文件超过 20 MB。花名册通常只有几百 KB，请删去图片等多余内容后再试。',
  'file.not-a-workbook': '这不是 Excel 表格。请选 .xlsx 或 .csv 文件。',
  'file.legacy-xls': '这是旧版 .xls 文件。请用 Excel 或 WPS 打开，选“另存为”→“Excel 工作簿（.xlsx）”，再导入。',
  'file.encrypted': '这个表格设了打开密码。请取消密码、另存一份后再导入。',
  'file.zip-bomb': '这个文件解开后大得不正常，没有读取。请把花名册复制到一个新表格里再导入。',
  'file.too-many-rows': `表格超过 ${MAX_ROWS} 行或列数太多，请删去多余的空行，或分成几个文件导入。`,
  'file.damaged': '表格损坏，读不出来。请用 Excel 或 WPS 打开后另存一份，再导入。',
  'file.took-too-long': '这个表格太复杂，30 秒内没有读完。请只留花名册这一张工作表，另存后再导入。',
  'file.unreadable-text': '认不出这个文本文件的编码。请另存为 .xlsx，或“CSV UTF-8”，再导入。',
}

export const NOT_A_ROSTER_WORDS: Record<NotARoster['code'], string> = {
  'roster.is-hours': '这是历年学时表，不是教师花名册，没有导入任何内容。请选花名册。',
  'roster.is-activity': '这是一次培训的名单，不是教师花名册，没有导入任何内容。请选花名册。',
  'roster.no-name-column': '没找到“姓名”等花名册的表头。请指出表头在哪一行、各列是什么，或换一个文件。',
  'roster.nobody': '表头下面没有人，请核对是不是选错了工作表。',
}

export const IGNORED_WORDS: Record<Ignored['what'], string> = {
  'instructions-sheet': '填表说明，没有读',
  'other-sheet': '别的工作表，没有读',
  'empty-sheet': '空的工作表',
  'title-row': '标题行',
  'unit-row': '填报单位行',
  'note-row': '说明行',
  'total-row': '合计行',
  'repeated-heading': '重复的表头',
  'example-row': '示例行',
}

export const FIELD_WORDS: Record<Field, string> = {
  name: '姓名',
  'former-names': '曾用名',
  'staff-number': '教师编号',
  'id-number': '身份证号',
  sex: '性别',
  phone: '手机号',
  subject: '任教学科',
  stage: '任教学段',
  'school-name': '学校名称',
  'school-code': '学校标识码',
  campus: '校区或教学点',
  employment: '用人形式',
  category: '教职工类别',
  position: '职务',
  'worked-since': '参加工作时间',
  joined: '进入本校时间',
  left: '离校时间',
  'leave-reason': '离校原因',
  status: '在岗状态',
  born: '出生年月（不保存）',
  title: '职称（不保存）',
  education: '学历（不保存）',
  backbone: '骨干级别（不保存）',
  certificate: '教师资格证（不保存）',
  ordinal: '序号（不保存）',
  'not-needed': '其他（不保存）',
}

export const CHANGE_WORDS: Record<ChangeField, string> = {
  name: '姓名',
  formerNames: '曾用名',
  staffNumber: '教师编号',
  idNumber: '身份证号',
  sex: '性别',
  phone: '手机号',
  subject: '任教学科',
  stage: '任教学段',
  employment: '用人形式',
  category: '教职工类别',
  workedSince: '参加工作时间',
  joined: '进入本校时间',
  school: '人事关系所在学校',
}

/** How much of a change may be said aloud: an ID number only by its last four places. */
export const changeSentence = (c: Change): string => {
  const tail = c.field === 'idNumber' ? '尾号 ' : ''
  return c.from === null ? `${CHANGE_WORDS[c.field]}：补上 ${tail}${c.to}` : `${CHANGE_WORDS[c.field]}：${tail}${c.from} → ${tail}${c.to}`
}

export const WORKBOOK_WORDS = {
  sheet: '未导入',
  reason: '原因',
  originalRow: '原行号',
  checkSheet: '请核对和说明',
  column: '列',
  severity: '程度',
  says: '说明',
} as const
