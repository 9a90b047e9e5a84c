// What the gallery's pages show: made-up people and places.
import type { NavItem, RoleChoice } from '../../src/app/components/nav-item.ts'

export const teacherItems: NavItem[] = [
  { key: 'home', text: '首页', icon: 'home', to: '/' },
  { key: 'records', text: '记录', icon: 'list', to: '/record', waiting: 1 },
  { key: 'proof', text: '证明', icon: 'page', to: '/paper' },
  { key: 'mine', text: '我的', icon: 'person', to: '/parts' },
]
export const districtItems: NavItem[] = [
  { key: 'recognise', text: '认定', icon: 'check', to: '/parts', waiting: 48 },
  { key: 'schools', text: '学校', icon: 'building', to: '/district' },
  { key: 'rules', text: '规则', icon: 'book', to: '/form' },
  { key: 'exchange', text: '导入导出', icon: 'swap', to: '/record' },
]
export const oneRole: RoleChoice[] = [{ key: 't', role: '语文教师', place: '云台村小学' }]
export const twoRoles: RoleChoice[] = [...oneRole, { key: 'o', role: '师训专干', place: '云台村小学' }]
export const districtRoles: RoleChoice[] = [{ key: 'd', role: '区级管理', place: '示例区教师进修学院' }, ...oneRole]

export interface SchoolLine {
  id: string
  name: string
  kind: string
  staff: number
  parts: [number, number, number, number]
  waiting: number
  needs: string
}
export const schools: SchoolLine[] = [
  { id: 'a', name: '云台村小学', kind: '乡村', staff: 11, parts: [0, 7, 3, 1], waiting: 3, needs: '集中研修名额 6' },
  { id: 'b', name: '石桥初级中学', kind: '镇区', staff: 46, parts: [3, 35, 5, 3], waiting: 12, needs: '音体美教师研修' },
  { id: 'c', name: '青坪幼儿园', kind: '城区', staff: 25, parts: [1, 20, 2, 2], waiting: 0, needs: '园本研修指导' },
  { id: 'd', name: '江岸小学', kind: '城区', staff: 38, parts: [2, 30, 3, 3], waiting: 12, needs: '—' },
]
