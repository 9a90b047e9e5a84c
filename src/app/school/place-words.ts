// What a place calls things: a 幼儿园 has a 园长, 园本研修 and 全园; the words are the policy's, ours stand in where it has none.

import type { SchoolInfo } from '../../domain/reference.ts'
import { place } from '../text/school.ts'

export interface PlaceWords {
  readonly principal: string
  readonly schoolBased: string
  readonly whole: string
}

const SHORTEST = 2

/** A place below a school without the school's own name before it, as people on the spot say it: 松林教学点. */
export function shortPlace(name: string, own: string): string {
  const rest = own !== '' && name.startsWith(own) ? name.slice(own.length) : ''
  return rest.length < SHORTEST ? name : rest
}

export function placeWords(school: Pick<SchoolInfo, 'kind'> | null, words: Readonly<Record<string, string>>): PlaceWords {
  return school?.kind === 'kindergarten'
    ? {
        principal: words['kindergartenPrincipal'] ?? place.kindergartenPrincipal,
        schoolBased: words['kindergartenBased'] ?? place.kindergartenBased,
        whole: words['wholeKindergarten'] ?? place.wholeKindergarten,
      }
    : {
        principal: words['principal'] ?? place.principal,
        schoolBased: words['schoolBased'] ?? place.schoolBased,
        whole: words['wholeSchool'] ?? place.wholeSchool,
      }
}
