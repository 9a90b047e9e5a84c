// The places of 规划, in the order a district asks: one line a place. A place that works is listed; none is promised. What a district's
// documents have a name of their own for is called so there, and nowhere else.

import { appraisalItemsOf } from '../../domain/appraisal/appraisal.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { programmesOf } from '../../domain/programmes/programmes.ts'
import { plan } from '../text/targets.ts'

type Place = keyof typeof plan.places

const PLACES: readonly { readonly place: Place; readonly to: string }[] = [
  { place: 'targets', to: '/district/targets' },
  { place: 'gaps', to: '/district/gaps' },
  { place: 'tiers', to: '/district/tiers' },
  { place: 'studios', to: '/district/studios' },
  { place: 'mentoring', to: '/district/mentoring' },
  { place: 'programmes', to: '/district/programmes' },
  { place: 'appraisal', to: '/district/appraisal' },
  { place: 'rotation', to: '/district/rotation' },
  { place: 'registration', to: '/district/registration' },
  { place: 'year-review', to: '/district/year-review' },
  { place: 'supervision', to: '/district/supervision' },
  { place: 'rules', to: '/district/rules' },
  { place: 'policy', to: '/district/policy' },
]

export interface PlanPlace {
  readonly key: Place
  readonly to: string
  readonly title: string
  readonly note: string
}

export function planPlaces(policy: Policy | null): PlanPlace[] {
  const pairing = policy === null ? undefined : programmesOf(policy).find((p) => p.for === 'new-teachers')
  const appraised = policy === null ? [] : appraisalItemsOf(policy).map((item) => item.name)
  return PLACES.map(({ place, to }) => {
    const [title, note] = plan.places[place]
    return {
      key: place,
      to,
      title: place === 'mentoring' && pairing !== undefined ? plan.both(pairing.name, title) : title,
      note: place === 'appraisal' && appraised.length > 0 ? plan.namely(appraised, note) : note,
    }
  })
}
