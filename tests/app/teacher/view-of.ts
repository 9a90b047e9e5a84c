// A dossier as the teacher's pages see it, from a few words.
import type { Day } from '../../../src/domain/day.ts'
import { day } from '../../../src/domain/day.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { rowsOf } from '../../../src/domain/document.ts'
import { entryOf } from '../../../src/domain/entry.ts'
import type { DistrictId, PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { homePost, pausesOf, personOf, postsOf } from '../../../src/domain/person.ts'
import type { ActivityInfo, Reference } from '../../../src/domain/reference.ts'
import type { DossierView, EntryView } from '../../../src/storage/dossier-view.ts'
import type { Refusal } from '../../../src/storage/outbox-view.ts'
import { yuzhong } from '../../domain/evaluate/people.ts'

export const TODAY = day('2026-11-21')
export const HOME = 'jiang-an' as SchoolId

export function viewOf(dossier: Dossier, today: Day = TODAY): DossierView {
  const posts = postsOf(dossier)
  const entries = rowsOf(dossier, 'hours').flatMap((row): EntryView[] => {
    const entry = entryOf(row)
    return entry === null ? [] : [{ entry, local: 'at-server', pending: [], refusal: null }]
  })
  return {
    dossier,
    person: personOf(dossier),
    posts,
    home: homePost(posts, today),
    pauses: pausesOf(dossier),
    refusals: [],
    entries: entries.sort((a, b) => (a.entry.training.last < b.entry.training.last ? 1 : -1)),
  }
}

export const refusal = (op: string, more: Partial<Refusal> = {}): Refusal => ({
  op,
  key: 'teacher:p-qin',
  row: op,
  verb: 'claim-hours',
  args: { title: '课堂观察' },
  savedAt: '2026-11-20T19:02:00',
  waitsFor: null,
  again: false,
  result: { is: 'refused', code: 'claim.unknown-level', field: 'level' },
  seen: false,
  ...more,
})

export const reference = (activities: readonly ActivityInfo[] = []): Reference => ({
  district: '500103' as DistrictId,
  districtName: '渝中区',
  policy: yuzhong,
  schools: [{ id: HOME, name: '江岸小学', code: 'S1', kind: 'primary', place: 'urban', stage: 'primary', parent: null }],
  roles: [
    { person: 'shan' as PersonId, name: '单国庆', role: 'officer', at: { kind: 'school', id: HOME }, from: day('2020-01-01'), to: null },
  ],
  activities,
})
