// The places in the navigation of each area: its main pages, in order. Only pages that work are here.

import type { AreaName } from '../area.ts'
import type { NavItem } from '../components/nav-item.ts'
import { navigation } from '../text/navigation.ts'

const ITEMS: Readonly<Record<AreaName, readonly NavItem[]>> = {
  teacher: [
    { key: 'home', text: navigation.teacher.home, icon: 'home', to: '/' },
    { key: 'records', text: navigation.teacher.records, icon: 'list', to: '/records' },
    { key: 'proof', text: navigation.teacher.proof, icon: 'page', to: '/proof' },
    { key: 'mine', text: navigation.teacher.mine, icon: 'person', to: '/mine' },
  ],
  school: [
    { key: 'review', text: navigation.school.review, icon: 'check', to: '/school/review' },
    { key: 'teachers', text: navigation.school.teachers, icon: 'people', to: '/school/teachers' },
    { key: 'register', text: navigation.school.register, icon: 'register', to: '/school/register' },
    { key: 'summary', text: navigation.school.summary, icon: 'bars', to: '/school/summary' },
    { key: 'mine', text: navigation.teacher.mine, icon: 'person', to: '/mine' },
  ],
  district: [
    { key: 'recognise', text: navigation.district.recognise, icon: 'check', to: '/district/recognise' },
    { key: 'schools', text: navigation.district.schools, icon: 'building', to: '/district/schools' },
    { key: 'plan', text: navigation.district.plan, icon: 'book', to: '/district/plan' },
    { key: 'exchange', text: navigation.district.exchange, icon: 'share', to: '/district/exchange' },
    { key: 'mine', text: navigation.teacher.mine, icon: 'person', to: '/mine' },
  ],
  account: [],
}

// Where a role begins: where its own question is answered. A principal and those who look on at the district decide on nothing daily.
const FIRST: Readonly<Record<string, NavItem['to']>> = {
  principal: '/school/summary',
  auditor: '/district/schools',
  admin: '/district/schools',
}

export const firstPlaceOf = ({ role, area }: { readonly role: string; readonly area: AreaName }): NavItem['to'] =>
  FIRST[role] ?? ITEMS[area][0]?.to ?? '/mine'

export const itemsOf = (area: AreaName): readonly NavItem[] => ITEMS[area]
