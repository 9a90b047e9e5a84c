// Which address shows which page. Addresses live behind '#', so that one-time codes in links never reach a server's log,
// any page opens offline from the same shell, and nothing depends on how a proxy treats paths.
// Nobody signed in on this phone reaches only pages with `meta.public`; '/' leads to the first page of the role in hand.

import { createRouter, createWebHashHistory, type RouteLocationRaw } from 'vue-router'
import { accountArea } from './account/area.ts'
import { districtArea } from './district/area.ts'
import { schoolArea } from './school/area.ts'
import { itemsOf } from './shell/area-items.ts'
import { useSession } from './stores/session.ts'
import { teacherArea } from './teacher/area.ts'

const areas = [teacherArea, schoolArea, districtArea, accountArea]

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [...areas.flatMap((area) => area.routes), { path: '/:rest(.*)*', redirect: '/' }],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(async (to): Promise<true | RouteLocationRaw> => {
  const session = useSession()
  await session.start()
  if (session.person === null) return to.meta['public'] === true ? true : { path: '/sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  const area = session.role?.area
  if (to.path === '/' && area !== undefined && area !== 'teacher') return itemsOf(area)[0]?.to ?? '/mine'
  return true
})
