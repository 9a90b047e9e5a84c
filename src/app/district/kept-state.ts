// Where a report comes from, as FetchedLine says it.

import type { KeptState } from '../composables/kept-answer.ts'
import type { ReportView } from '../composables/report.ts'

export function keptStateOf(from: ReportView<unknown>['from']['value']): KeptState {
  switch (from) {
    case 'asking':
      return 'reading'
    case 'here':
    case 'server':
      return 'fresh'
    case 'kept':
      return 'kept'
    case 'none':
      return 'none'
  }
}
