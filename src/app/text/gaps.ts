// Words of 学时缺口: what to plan next term, and for whom. Amounts come in as printed.

const some = (n: number): string => `${String(n)} 人`

export const gaps = {
  title: '学时缺口',
  intro: '安排下学期培训时看：谁还差，差在哪一类。只数应计的教师，按本周期已计入的学时算，不排名。',
  cycle: (first: string, last: string, people: number): string => `本周期 ${first}至${last}，应计 ${some(people)}`,
  nobody: '还没有应计的教师。',
  rules: '按要求',
  rule: (people: number, short: string, unit: string, unclear: number): string =>
    people === 0
      ? '都达到了，不用专门安排。'
      : `还差的 ${some(people)}，一共差 ${short} ${unit}${unclear === 0 ? '' : `；其中 ${some(unclear)}待核实，先核实再安排`}。`,
  by: { level: '按级别', mode: '按形式', theme: '按主题' },
  themeNote: '文件没有给主题规定学时，这里只说谁还没有参加过。登记培训时选了主题的才算得到。',
  plan: (none: number, of: number): string =>
    none === 0 ? '人人都有，不用专门安排。' : none === of ? '还没有人参加过，可以安排一期。' : `${some(none)}还没有，可以先安排他们。`,
  counted: (hours: string, n: number): string => (n === 0 ? '' : `${some(n)}已有，共 ${hours} 学时`),
  schools: (n: number): string => `看这些人在哪 ${String(n)} 所学校`,
  school: (name: string, n: number): string => `${name} ${some(n)}`,
  groups: '按学段学科，还差学时的人',
  group: (people: number, of: number, short: string): string =>
    people === 0 ? '都达到了' : `${some(people)}（共 ${some(of)}），一共差 ${short} 学时`,
  noSubject: '学科未填',
  more: '看全部学科',
} as const
