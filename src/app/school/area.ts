// The school area: its pages, loaded when first opened. They are for a school role: who comes by a link while in another role is
// switched to theirs, who has none goes home.

import type { NavigationGuard } from 'vue-router'
import type { Area } from '../area.ts'
import { useSession } from '../stores/session.ts'
import { pageTitles as titles } from '../text/school-titles.ts'

const inSchoolRole: NavigationGuard = () => {
  const session = useSession()
  if (session.role?.area === 'school') return true
  const held = session.roles.find((one) => one.area === 'school')
  if (held === undefined) return '/'
  session.chooseRole(held.key)
  return true
}

const PAGES = [
  { path: '/school/review', name: 'school-review', component: () => import('./ReviewPage.vue'), meta: { title: titles.review } },
  { path: '/school/register', name: 'school-register', component: () => import('./RegisterPage.vue'), meta: { title: titles.register } },
  {
    path: '/school/register/activity',
    name: 'school-register-activity',
    component: () => import('./RegisterActivityPage.vue'),
    meta: { title: titles.registerActivity },
  },
  {
    path: '/school/register/record-for',
    name: 'school-record-for',
    component: () => import('./RecordForPage.vue'),
    meta: { title: titles.recordFor },
  },
  {
    path: '/school/activity/:school/:row',
    name: 'school-activity',
    component: () => import('./ActivityPage.vue'),
    meta: { title: titles.activity },
  },
  { path: '/school/teachers', name: 'school-teachers', component: () => import('./TeachersPage.vue'), meta: { title: titles.teachers } },
  { path: '/school/teachers/slips', name: 'school-slips', component: () => import('./SlipsPage.vue'), meta: { title: titles.slips } },
  {
    path: '/school/teachers/add',
    name: 'school-add-person',
    component: () => import('./AddPersonPage.vue'),
    meta: { title: titles.addPerson },
  },
  { path: '/school/import', name: 'school-import', component: () => import('./ImportPage.vue'), meta: { title: titles.import } },
  {
    path: '/school/teacher/:person',
    name: 'school-teacher',
    component: () => import('./TeacherPage.vue'),
    meta: { title: titles.teacher },
  },
  {
    path: '/school/teacher/:person/entry/:row',
    name: 'school-entry',
    component: () => import('./EntryPage.vue'),
    meta: { title: titles.entry },
  },
  {
    path: '/school/mentoring',
    name: 'school-mentoring',
    component: () => import('./MentoringPage.vue'),
    meta: { title: titles.mentoring },
  },
  { path: '/school/studios', name: 'school-studios', component: () => import('./StudiosPage.vue'), meta: { title: titles.studios } },
  {
    path: '/school/appraisal',
    name: 'school-appraisal',
    component: () => import('./AppraisalPage.vue'),
    meta: { title: titles.appraisal },
  },
  { path: '/school/projects', name: 'school-projects', component: () => import('./ProjectsPage.vue'), meta: { title: titles.projects } },
  { path: '/school/tiers', name: 'school-tiers', component: () => import('./TiersPage.vue'), meta: { title: titles.tiers } },
  {
    path: '/school/year-review',
    name: 'school-year-review',
    component: () => import('./YearReviewPage.vue'),
    meta: { title: titles.yearReview },
  },
  { path: '/school/papers', name: 'school-papers', component: () => import('./PapersPage.vue'), meta: { title: titles.papers } },
  {
    path: '/school/originals',
    name: 'school-originals',
    component: () => import('./OriginalsPage.vue'),
    meta: { title: titles.originals },
  },
  { path: '/school/handover', name: 'school-handover', component: () => import('./HandoverPage.vue'), meta: { title: titles.handover } },
  { path: '/school/month', name: 'school-month', component: () => import('./MonthPage.vue'), meta: { title: titles.month } },
  {
    path: '/school/teacher/:person/proof',
    name: 'school-proof',
    component: () => import('./TeacherProofPage.vue'),
    meta: { title: titles.proof },
  },
  {
    path: '/school/history',
    name: 'school-history',
    component: () => import('../history/SchoolHistoryPage.vue'),
    meta: { title: titles.history },
  },
  {
    path: '/school/teacher/:person/history',
    name: 'school-person-history',
    component: () => import('../history/PersonHistoryPage.vue'),
    meta: { title: titles.history },
  },
  {
    path: '/school/under-way',
    name: 'school-under-way',
    component: () => import('./UnderWayPage.vue'),
    meta: { title: titles.underWay },
  },
  { path: '/school/summary', name: 'school-summary', component: () => import('./SummaryPage.vue'), meta: { title: titles.summary } },
  { path: '/school/rotation', name: 'school-rotation', component: () => import('./RotationPage.vue'), meta: { title: titles.rotation } },
  {
    path: '/school/registration/many',
    name: 'school-registration-many',
    component: () => import('./RegistrationManyPage.vue'),
    meta: { title: titles.registrationMany },
  },
  {
    path: '/school/registration',
    name: 'school-registration',
    component: () => import('./RegistrationPage.vue'),
    meta: { title: titles.registration },
  },
  {
    path: '/school/supervision',
    name: 'school-supervision',
    component: () => import('./SupervisionPage.vue'),
    meta: { title: titles.supervision },
  },
] as const

export const schoolArea: Area = { name: 'school', routes: PAGES.map((page) => ({ ...page, beforeEnter: inSchoolRole })) }
