// Five years and the running one, term by term: schools and district register trainings and issue the hours to a roster. An officer's
// own lines are issued by the district, because nobody recognises their own hours.

import type { Day } from '../../domain/day.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson, DemoPlaces } from './people.ts'
import { DEMO_SCHOOLS } from './schools.ts'
import type { Deed, Story, Who } from './story.ts'
import { districtOffers, schoolOffers, type Offer, type Term } from './terms.ts'

interface Registered {
  readonly row: string
  readonly offer: Offer
  readonly there: readonly DemoPerson[]
}

const employed = (p: DemoPerson, on: Day): boolean => p.from <= on

function whoWasThere(chance: Chance, people: readonly DemoPerson[], offer: Offer): DemoPerson[] {
  return people.filter(
    (p) =>
      employed(p, offer.first) &&
      p.identity.category === 'full-time' &&
      (offer.share === null ? chance.often(p.diligence) : chance.often(offer.share)),
  )
}

function activityArgs(
  offer: Offer,
  organiser: string,
  expected: readonly DemoPerson[],
  there: readonly DemoPerson[],
): Record<string, unknown> {
  const { share: _share, ...what } = offer
  const present = new Set(there.map((p) => p.id))
  const meant = offer.share === null ? expected.filter((p) => employed(p, offer.first)) : there
  return {
    ...what,
    organiser,
    way: 'roster',
    expected: meant.map((p) => p.id),
    absent: meant.filter((p) => !present.has(p.id)).map((p) => p.id),
  }
}

const grants = ({ row, there }: Registered): Deed[] =>
  there.map((p) => ({
    subject: { kind: 'teacher', id: p.id },
    verb: 'grant-hours',
    args: { activity: row, hours: null, attendance: null, result: null },
  }))

async function register(
  story: Story,
  who: Who,
  at: { kind: 'school' | 'district'; id: string },
  organiser: string,
  chance: Chance,
  people: readonly DemoPerson[],
  offers: readonly Offer[],
): Promise<Registered[]> {
  const planned = offers.map((offer) => ({ offer, there: whoWasThere(chance, people, offer) })).filter(({ there }) => there.length > 0)
  const rows = await story.does(
    who,
    planned.map(({ offer, there }) => ({ subject: at, verb: 'register-activity', args: activityArgs(offer, organiser, people, there) })),
  )
  return planned.map((p, i) => ({ ...p, row: rows[i] ?? '' }))
}

/** The central school's officer also registers for its teaching points. */
const reach = (places: DemoPlaces, key: string): DemoPerson[] =>
  places.people.filter((p) => p.school.key === key || p.school.parent === key)

export async function tellTerm(story: Story, chance: Chance, places: DemoPlaces, district: Who, term: Term): Promise<void> {
  const own: Registered[] = []
  story.on(term.recorded)
  for (const school of DEMO_SCHOOLS.filter((s) => s.officer)) {
    const officer = places.officer(school.key)
    const people = reach(places, school.key)
    const done = await register(
      story,
      officer,
      { kind: 'school', id: officer.schoolId },
      school.name,
      chance,
      people,
      schoolOffers(term, school.kind === 'kindergarten'),
    )
    await story.does(
      officer,
      done.flatMap((d) => grants({ ...d, there: d.there.filter((p) => p.id !== officer.id) })),
    )
    own.push(...done.map((d) => ({ ...d, there: d.there.filter((p) => p.id === officer.id) })))
  }
  story.on(term.recorded, 15 * 60)
  const done = await register(
    story,
    district,
    { kind: 'district', id: story.district },
    '渝中区教师进修学院',
    chance,
    places.people,
    districtOffers(term),
  )
  await story.does(district, [...own, ...done].flatMap(grants))
}
