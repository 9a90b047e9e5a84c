// Opens the gallery. `?look=dark,elder` sets the classes a person's preferences would set.
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory } from 'vue-router'
import '../../src/app/styles/tokens.css'
import '../../src/app/styles/base.css'
import '../../src/app/styles/parts.css'
import '../../src/app/styles/desk.css'
import '../../src/app/styles/print.css'
import App from '../../src/app/App.vue'
import { focusOnArrival } from '../../src/app/shell/focus-on-arrival.ts'

const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', component: () => import('./HomePage.vue'), meta: { title: '首页' } },
    { path: '/form', component: () => import('./FormPage.vue'), meta: { title: '登记学时' } },
    { path: '/record', component: () => import('./RecordPage.vue'), meta: { title: '记录' } },
    { path: '/parts', component: () => import('./PartsPage.vue'), meta: { title: '部件' } },
    { path: '/district', component: () => import('./DistrictPage.vue'), meta: { title: '学校' } },
    { path: '/paper', component: () => import('./PaperPage.vue'), meta: { title: '证明' } },
  ],
})
for (const name of (new URLSearchParams(location.search).get('look') ?? '').split(',').filter(Boolean))
  document.documentElement.classList.add(name)
const app = createApp(App)
app.use(createPinia())
app.use(router)
focusOnArrival(router)
app.mount('#app')
