// Titles of the school's pages, apart from their other words: the router knows them before any of the pages is loaded.

export const pageTitles = {
  review: '审核', register: '登记', registerActivity: '登记校本学时', recordFor: '代录', activity: '活动', teachers: '教师', slips: '领用条',
  addPerson: '添加一位老师', import: '导入表格', teacher: '教师', entry: '记录', summary: '汇总', history: '历史学时', papers: '报表与花名册', originals: '证明材料', handover: '交接', month: '每月一页', proof: '学时证明', yearReview: '年审', yearReviewNote: '缺漏清单、公示、签字、交表', rotation: '交流轮岗', registration: '定期注册与持证', registrationMany: '一起登记', tiers: '梯队', studios: '工作室', mentoring: '师徒结对', appraisal: '师德承诺、述评等', projects: '项目名额', supervision: '优质均衡督导材料',
} as const
