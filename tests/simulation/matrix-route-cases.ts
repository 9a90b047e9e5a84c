// Routes that are about something: each with a request that would do for whoever may, and who that is by what they are to it.
// Who has a role at all is not written here: it is read from the routes' declared policies. A route that is not listed
// is asked as its policy says, and nothing more is expected of it.

import { reportNamed } from '../../src/domain/reports/register.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'

export const WHO = [
  'stranger',
  'revoked',
  'own',
  'colleague',
  'teacher-elsewhere',
  'former-officer',
  'officer',
  'principal',
  'officer-above',
  'officer-elsewhere',
  'principal-elsewhere',
  'district-officer',
  'auditor',
  'admin',
  'officer-other-district',
  'admin-other-district',
] as const
export type Who = (typeof WHO)[number]

/** Whoever holds a role today, and where. Those of the other district have theirs there. */
export const AT_SCHOOL: readonly Who[] = [
  'officer',
  'principal',
  'officer-above',
  'officer-elsewhere',
  'principal-elsewhere',
  'officer-other-district',
]
export const AT_DISTRICT: readonly Who[] = ['district-officer', 'auditor', 'admin', 'admin-other-district']

/** What everything is asked about. */
export interface Target {
  readonly school: SchoolId
  readonly teacher: PersonId
  readonly colleague: PersonId
  readonly spareDevice: string
  readonly picture: string
  readonly batch: string
}

export interface RouteCase {
  readonly route: string
  readonly note?: string
  address(target: Target): string
  body?(target: Target): unknown
  readonly may: readonly Who[]
  /** Changes something for whoever may: asked last, and only by the denied. */
  readonly changes?: true
}

const HERE: readonly Who[] = ['officer', 'principal', 'officer-above']
const DISTRICT: readonly Who[] = ['district-officer', 'auditor', 'admin']
const DESK: readonly Who[] = ['district-officer', 'admin']

/** What a report wants to know beside the school. */
const ARGS: Readonly<Record<string, string>> = {
  'year-review': 'first=2026-01-01&last=2026-12-31',
  'year-reviews': 'first=2026-01-01&last=2026-12-31',
}

const reportCases = (['targets', 'tiers', 'rotation', 'year-review', 'year-reviews', 'own-rotation'] as const).flatMap(
  (name): RouteCase[] => {
    const report = reportNamed(name)
    if (report === null) return []
    const one = (note: string, may: readonly Who[]): RouteCase => ({
      route: 'GET /api/reports/:name',
      note: `${name} ${note}`,
      address: ({ school }) => `/api/reports/${name}?school=${school}&${ARGS[name] ?? ''}`,
      may,
    })
    if (report.for === 'own') return [one('of somebody else’s school', [])]
    // With a school only where reports are for schools; a report for the district takes it from the district alone.
    return [one('of the school', report.for === 'school-and-district' ? [...HERE, ...DISTRICT] : DISTRICT)]
  },
)

export const ROUTE_CASES: readonly RouteCase[] = [
  { route: 'GET /api/school/:id/roll-up', address: ({ school }) => `/api/school/${school}/roll-up`, may: [...HERE, ...DISTRICT] },
  { route: 'GET /api/school/:id/people', address: ({ school }) => `/api/school/${school}/people`, may: [...HERE, ...DISTRICT] },
  {
    route: 'GET /api/evidence/:hash',
    address: ({ picture, teacher }) => `/api/evidence/${picture}?of=${teacher}`,
    may: ['own', ...HERE, ...DISTRICT],
  },
  {
    route: 'PUT /api/evidence/:hash',
    address: ({ picture, teacher }) => `/api/evidence/${picture}?of=${teacher}`,
    body: () => 'not a picture',
    may: ['own', ...HERE, ...DISTRICT],
  },
  { route: 'GET /api/invites', address: ({ school }) => `/api/invites?school=${school}`, may: [...HERE, ...DESK] },
  {
    route: 'POST /api/invites',
    note: 'people',
    address: () => '/api/invites',
    body: ({ colleague }) => ({ of: 'people', people: [colleague] }),
    may: [...HERE, ...DESK],
  },
  {
    route: 'POST /api/invites',
    note: 'a school',
    address: () => '/api/invites',
    body: ({ school }) => ({ of: 'school', school }),
    may: [...HERE, ...DESK],
  },
  {
    route: 'POST /api/invites/face-to-face',
    address: () => '/api/invites/face-to-face',
    body: ({ colleague }) => ({ person: colleague, reset: false }),
    may: [...HERE, ...DESK],
  },
  { route: 'GET /api/import/rosters/:id', address: ({ batch }) => `/api/import/rosters/${batch}`, may: ['officer', ...DESK] },
  {
    route: 'POST /api/import/rosters/:id/confirm',
    address: ({ batch }) => `/api/import/rosters/${batch}/confirm`,
    body: () => ({ onlyGood: false, roles: [] }),
    may: ['officer'],
    changes: true,
  },
  {
    route: 'POST /api/import/rosters/:id/undo',
    address: ({ batch }) => `/api/import/rosters/${batch}/undo`,
    body: () => ({}),
    may: ['officer', ...DESK],
    changes: true,
  },
  {
    route: 'POST /api/devices/revoke',
    address: () => '/api/devices/revoke',
    body: ({ spareDevice }) => ({ device: spareDevice }),
    may: ['own'],
    changes: true,
  },
  {
    route: 'POST /api/people/merge',
    address: () => '/api/people/merge',
    body: ({ teacher, colleague }) => ({ kept: teacher, aside: colleague, reason: '同一人', confirm: true }),
    may: DESK,
    changes: true,
  },
  {
    route: 'POST /api/district/schools/:id/close',
    address: ({ school }) => `/api/district/schools/${school}/close`,
    body: () => ({ to: '2026-09-30', into: null, reason: '撤并', confirm: true }),
    may: DESK,
    changes: true,
  },
  ...reportCases,
]
