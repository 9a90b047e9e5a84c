// Who may use which route of the whole API, one line a route. A test fails when a mounted route has no line here, and asks
// each that is not public without a session. What a role may do to whom is decided where it is done, and answers 404.

import { ACCOUNT_POLICIES, type RoutePolicy } from './accounts/route-policies.ts'

export const ROUTE_POLICIES: Readonly<Record<string, RoutePolicy>> = {
  ...ACCOUNT_POLICIES,
  'POST /api/sync': 'signed-in',
  'POST /api/rescue': 'signed-in',
  'PUT /api/evidence/:hash': 'signed-in',
  'GET /api/evidence/:hash': 'signed-in',
  'POST /api/import/rosters': 'school-role',
  'GET /api/import/rosters': 'school-role',
  'GET /api/import/rosters/:id': 'school-role',
  'POST /api/import/rosters/:id/confirm': 'school-role',
  'POST /api/import/rosters/:id/undo': 'school-role',
  'GET /api/district/overview': 'district-role',
  'GET /api/district/overview.xlsx': 'district-role',
  'GET /api/district/events': 'district-role',
  'GET /api/school/:id/roll-up': 'school-role',
  'GET /api/school/:id/people': 'school-role',
  'POST /api/people/merge': 'district-role',
  'POST /api/people/merge/undo': 'district-role',
  'POST /api/district/schools/:id/close': 'district-role',
  // One's own reports too; the others are for roles.
  'GET /api/reports/:name': 'signed-in',
  'POST /api/policy/preview': 'district-role',
}
