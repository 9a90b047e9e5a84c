// The demo's studios, pairs of mentor and mentee, programmes, a project with places and 师德承诺 of one school.

import { addDays, type Day } from '../../domain/day.ts'
import type { DemoPerson, DemoPlaces } from './people.ts'
import type { Deed, Story, Who } from './story.ts'

const person = (p: DemoPerson): { person: string; name: string } => ({ person: p.id, name: p.name })
const dossier = (p: DemoPerson): Deed['subject'] => ({ kind: 'teacher', id: p.id })

export async function tellGrowth(story: Story, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  story.on(addDays(today, -3))
  const year = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) >= 9 ? 0 : 1)
  const begun = `${String(year)}-09-01` as Day
  const file = { kind: 'district' as const, id: story.district as string }
  const [lead, second, third, fourth] = places.of('primary').filter((p) => p.identity.category === 'full-time')
  const [junior] = places.of('junior')
  if (lead === undefined || second === undefined || third === undefined || fourth === undefined || junior === undefined) return
  const studio = (kind: string, name: string, host: DemoPerson, members: readonly DemoPerson[], until: Day | null): Deed => ({
    subject: file,
    verb: 'open-studio',
    args: { kind, name, level: null, host: person(host), members: members.map(person), from: begun, until },
  })
  await story.does(district, [
    studio('yz-master', '语文名师工作室', lead, [second, third], null),
    studio('yz-head-teacher', '班主任工作室', junior, [fourth], null),
    studio('yz-principal', '校长工作室', places.principal('primary'), [], addDays(today, -30)),
    {
      subject: file,
      verb: 'open-project',
      args: {
        title: '骨干教师高级研修（下学期）',
        programme: 'yz-thousand',
        from: addDays(today, -3),
        until: addDays(today, 20),
        places: 6,
        quotas: [...places.ids].slice(0, 3).map(([, school]) => ({ school, places: 2 })),
        first: [],
      },
    },
    { subject: dossier(lead), verb: 'join-programme', args: { programme: 'yz-hundred', from: begun, until: null, place: '' } },
    {
      subject: dossier(places.principal('primary')),
      verb: 'join-programme',
      args: { programme: 'yz-residence', from: addDays(today, -90), until: addDays(today, -60), place: '外地一所中学' },
    },
  ])
  const officer = places.officer('primary')
  const [row] = await story.does(officer, [
    {
      subject: dossier(fourth),
      verb: 'begin-mentoring',
      args: {
        side: 'mentee',
        other: lead.id,
        otherName: lead.name,
        pair: null,
        programme: null,
        subject: fourth.identity.subject,
        from: begun,
        until: null,
      },
    },
  ])
  await story.does(officer, [
    {
      subject: dossier(lead),
      verb: 'begin-mentoring',
      args: {
        side: 'mentor',
        other: fourth.id,
        otherName: fourth.name,
        pair: row ?? null,
        programme: null,
        subject: fourth.identity.subject,
        from: begun,
        until: null,
      },
    },
    ...places
      .of('primary')
      .slice(0, 30)
      .filter((p) => p.id !== officer.id)
      .map((p): Deed => ({
        subject: dossier(p),
        verb: 'record-appraisal',
        args: { item: 'ethics-pledge', period: `${String(year)}-${String(year + 1)}`, on: begun, result: null, count: null },
      })),
  ])
}
