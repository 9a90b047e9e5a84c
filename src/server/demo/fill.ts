// Fills an empty database with the demo district and answers a sign-in link per role: 渝中's rules, invented schools and people, five
// years of hours and the running one, desks with something on them. Everything but the founding goes through verbs, on the days on
// which it would have happened. The same every time, but for today's date and the links.

import { addDays, day, type Day } from '../../domain/day.ts'
import type { DistrictId, PersonId, RowId } from '../../domain/ids.ts'
import type { DemoAnswer } from '../../wire/session.ts'
import type { AccountDeps } from '../accounts/account-deps.ts'
import { demoLinks } from '../accounts/issue-slips.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import { foundDistrict } from '../sync/found.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { chanceFrom, idsFrom } from './chance.ts'
import { tellTerm } from './history.ts'
import { tellLeaders } from './leaders.ts'
import { tellMoves } from './moves.ts'
import { tellOpenings } from './openings.ts'
import { tellChanges, tellNow } from './now.ts'
import { invent, type DemoPerson, type DemoPlaces } from './people.ts'
import { DEMO_DISTRICT, DEMO_SCHOOLS } from './schools.ts'
import { tellReviews } from './reviews.ts'
import { storyOf, type Deed, type Story, type Who } from './story.ts'
import { tellGrowth } from './growth.ts'
import { termsUntil } from './terms.ts'
import { tellTitles } from './titles.ts'

type DemoDeps = Pick<SyncDeps, 'db' | 'clock' | 'references'> & Pick<AccountDeps, 'rules'>

const SEED = 20_211_231

export async function fillDemo(deps: DemoDeps, origin: string): Promise<DemoAnswer['people']> {
  const { day: today } = momentOf(deps.clock())
  const id = idsFrom('demo')
  const chance = chanceFrom(SEED)
  const district = DEMO_DISTRICT.code as DistrictId
  const story = storyOf(deps, district, id)
  const begins = day(`${String(Number(today.slice(0, 4)) - 6)}-09-01`)
  const admin = await found(deps, story, begins)
  const places = invent(chance, id, today)
  const staff = await openAll(story, admin, places, begins)
  let since = begins
  for (const term of termsUntil(today)) {
    await enrol(story, staff.officer, begunBetween(places, since, term.recorded), term.recorded)
    since = term.recorded
    await tellTerm(story, chance, places, staff.officer, term)
  }
  const lately = addDays(today, -13)
  await enrol(story, staff.officer, begunBetween(places, since, lately), lately)
  await tellChanges(story, places, staff.officer, today)
  await tellNow(story, chance, places, staff.officer, today)
  await tellTitles(story, places, staff.officer, today)
  await tellGrowth(story, places, staff.officer, today)
  await tellMoves(story, places, staff.officer, today)
  await tellLeaders(story, places, staff.officer, today)
  await tellOpenings(story, places, staff.officer, today)
  await tellReviews(story, places, staff.officer, today)
  return links(deps, district, rolesShown(places, admin, staff), origin)
}

async function found(deps: DemoDeps, story: Story, begins: Day): Promise<Who> {
  const admin = { id: story.id() as PersonId, name: '郑海涛', staffNumber: 'QJ0001' }
  story.on(begins)
  await withServer(deps.db, { district: story.district, person: admin.id }, (tx) =>
    foundDistrict(
      tx,
      { clock: story.clock, references: deps.references },
      { district: story.district, ...DEMO_DISTRICT, admin, role: story.id() as RowId },
    ),
  )
  return admin
}

interface Staff {
  readonly officer: Who
  readonly auditor: Who
}

async function openAll(story: Story, admin: Who, places: DemoPlaces, begins: Day): Promise<Staff> {
  const officer = { id: story.id() as PersonId, name: '蒲晓岚', staffNumber: 'QJ0002' }
  const auditor = { id: story.id() as PersonId, name: '左思明', staffNumber: 'QJ0003' }
  await story.know([officer, auditor])
  const role = (at: Deed['subject'], who: Who, name: string): Deed => ({
    subject: at,
    verb: 'grant-role',
    args: { person: who.id, personName: who.name, role: name, from: begins, to: null },
  })
  const file = { kind: 'district' as const, id: story.district as string }
  const open = (below: boolean): Deed[] =>
    DEMO_SCHOOLS.filter((s) => (s.parent !== null) === below).map((s) => {
      const { name, code, kind, place, stage } = s
      return {
        subject: { kind: 'school' as const, id: places.ids.get(s.key) ?? '' },
        verb: 'open-school',
        args: { name, code, kind, place, stage, parent: s.parent === null ? null : (places.ids.get(s.parent) ?? null), from: begins },
      }
    })
  await story.does(admin, [role(file, officer, 'district-officer'), role(file, auditor, 'auditor'), ...open(false)])
  await story.does(admin, open(true))
  await enrol(
    story,
    officer,
    places.people.filter((p) => p.from <= begins),
    begins,
  )
  const roles = DEMO_SCHOOLS.flatMap((s): Deed[] => {
    const at = { kind: 'school' as const, id: places.ids.get(s.key) ?? '' }
    return [
      ...(s.principal ? [role(at, places.principal(s.key), 'principal')] : []),
      ...(s.officer ? [role(at, places.officer(s.key), 'officer')] : []),
    ]
  })
  await story.does(admin, roles)
  return { officer, auditor }
}

const begunBetween = (places: DemoPlaces, after: Day, until: Day): DemoPerson[] =>
  places.people.filter((p) => p.from > after && p.from <= until)

/** Opens the dossiers of people who have begun by this day. */
async function enrol(story: Story, by: Who, people: readonly DemoPerson[], on: Day): Promise<void> {
  story.on(on, 8 * 60)
  await story.know(people.map((p) => ({ id: p.id, name: p.name, staffNumber: p.identity.staffNumber })))
  await story.does(
    by,
    people.map((p) => ({
      subject: { kind: 'teacher', id: p.id },
      verb: 'enrol-person',
      args: { identity: p.identity, home: { row: story.id(), school: p.schoolId, from: p.from } },
    })),
  )
}

interface Shown {
  readonly role: string
  readonly who: Who
  readonly school: string | null
}

function rolesShown(places: DemoPlaces, admin: Who, staff: Staff): Shown[] {
  const at = (role: string, who: DemoPerson): Shown => ({ role, who, school: who.school.name })
  return [
    at('教师', places.named('覃丽莎')),
    at('师训专干', places.officer('primary')),
    at('校长', places.principal('primary')),
    at('初中师训专干', places.officer('junior')),
    at('园长', places.principal('kindergarten')),
    at('中心校师训专干', places.officer('central')),
    at('教学点教师', places.named('牟德贵')),
    { role: '区师训专干', who: staff.officer, school: null },
    { role: '督导', who: staff.auditor, school: null },
    { role: '区管理员', who: admin, school: null },
  ]
}

async function links(deps: DemoDeps, district: DistrictId, shown: readonly Shown[], origin: string): Promise<DemoAnswer['people']> {
  const slips = await demoLinks(
    deps,
    district,
    shown.map((s) => s.who.id),
    origin,
  )
  return shown.map(({ role, who, school }) => {
    const slip = slips.find((s) => s.person === who.id)
    if (slip === undefined) throw new Error('demo: a role without a link')
    return { role, name: who.name, school, url: slip.url }
  })
}
