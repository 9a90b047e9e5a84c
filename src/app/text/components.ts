// Words inside the shared components. Numbers come in as printed ('58', '2.5').
export const states = {
  draft: '草稿',
  'on-this-phone': '只在本机',
  'awaiting-school': '待学校审',
  'returned-by-school': '学校退回',
  'awaiting-district': '待区认定',
  'returned-by-district': '区退回',
  recognised: '已认定',
  withdrawn: '已撤回',
  reversed: '已冲销',
  'late-entry': '补登',
  'recorded-for': '代录',
  met: '已达标',
  'in-progress': '进行中',
  'needs-attention': '需关注',
  'to-verify': '待核实',
  'to-be-confirmed': '待区确认',
  mismatch: '不一致',
  'likely-duplicate': '可能重复',
} as const

export const bar = {
  counted: (n: string): string => `已计入 ${n}`,
  pending: (n: string): string => `待审 ${n}`,
  missing: (n: string): string => `还差 ${n}`,
  pace: (n: string): string => `按时间均摊 ${n}`,
  aria: (counted: string, pending: string, required: string, pace: string | undefined): string =>
    `共需 ${required} 学时，已计入 ${counted}，待审 ${pending}` + (pace === undefined ? '' : `，按时间均摊 ${pace}（仅供参考）`),
  parts: (all: string, each: string): string => `应计 ${all} 人：${each}`,
  part: (name: string, n: number): string => `${name} ${n}`,
} as const

export const field = {
  choose: '请选择',
  today: (day: string): string => `今天 ${day}`,
  yesterday: '昨天',
  pickDay: '选日期',
  day: '日期',
  otherHours: '其他',
  hoursInput: '学时数',
  hoursHint: '可填到半学时，如 1.5',
  hoursWrong: '请填 0.1 到 999.9 之间的数，如 4 或 1.5',
  searchClear: '清空搜索',
  searchOptions: '搜索选项',
  noOption: '没有找到，换个词试试',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
} as const

export const evidence = {
  label: '证明材料',
  later: '（可以以后补）',
  camera: '拍照',
  album: '从相册选',
  paper: '纸质已交学校',
  roster: '名册即证明',
  none: '暂无，后补',
  picture: (n: number): string => `证明材料第 ${n} 张`,
  remove: (n: number): string => `删掉第 ${n} 张`,
  notPicture: '这个文件不是图片，请选照片或截图。',
} as const

export const sync = {
  done: (at: string): string => `已同步 ${at}`,
  never: '还没同步过',
  waiting: (n: number): string => `${n} 条只在本机`,
  busy: '正在同步…',
  offline: '没连上服务器',
  later: '服务器忙，稍后自动再送',
  trouble: (n: number): string => `${n} 条要你处理`,
  asOf: (at: string): string => `数据截至 ${at}`,
  open: '查看同步情况',
} as const

export const sheet = { close: '关闭' } as const

export const paper = {
  sign: '本人签字：',
  officer: '审核人签字：',
  seal: '单位（盖章）：',
  date: '年   月   日',
  print: '打印 / 存为 PDF',
  whole: '整张缩小了看，打印出来是原大。',
  toLarge: '放大看',
  pushed: '表格可以左右推着看；打印出来是完整的。',
  toWhole: '看整张',
  hint: '打印时可选“另存为 PDF”。微信里请先点右上角“在浏览器打开”。',
} as const
