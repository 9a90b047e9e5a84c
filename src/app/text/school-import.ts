// Words of the school's import page and of the ways to it.

export const schoolImport = {
  title: '导入表格',
  open: '导入表格',
  openList: '导入校本研修名单',
  openListNote: '名单上的老师马上看得到，不用各自填',
  openHistory: '导入历年学时表',
  what: '可以导入本校（和所属教学点）的教师花名册变动、历年学时表、校本研修名单、考核名单。先试读，看清会写什么，确认后才写入。区级及以上培训的名单由区里导入。',
  schoolHint: '表里没写学校的行，算这所学校的；教学点的老师可以写在中心校的同一张表里。',
  officerOnly: '导入由师训专干办理。',
  toTeachers: '去看教师',
  toSlips: '去打印领用条',
  slipsNext: '下一步：给新来的老师打印领用条，当面交给本人。',
} as const
