// Words of the shell: tabs, side list, roles, place line, and what a screen reader hears on arriving.
export const navigation = {
  skip: '跳到正文',
  main: '主要页面',
  roles: '切换身份',
  currentRole: '当前身份',
  back: '返回上一页',
  waiting: (n: number): string => `${n} 项待处理`,
  arrived: (title: string): string => `已打开：${title}`,
  broken: '这一页出了点问题，刚才填的内容还在。可以再试一次，或先回首页。',
  notHere: '这一页还没下载到手机，现在又没连上网。手机里的记录都在，连上网再打开一次就好。',
  understood: '知道了',
  brokenCode: (what: string): string => `说明（反馈时附上）：${what}`,
  home: '回首页',
  retry: '再试一次',
  whatToDo: '看看怎么办',
  opening: '正在打开手机里的记录…',
  reopen: '重新打开',
  signIn: '登录',
  signInAgain: '登录已失效。手机里的记录都还在，重新登录后会自动送到服务器。',
  newVersion: '有新版本。没保存的内容已存为草稿，可以现在更新。',
  oldVersion: '这个版本太旧，为避免弄乱记录暂时只能看。没送出的登记会先交上。请连网更新研途。',
  update: '更新',
  updateOffline: '现在没有网，有网时再更新。',
  updateAgain: '刚更新过，请关掉研途再打开。',
  lost: (recovered: number): string => recovered > 0
    ? `浏览器清掉了手机里的记录。没送出的 ${recovered} 条已找回，其余会从服务器重新取来。`
    : '浏览器清掉了手机里的记录，正从服务器重新取来。没送出的若有缺，请核对最近登记的。',
  teacher: { home: '首页', records: '记录', proof: '证明', mine: '我的' },
  school: { review: '审核', teachers: '教师', register: '登记', summary: '汇总' },
  district: {
    recognise: '认定', schools: '学校', plan: '规划', exchange: '导入导出',
  },
  kindergartenPrincipal: '园长',
  roleNames: {
    teacher: '教师', officer: '师训专干', principal: '校长', 'district-officer': '区级管理', auditor: '督导', admin: '管理员', 'stand-in': '代办（区级管理）',
  },
} as const
