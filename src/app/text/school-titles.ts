// Titles of the school's pages, apart from their other words: the router knows them before any of the pages is loaded.

export const pageTitles = {
  review: '审核', register: '登记', registerActivity: '登记校本学时', recordFor: '代录', activity: '活动', teachers: '教师', slips: '领用条',
  addPerson: '添加一位老师', teacher: '教师', entry: '记录', summary: '汇总', rotation: '交流轮岗', tiers: '梯队',
} as const
