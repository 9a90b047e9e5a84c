// The demo's 年审: one school has published its table and has an objection to answer; one has handed in, the district drew whom to
// look at and has looked at some, and hours written down late stand beside what was handed in.

import { addDays, type Day } from '../../domain/day.ts'
import type { RowId } from '../../domain/ids.ts'
import { runReport } from '../../domain/reports/report.ts'
import { figuresDigest } from '../../domain/year-review/figures.ts'
import { linesOf } from '../../domain/year-review/review-line.ts'
import { reviewRules, yearToReview } from '../../domain/year-review/review-year.ts'
import { drawSample, sampleSize } from '../../domain/year-review/sample.ts'
import { schoolYearReview, type SchoolYearReview } from '../../domain/year-review/school-report.ts'
import { shortHash } from '../../wire/canonical.ts'
import type { DemoPerson, DemoPlaces } from './people.ts'
import type { Deed, Story, Who } from './story.ts'

interface Published {
  readonly row: string
  readonly at: Deed['subject']
  readonly people: readonly DemoPerson[]
  readonly year: SchoolYearReview
  readonly digest: string
}

export async function tellReviews(story: Story, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  const yesterday = addDays(today, -1)
  story.on(yesterday, 14 * 60)
  const junior = await publish(story, places, 'junior', { from: addDays(today, -6), to: addDays(today, -2) })
  const primary = await publish(story, places, 'primary', { from: yesterday, to: addDays(today, 3) })
  story.on(yesterday, 15 * 60)
  const desks = new Set([places.officer('primary').id, places.principal('primary').id, places.named('覃丽莎').id])
  const [objects, ...agree] = primary.people.filter((p) => p.identity.category === 'full-time' && !desks.has(p.id)).slice(4, 24)
  await check(story, primary, agree, null)
  if (objects !== undefined) await check(story, primary, [objects], '秋季联片教研我全程参加了，表里没有算这 4 学时。')
  await check(
    story,
    junior,
    junior.people.filter((p) => p.id !== places.officer('junior').id),
    null,
  )
  await handIn(story, places, district, junior, today)
}

/** Opened, gone through and published, with everybody's own line. */
async function publish(story: Story, places: DemoPlaces, key: string, shown: { readonly from: Day; readonly to: Day }): Promise<Published> {
  const officer = places.officer(key)
  const people = places.of(key)
  const at: Deed['subject'] = { kind: 'school', id: officer.schoolId }
  const reference = await story.reference()
  const { first, last } = yearToReview(reference.policy, addDays(shown.to, 1))
  const on = addDays(shown.from, -1)
  const asOf = on < last ? on : last
  const [row = ''] = await story.does(officer, [{ subject: at, verb: 'open-year-review', args: { first, last, asOf } }])
  const dossiers = (await story.dossiers(people.map((p) => p.id))).map((dossier) => ({ dossier, standing: null }))
  const year = runReport(
    schoolYearReview,
    {
      args: { first, last, review: row as RowId },
      asOf,
      knownAt: null,
      reference,
      schools: [officer.schoolId],
      wholeDistrict: true,
      files: [],
      today: asOf,
    },
    dossiers,
  )
  const digest = figuresDigest(year.figures, shortHash)
  await story.does(officer, [
    { subject: at, verb: 'check-year-review', args: { row, left: year.missing.length, note: '已逐一通知本人' } },
    { subject: at, verb: 'publish-year-review', args: { row, ...shown, digest } },
  ])
  await story.does(
    officer,
    year.figures.people.map(([person, , , , , recognised, counted]): Deed => ({
      subject: { kind: 'teacher', id: person },
      verb: 'show-review-line',
      args: { review: row, school: officer.schoolId, first, last, asOf, recognised, counted, ...shown },
    })),
  )
  return { row, at, people, year, digest }
}

/** 无误 of each, or what they object to. */
async function check(story: Story, { row }: Published, people: readonly DemoPerson[], objection: string | null): Promise<void> {
  for (const dossier of await story.dossiers(people.map((p) => p.id))) {
    const who = people.find((p) => p.id === dossier.subject.id)
    const line = linesOf(dossier).find((l) => (l.review as string) === row)
    if (who === undefined || line === undefined) continue
    await story.does(who, [
      { subject: dossier.subject, verb: 'check-review-line', args: { row: line.id, agrees: objection === null, reason: objection ?? '' } },
    ])
  }
}

/** Signed by the principal and handed in; drawn from by the district, which has not looked at everybody yet; then hours come late. */
async function handIn(
  story: Story,
  places: DemoPlaces,
  district: Who,
  { row, at, people, year, digest }: Published,
  today: Day,
): Promise<void> {
  const yesterday = addDays(today, -1)
  const officer = places.officer('junior')
  const { schools, people: frozen, asOf } = year.figures
  story.on(yesterday, 16 * 60)
  await story.does(places.principal('junior'), [{ subject: at, verb: 'sign-year-review', args: { row, digest, paper: null } }])
  await story.does(officer, [{ subject: at, verb: 'hand-in-year-review', args: { row, schools, people: frozen } }])
  story.on(yesterday, 17 * 60)
  const { share } = reviewRules((await story.reference()).policy, today).sampleShare
  const size = sampleSize(frozen.length, share)
  await story.does(district, [{ subject: at, verb: 'sample-year-review', args: { row, digest, seed: yesterday, size } }])
  const drawn = drawSample(
    frozen.map((p) => p[0]),
    size,
    yesterday,
    digest,
    shortHash,
  )
  await story.does(
    district,
    drawn.slice(0, 2).map((person, n) => ({
      subject: at,
      verb: 'check-sampled',
      args: { row, digest, person, agrees: n === 0, note: n === 0 ? '' : '学校留存的签到表少一页，请补上。' },
    })),
  )
  story.on(yesterday, 18 * 60)
  const late = people.filter((p) => p.identity.category === 'full-time' && p.id !== officer.id).slice(5, 8)
  const held = addDays(asOf, -25)
  const [activity = ''] = await story.does(officer, [
    {
      subject: at,
      verb: 'register-activity',
      args: {
        title: '期中质量分析与命题研讨',
        organiser: '双江初级中学',
        level: 'school',
        mode: 'school-based',
        tags: [],
        project: null,
        first: held,
        last: held,
        hours: '2.5',
        way: 'roster',
        expected: late.map((p) => p.id),
        absent: [],
      },
    },
  ])
  await story.does(
    officer,
    late.map((p): Deed => ({
      subject: { kind: 'teacher', id: p.id },
      verb: 'grant-hours',
      args: { activity, hours: null, attendance: null, result: null },
    })),
  )
}
