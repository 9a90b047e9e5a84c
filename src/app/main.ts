// Where the app begins: look, stores, router, and the one place for unexpected failures. What happens after that
// (session, database, sync) belongs to the router's pages and composables.
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router.ts'
import { catchFailures } from './shell/failure.ts'
import { focusOnArrival } from './shell/focus-on-arrival.ts'
import { usePreferences } from './stores/preferences.ts'
import { watchForUpdates } from './update.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/desk.css'
import './styles/print.css'

const app = createApp(App)
catchFailures(app)
app.use(createPinia())
usePreferences()
app.use(router)
focusOnArrival(router)
app.mount('#app')
document.getElementById('opening')?.remove()
watchForUpdates()
