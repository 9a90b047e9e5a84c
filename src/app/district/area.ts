// The district area: its pages (loaded when first opened).

import type { Area } from '../area.ts'
import { pageTitles as titles } from '../text/district-titles.ts'

export const districtArea: Area = {
  name: 'district',
  routes: [
    { path: '/district/recognise', component: () => import('./RecognisePage.vue'), meta: { title: titles.recognise } },
    { path: '/district/schools', component: () => import('./SchoolsPage.vue'), meta: { title: titles.schools } },
    { path: '/district/schools/new', component: () => import('./OpenSchoolPage.vue'), meta: { title: titles.openSchool } },
    { path: '/district/schools/:id', component: () => import('./SchoolPage.vue'), meta: { title: titles.school } },
    { path: '/district/schools/:id/close', component: () => import('./CloseSchoolPage.vue'), meta: { title: titles.closeSchool } },
    { path: '/district/people/:id/merge', component: () => import('./MergePage.vue'), meta: { title: titles.merge } },
    { path: '/district/people/:id', component: () => import('./PersonPage.vue'), meta: { title: titles.person } },
    { path: '/district/rotation', component: () => import('./RotationPage.vue'), meta: { title: titles.rotation } },
    {
      path: '/district/registration/many',
      component: () => import('./RegistrationManyPage.vue'),
      meta: { title: titles.registrationMany },
    },
    { path: '/district/registration', component: () => import('./RegistrationPage.vue'), meta: { title: titles.registration } },
    { path: '/district/rotation/list', component: () => import('./EligibleListPage.vue'), meta: { title: titles.eligible } },
    { path: '/district/tiers', component: () => import('./TiersPage.vue'), meta: { title: titles.tiers } },
    { path: '/district/mentoring', component: () => import('./MentoringPage.vue'), meta: { title: titles.mentoring } },
    { path: '/district/studios', component: () => import('./StudiosPage.vue'), meta: { title: titles.studios } },
    { path: '/district/appraisal', component: () => import('./AppraisalPage.vue'), meta: { title: titles.appraisal } },
    { path: '/district/programmes', component: () => import('./ProgrammesPage.vue'), meta: { title: titles.programmes } },
    { path: '/district/tiers/list', component: () => import('./TierListPage.vue'), meta: { title: titles.tierList } },
    { path: '/district/year-review', component: () => import('./YearReviewsPage.vue'), meta: { title: titles.yearReviews } },
    { path: '/district/year-review/:school', component: () => import('./YearReviewPage.vue'), meta: { title: titles.yearReview } },
    {
      path: '/district/people/:id/history',
      component: () => import('../history/PersonHistoryPage.vue'),
      meta: { title: titles.personHistory },
    },
    { path: '/district/history', component: () => import('../history/DistrictHistoryPage.vue'), meta: { title: titles.history } },
    { path: '/district/roles', component: () => import('./RolesPage.vue'), meta: { title: titles.roles } },
    { path: '/district/plan', component: () => import('./PlanPage.vue'), meta: { title: titles.plan } },
    { path: '/district/policy', component: () => import('./PolicyPage.vue'), meta: { title: titles.policy } },
    { path: '/district/supervision', component: () => import('./SupervisionPage.vue'), meta: { title: titles.supervision } },
    { path: '/district/gaps', component: () => import('./GapsPage.vue'), meta: { title: titles.gaps } },
    { path: '/district/targets', component: () => import('./TargetsPage.vue'), meta: { title: titles.targets } },
    { path: '/district/rules', component: () => import('./RulesPage.vue'), meta: { title: titles.rules } },
    { path: '/district/exchange', component: () => import('./ExchangePage.vue'), meta: { title: titles.exchange } },
    { path: '/district/events', component: () => import('./EventsPage.vue'), meta: { title: titles.events } },
    { path: '/district/import', component: () => import('./ImportPage.vue'), meta: { title: titles.import } },
  ],
}
