// What the demo's desks have before them today: claims of one training waiting together, loose ones under other titles, some passed on
// to the district, some returned with a reason, a correction asked for, leave with and without days.

import { addDays, type Day } from '../../domain/day.ts'
import { rowsOf } from '../../domain/document.ts'
import { entryOf } from '../../domain/entry.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson, DemoPlaces } from './people.ts'
import { seen, type Story, type Who } from './story.ts'

interface Training {
  readonly title: string
  readonly organiser: string
  readonly level: string
  readonly mode: string
  readonly first: Day
  readonly last: Day
  readonly hours: string
  readonly activity: string | null
}

const claimArgs = (t: Training, evidence: readonly { is: string }[]): Record<string, unknown> => ({
  ...t,
  tags: [],
  project: null,
  credits: null,
  attendance: null,
  result: null,
  evidence,
  lateReason: null,
  replaces: null,
})

async function claims(story: Story, chance: Chance, people: readonly DemoPerson[], training: Training): Promise<Map<DemoPerson, string>> {
  const made = new Map<DemoPerson, string>()
  for (const p of people) {
    const evidence = chance.often(0.7) ? [{ is: 'paper-at-school' }] : [{ is: 'later' }]
    const [row] = await story.does(p, [
      { subject: { kind: 'teacher', id: p.id }, verb: 'claim-hours', args: claimArgs(training, evidence) },
    ])
    if (row !== undefined) made.set(p, row)
  }
  return made
}

async function decide(
  story: Story,
  by: Who,
  made: ReadonlyMap<DemoPerson, string>,
  how: { verb: 'accept-claim'; hours: string } | { verb: 'return-claim'; reason: string },
): Promise<void> {
  const dossiers = await story.dossiers([...made.keys()].map((p) => p.id))
  await story.does(
    by,
    [...made]
      .filter(([p]) => p.id !== by.id)
      .map(([p, row]) => {
        const dossier = dossiers.find((d) => d.subject.id === p.id)
        if (dossier === undefined) throw new Error('demo: no dossier')
        const args = how.verb === 'accept-claim' ? { row, hours: how.hours, credits: null, note: '' } : { row, reason: how.reason }
        return { subject: { kind: 'teacher' as const, id: p.id }, verb: how.verb, args, base: seen(dossier, row) }
      }),
  )
}

const some = (made: ReadonlyMap<DemoPerson, string>, from: number, to: number): Map<DemoPerson, string> =>
  new Map([...made].slice(from, to))
const teachers = (places: DemoPlaces, key: string): DemoPerson[] => places.of(key).filter((p) => p.identity.category === 'full-time')

export async function tellNow(story: Story, chance: Chance, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  const ago = (days: number): Day => addDays(today, -days)
  const officer = (key: string): DemoPerson => places.officer(key)
  const waitsForClaims = async (key: string, people: readonly DemoPerson[], t: Omit<Training, 'activity'>): Promise<Training> => {
    const args = { ...t, tags: [], project: null, way: 'claims', expected: people.map((p) => p.id), absent: [] }
    const [row] = await story.does(officer(key), [
      { subject: { kind: 'school', id: officer(key).schoolId }, verb: 'register-activity', args },
    ])
    return { ...t, activity: row ?? null }
  }

  story.on(ago(12))
  const primary = teachers(places, 'primary')
  const joint = await waitsForClaims('primary', primary, {
    title: '秋季联片教研活动',
    organiser: '第三教研联片',
    level: 'district',
    mode: 'face-to-face',
    first: ago(18),
    last: ago(18),
    hours: '4',
  })
  const central = [...teachers(places, 'central'), ...teachers(places, 'point-a'), ...teachers(places, 'point-b')]
  const village = await waitsForClaims('central', central, {
    title: '乡村学校送教下乡',
    organiser: '渝中区教师进修学院',
    level: 'district',
    mode: 'face-to-face',
    first: ago(16),
    last: ago(15),
    hours: '8',
  })

  story.on(ago(9), 19 * 60)
  const jointClaims = await claims(story, chance, primary.slice(2, 29), joint)
  const villageClaims = await claims(
    story,
    chance,
    central.filter((_, n) => n % 3 !== 1),
    village,
  )
  const own: Training = {
    title: '国家智慧教育平台暑期教师研修',
    organiser: '教育部',
    level: 'nation',
    mode: 'online',
    first: ago(120),
    last: ago(90),
    hours: '10',
    activity: null,
  }
  const online = await claims(story, chance, teachers(places, 'junior').slice(3, 16), own)
  const typed = await claims(story, chance, teachers(places, 'junior').slice(16, 19), {
    ...own,
    title: '智慧教育平台暑期研修',
    organiser: '国家平台',
  })
  const kindergarten = await claims(story, chance, teachers(places, 'kindergarten').slice(2, 8), {
    title: '园本课程故事分享',
    organiser: '山茶幼儿园',
    level: 'school',
    mode: 'school-based',
    first: ago(20),
    last: ago(20),
    hours: '3',
    activity: null,
  })
  // The officer's own claim finds its way to another desk.
  await claims(story, chance, [officer('primary')], joint)

  story.on(ago(6))
  await decide(story, officer('primary'), some(jointClaims, 9, 17), { verb: 'accept-claim', hours: '4' })
  await decide(story, officer('primary'), some(jointClaims, 17, 19), {
    verb: 'return-claim',
    reason: '当天您在区里参加另一场培训，请核对日期。',
  })
  await decide(story, officer('primary'), some(jointClaims, 0, 1), { verb: 'return-claim', reason: '请补上签到表或学习证明的照片。' })
  await decide(story, officer('junior'), some(online, 0, 5), { verb: 'accept-claim', hours: '10' })
  await decide(story, officer('junior'), some(typed, 0, 1), {
    verb: 'return-claim',
    reason: '活动名称请写全称：国家智慧教育平台暑期教师研修。',
  })
  await decide(story, officer('kindergarten'), some(kindergarten, 0, 2), { verb: 'accept-claim', hours: '3' })
  await decide(story, officer('central'), some(villageClaims, 0, 4), { verb: 'accept-claim', hours: '8' })

  story.on(ago(5), 16 * 60)
  await decide(story, district, some(jointClaims, 9, 12), { verb: 'accept-claim', hours: '4' })
  await decide(story, district, some(online, 0, 1), { verb: 'return-claim', reason: '请上传平台的学时证明。' })
  await askForCorrection(story, primary.slice(4, 6), '这次培训我全程参加，登记表上漏了下午的 2 学时。')
}

async function askForCorrection(story: Story, people: readonly DemoPerson[], reason: string): Promise<void> {
  for (const dossier of await story.dossiers(people.map((p) => p.id))) {
    const entries = rowsOf(dossier, 'hours')
      .map(entryOf)
      .filter((e) => e !== null && e.state === 'recognised')
    const latest = entries.sort((a, b) => ((a?.training.last ?? '') < (b?.training.last ?? '') ? 1 : -1))[0]
    const who = people.find((p) => p.id === dossier.subject.id)
    if (latest === undefined || latest === null || who === undefined) continue
    await story.does(who, [{ subject: dossier.subject, verb: 'request-correction', args: { row: latest.id, reason } }])
  }
}

/** Leave, a teacher on rotation, one who moved, one who retired: the state of September, so that every list has something in it. */
export async function tellChanges(story: Story, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  const year = today.slice(0, 4)
  const autumn = addDays(today, -70)
  story.on(addDays(today, -13))
  const at = (key: string, n: number): DemoPerson => {
    const p = places.of(key)[n]
    if (p === undefined) throw new Error('demo: nobody there')
    return p
  }
  const teacher = (p: DemoPerson) => ({ kind: 'teacher' as const, id: p.id })
  const pause = (p: DemoPerson, kind: string, from: Day | null, until: Day | null) => ({
    subject: teacher(p),
    verb: 'begin-pause',
    args: { kind, from, until },
  })
  await story.does(places.officer('primary'), [
    pause(at('primary', 9), 'maternity', `${year}-03-02` as Day, `${year}-08-31` as Day),
    pause(at('primary', 14), 'maternity', addDays(today, -40), addDays(today, 118)),
  ])
  await story.does(places.officer('junior'), [
    pause(at('junior', 12), 'sick', null, null),
    pause(at('junior', 25), 'aid', autumn, addDays(autumn, 364)),
  ])
  await story.does(district, [
    {
      subject: teacher(at('junior', 20)),
      verb: 'start-post',
      args: { school: places.ids.get('central') ?? '', kind: 'rotation', from: autumn },
    },
    {
      subject: teacher(at('junior', 31)),
      verb: 'correct-person',
      args: { changes: { name: `${at('junior', 31).name.slice(0, 1)}若溪` }, reason: '更名' },
    },
  ])
}
