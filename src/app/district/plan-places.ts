// The places of 规划, in the order a district asks: one line a place. A place that works is listed; none is promised.

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

export const planPlaces = PLACES.map(({ place, to }) => ({ key: place, to, title: plan.places[place][0], note: plan.places[place][1] }))
