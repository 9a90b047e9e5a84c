// The account area: first start, sign-in, joining with a code (open to people who are not in yet), and one's own password and phones.

import type { Area } from '../area.ts'

export const accountArea: Area = {
  name: 'account',
  routes: [
    { path: '/sign-in', component: () => import('./SignInPage.vue'), meta: { public: true, title: '登录' } },
    { path: '/join', component: () => import('./JoinPage.vue'), meta: { public: true, title: '领用账号' } },
    { path: '/account', component: () => import('./AccountPage.vue'), meta: { title: '账号' } },
    { path: '/storage', component: () => import('./StoragePage.vue'), meta: { public: true, title: '手机存储' } },
    { path: '/first-run', component: () => import('./FirstRunPage.vue'), meta: { public: true, title: '第一次启用' } },
  ],
}
