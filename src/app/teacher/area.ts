// The teacher area: its pages (loaded when first opened). 我的, 同步 and the diagnosis belong to everybody signed in.

import type { Area } from '../area.ts'
import { teacher } from '../text/teacher.ts'

const { titles } = teacher

export const teacherArea: Area = {
  name: 'teacher',
  routes: [
    { path: '/', component: () => import('./HomePage.vue'), meta: { title: titles.home } },
    { path: '/records', component: () => import('./RecordsPage.vue'), meta: { title: titles.records } },
    { path: '/claim', component: () => import('./ClaimPage.vue'), meta: { title: titles.claim } },
    { path: '/claim/:row', component: () => import('./ClaimPage.vue'), meta: { title: titles.amend } },
    { path: '/entry/:row', component: () => import('./EntryPage.vue'), meta: { title: titles.entry } },
    { path: '/year-review', component: () => import('./ReviewLinesPage.vue'), meta: { title: titles.reviewLines } },
    { path: '/history', component: () => import('./HistoryPage.vue'), meta: { title: titles.history } },
    { path: '/proof', component: () => import('./ProofPage.vue'), meta: { title: titles.proof } },
    { path: '/rotation', component: () => import('./RotationPage.vue'), meta: { title: '我的轮岗' } },
    { path: '/registration', component: () => import('./RegistrationPage.vue'), meta: { title: '我的注册' } },
    { path: '/growth', component: () => import('./GrowthPage.vue'), meta: { title: '成长档案' } },
    { path: '/tiers', component: () => import('./TiersPage.vue'), meta: { title: '我的梯队' } },
    { path: '/mine', component: () => import('./MinePage.vue'), meta: { title: titles.mine } },
    { path: '/sync', component: () => import('./SyncPage.vue'), meta: { title: titles.sync } },
    { path: '/diag', component: () => import('./DiagPage.vue'), meta: { title: titles.diag, public: true } },
  ],
}
