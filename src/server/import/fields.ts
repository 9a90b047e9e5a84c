// Columns by meaning: every heading met in schools' rosters, and the field it stands for.
// A heading is compared without blanks, line breaks, brackets, stars and full-width forms. What is not in the table is never guessed
// at from its values: it is listed, and the person says what it is.

export const FIELD_HEADINGS = {
  name: ['姓名', '教师姓名', '教职工姓名', '职工姓名', '员工姓名', '人员姓名', '老师姓名', '现姓名', '名字', '教师'],
  'former-names': ['曾用名', '原姓名', '原名', '旧名', '更名前姓名'],
  'staff-number': [
    '教师编号',
    '工号',
    '教工号',
    '职工号',
    '教职工号',
    '教职工编号',
    '职工编号',
    '人员编号',
    '员工编号',
    '教师号',
    '教师工号',
    '教师代码',
    '个人编号',
  ],
  'id-number': [
    '身份证号',
    '身份证号码',
    '身份证',
    '身份证件号',
    '身份证件号码',
    '公民身份号码',
    '居民身份证号',
    '居民身份证号码',
    '证件号码',
    '证件号',
  ],
  sex: ['性别'],
  phone: [
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '联系方式',
    '联系手机',
    '电话',
    '电话号码',
    '移动电话',
    '本人手机',
    '本人电话',
    '常用手机',
  ],
  subject: [
    '任教学科',
    '主教学科',
    '学科',
    '所教学科',
    '任课学科',
    '现任教学科',
    '主要任教学科',
    '授课学科',
    '任教科目',
    '教学科目',
    '科目',
    '任教课程',
  ],
  stage: ['任教学段', '学段', '主要任教学段', '所在学段', '任教阶段', '现任教学段'],
  'school-name': [
    '学校',
    '学校名称',
    '学校全称',
    '单位',
    '单位名称',
    '单位全称',
    '工作单位',
    '现工作单位',
    '所在学校',
    '所在单位',
    '所属学校',
    '所属单位',
    '任教学校',
    '校名',
    '园名',
    '幼儿园名称',
    '人事关系所在学校',
    '人事关系所在单位',
  ],
  'school-code': ['学校代码', '学校编码', '学校标识码', '标识码', '单位代码', '单位编码', '机构代码', '机构标识码', '学校机构标识码'],
  campus: ['教学点', '所在教学点', '任教教学点', '校区', '所在校区', '任教校区'],
  employment: [
    '用人形式',
    '用人方式',
    '编制',
    '编制情况',
    '编制类型',
    '编制类别',
    '编制性质',
    '是否在编',
    '用工形式',
    '用工性质',
    '聘用形式',
    '聘用类型',
    '人员性质',
  ],
  category: ['教职工类别', '教职工类型', '岗位类别', '岗位类型', '人员类别', '人员类型', '教师类别', '是否专任', '是否专任教师'],
  position: ['岗位', '职务', '行政职务', '现任职务', '校内职务', '担任职务', '党政职务', '工作岗位', '现任岗位', '所任职务'],
  'worked-since': ['参加工作时间', '参加工作年月', '参加工作日期', '参加工作年月日', '参工时间', '参工年月', '工作时间', '开始工作时间'],
  joined: [
    '进入本校时间',
    '进入本校年月',
    '进入本校日期',
    '来校时间',
    '来本校时间',
    '来校年月',
    '到校时间',
    '到本校时间',
    '进校时间',
    '入校时间',
    '进入现单位任教时间',
    '进入现单位时间',
    '进入学校时间',
    '调入时间',
    '入职时间',
    '入职日期',
    '到岗时间',
    '入园时间',
    '来园时间',
    '进入本园时间',
  ],
  left: [
    '离校时间',
    '离校日期',
    '离职时间',
    '离职日期',
    '离开本校时间',
    '调出时间',
    '调离时间',
    '退休时间',
    '退休日期',
    '离岗时间',
    '离园时间',
  ],
  'leave-reason': ['离校原因', '离职原因', '离开原因', '变动原因', '异动原因', '变动情况', '异动情况'],
  status: ['在岗状态', '在职状态', '在岗情况', '在职情况', '人员状态', '教职工状态', '状态', '是否在岗', '目前状态', '当前状态'],
  born: ['出生年月', '出生日期', '出生时间', '出生年月日', '生日'],
  title: ['职称', '现聘职称', '现任职称', '专业技术职称', '专业技术职务', '专业技术职务等级', '职称等级', '专技职务', '评聘职称'],
  education: ['学历', '最高学历', '第一学历', '现学历', '学历学位', '文化程度', '学位', '最高学位'],
  backbone: ['骨干级别', '骨干教师级别', '最高骨干教师级别', '骨干教师', '骨干', '骨干称号', '名师级别'],
  certificate: ['教师资格证', '教师资格', '资格证', '教师资格种类', '教师资格证种类', '教师资格证号', '资格证种类', '教师资格证学科'],
  ordinal: ['序号', '序', '顺序号', '行号', 'no', 'no.'],
  'not-needed': [
    '备注',
    '说明',
    '原因',
    '民族',
    '政治面貌',
    '籍贯',
    '年龄',
    '教龄',
    '工龄',
    '住址',
    '家庭住址',
    '邮箱',
    '电子邮箱',
    '毕业院校',
    '毕业学校',
    '所学专业',
    '专业',
    '证件类型',
    '身份证件类型',
    '国籍',
    '国籍地区',
    '任教年级',
    '任教班级',
    '年级',
    '班级',
    '周课时',
    '微信号',
    'qq',
    'qq号',
  ],
} as const satisfies Record<string, readonly string[]>

export type Field = keyof typeof FIELD_HEADINGS
export const FIELDS = Object.keys(FIELD_HEADINGS) as Field[]

/** Recognised and left alone: the fewest data that serve. */
const NOT_KEPT: ReadonlySet<Field> = new Set<Field>(['born', 'title', 'education', 'backbone', 'certificate', 'ordinal', 'not-needed'])
export const isKept = (field: string | null): boolean => field !== null && !NOT_KEPT.has(field as Field)

/** Facts of a person's employment: a table without any of them is a name list of something else. */
export const PERSONNEL: ReadonlySet<Field> = new Set<Field>([
  'staff-number',
  'id-number',
  'sex',
  'phone',
  'employment',
  'category',
  'worked-since',
  'joined',
  'left',
  'status',
  'born',
  'title',
  'education',
])

/** Wider nets for headings in whole sentences; asked only when the table has no such heading. */
const PATTERNS: readonly (readonly [RegExp, Field])[] = [
  [/身份证|公民身份号/, 'id-number'],
  [/手机/, 'phone'],
  [/标识码|(学校|单位|机构)(代码|编码)/, 'school-code'],
  [/参加工作/, 'worked-since'],
  [/^(进入|来|到|入|进|调入)(本|现|该|我)?(校|单位|学校|园).*(时间|年月|日期)$/, 'joined'],
  [/^(离开|调出|调离|离)(本|现|该|我)?(校|单位|学校|园).*(时间|年月|日期)$/, 'left'],
  [/(教师|教职工|职工|教工)(编号|工号)/, 'staff-number'],
  [/^(现|主要|主)?(任教|所教|任课)学科/, 'subject'],
  [/骨干/, 'backbone'],
  [/职称|专业技术职务/, 'title'],
  [/学历/, 'education'],
  [/资格证/, 'certificate'],
]

/** Columns of one kind of table, by meaning: what a heading stands for, and which columns say something that is used. */
export interface ColumnSet {
  fieldOf(heading: string): string | null
  isKept(field: string | null): boolean
  readonly fields: readonly string[]
}

/** Without blanks, brackets and what is in them, stars, colons; half-width. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u3000\u200b\ufeff*※★:：]/g, '')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/[()[\]【】]/g, '')
    .replace(/^\d+[.、]/, '')
    .toLowerCase()
}

export type Patterns = readonly (readonly [RegExp, string])[]

/** The field a heading means, of a table's own words; also tried with the words in brackets left in: 学校(机构)标识码. */
export function headingReader(
  headings: Readonly<Record<string, readonly string[]>>,
  patterns: Patterns,
): (heading: string) => string | null {
  const byHeading = new Map<string, string>(
    Object.keys(headings).flatMap((field) => (headings[field] ?? []).map((h): [string, string] => [h, field])),
  )
  return (heading) => {
    const bare = heading
      .normalize('NFKC')
      .replace(/[\s()[\]【】*]/g, '')
      .toLowerCase()
    const plain = plainHeading(heading)
    const exact = byHeading.get(plain) ?? byHeading.get(bare)
    if (exact !== undefined) return exact
    if (plain.length > 16) return null
    return patterns.find(([pattern]) => pattern.test(plain))?.[1] ?? null
  }
}

export const fieldOf = headingReader(FIELD_HEADINGS, PATTERNS) as (heading: string) => Field | null

/** The columns of a roster of people. */
export const ROSTER_COLUMNS: ColumnSet = { fieldOf, isKept, fields: FIELDS }
