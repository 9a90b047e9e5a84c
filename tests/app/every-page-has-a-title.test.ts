// The browser's tab and whoever listens are told where they are, on every page.
import { expect, test } from 'vitest'
import { accountArea } from '../../src/app/account/area.ts'
import { districtArea } from '../../src/app/district/area.ts'
import { schoolArea } from '../../src/app/school/area.ts'
import { teacherArea } from '../../src/app/teacher/area.ts'

const areas = [teacherArea, schoolArea, districtArea, accountArea]

test('every page has a name for the browser’s tab', () => {
  const routes = areas.flatMap((area) => area.routes)
  expect(routes.length).toBeGreaterThan(60)
  expect(routes.filter((one) => one.redirect === undefined && typeof one.meta?.['title'] !== 'string').map((one) => one.path)).toEqual([])
})
