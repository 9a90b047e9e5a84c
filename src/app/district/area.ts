// The district area: its pages (loaded when first opened).

import type { Area } from '../area.ts'

export const districtArea: Area = {
  name: 'district',
  routes: [
    { path: '/district/recognise', component: () => import('./RecognisePage.vue') },
    { path: '/district/schools', component: () => import('./SchoolsPage.vue') },
    { path: '/district/schools/new', component: () => import('./OpenSchoolPage.vue') },
    { path: '/district/schools/:id', component: () => import('./SchoolPage.vue') },
    { path: '/district/schools/:id/close', component: () => import('./CloseSchoolPage.vue') },
    { path: '/district/people/:id/merge', component: () => import('./MergePage.vue') },
    { path: '/district/people/:id', component: () => import('./PersonPage.vue') },
    { path: '/district/rotation', component: () => import('./RotationPage.vue') },
    { path: '/district/registration/many', component: () => import('./RegistrationManyPage.vue') },
    { path: '/district/registration', component: () => import('./RegistrationPage.vue') },
    { path: '/district/rotation/list', component: () => import('./EligibleListPage.vue') },
    { path: '/district/tiers', component: () => import('./TiersPage.vue') },
    { path: '/district/mentoring', component: () => import('./MentoringPage.vue') },
    { path: '/district/studios', component: () => import('./StudiosPage.vue') },
    { path: '/district/appraisal', component: () => import('./AppraisalPage.vue') },
    { path: '/district/programmes', component: () => import('./ProgrammesPage.vue') },
    { path: '/district/tiers/list', component: () => import('./TierListPage.vue') },
    { path: '/district/year-review', component: () => import('./YearReviewsPage.vue') },
    { path: '/district/year-review/:school', component: () => import('./YearReviewPage.vue') },
    { path: '/district/people/:id/history', component: () => import('../history/PersonHistoryPage.vue') },
    { path: '/district/history', component: () => import('../history/DistrictHistoryPage.vue') },
    { path: '/district/roles', component: () => import('./RolesPage.vue') },
    { path: '/district/plan', component: () => import('./PlanPage.vue') },
    { path: '/district/policy', component: () => import('./PolicyPage.vue') },
    { path: '/district/supervision', component: () => import('./SupervisionPage.vue') },
    { path: '/district/targets', component: () => import('./TargetsPage.vue') },
    { path: '/district/rules', component: () => import('./RulesPage.vue') },
    { path: '/district/exchange', component: () => import('./ExchangePage.vue') },
    { path: '/district/events', component: () => import('./EventsPage.vue') },
    { path: '/district/import', component: () => import('./ImportPage.vue') },
  ],
}
