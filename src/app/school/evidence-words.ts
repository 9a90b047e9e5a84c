// What stands behind a claim, in a few words.

import type { Evidence } from '../../domain/dossier.ts'
import { review } from '../text/school-review.ts'

export function evidenceWords(evidence: readonly Evidence[]): string {
  const files = evidence.filter((e) => e.is === 'file').length
  const others = evidence.flatMap((e) => (e.is === 'file' ? [] : [review.evidence[e.is]]))
  const all = [...(files > 0 ? [review.evidence.file(files)] : []), ...others]
  return all.length === 0 ? review.evidence.none : [...new Set(all)].join('、')
}
