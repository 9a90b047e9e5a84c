// Which address shows which page. Addresses live behind '#', so that one-time codes in links never reach a server's log,
// any page opens offline from the same shell, and nothing depends on how a proxy treats paths.
// Nobody signed in on this phone reaches only pages with `meta.public`; '/' leads to the first page of the role in hand.
// A page of a school or the district takes up a role there (from a link, say); who has none is led home.

import { createRouter, createWebHashHistory, type RouteLocationRaw } from 'vue-router'
import { accountArea } from './account/area.ts'
import { backClosesSheets } from './components/sheet-layers.ts'
import { districtArea } from './district/area.ts'
import { schoolArea } from './school/area.ts'
import { firstPlaceOf } from './shell/area-items.ts'
import { reportFailure } from './shell/failure.ts'
import { useSession } from './stores/session.ts'
import { teacherArea } from './teacher/area.ts'

const areas = [teacherArea, schoolArea, districtArea, accountArea]

const { arrived } = backClosesSheets()
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [...areas.flatMap((area) => area.routes), { path: '/:rest(.*)*', redirect: '/' }],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

// The first page too: without this a page that cannot come is nothing but white.
router.onError(reportFailure)
router.afterEach(arrived)

router.beforeEach(async (to): Promise<true | RouteLocationRaw> => {
  const session = useSession()
  await session.start()
  if (session.trouble !== null)
    return to.path === '/storage' ? true : { path: '/storage', query: to.path === '/' ? {} : { to: to.fullPath } }
  if (session.person === null)
    return to.meta['public'] === true ? true : { path: '/sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  if (isOfficial(to.path) && !takeUpRoleFor(to.path)) return '/'
  const { role } = session
  if (to.path === '/' && role !== null && role.area !== 'teacher') return firstPlaceOf(role)
  return true
})

const isOfficial = (path: string): boolean => path.startsWith('/school/') || path.startsWith('/district/')

/** False when the person has no role in the area of the path. */
function takeUpRoleFor(path: string): boolean {
  const session = useSession()
  const here = (area: string | undefined): boolean => area !== undefined && path.startsWith(`/${area}/`)
  if (here(session.role?.area)) return true
  const found = session.roles.find((one) => here(one.area))
  if (found !== undefined) session.chooseRole(found.key)
  return found !== undefined
}
