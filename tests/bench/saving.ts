// How long saving takes on a phone: from the tap on a button to the words on the page, over the real IndexedDB, with the
// dossiers of a school on the phone; then an activity for a roster of 300, one recounting and a roll-up from what is kept. Runs in Chromium only.
import { subjectKey, type Document } from '../../src/domain/document.ts'
import { day } from '../../src/domain/day.ts'
import type { DistrictId, PersonId, SchoolId } from '../../src/domain/ids.ts'
import { policyFor } from '../../src/domain/policy/packs/policy-for.ts'
import { rollUpSchool } from '../../src/domain/roll-up.ts'
import type { Reference } from '../../src/domain/reference.ts'
import { act } from '../../src/storage/act.ts'
import { actMany } from '../../src/storage/act-many.ts'
import { systemClock, systemRandom } from '../../src/storage/clock.ts'
import { packDocument } from '../../src/storage/packed.ts'
import { openPhone, write, type Phone } from '../../src/storage/phone.ts'
import { allStandings, recount } from '../../src/storage/standings.ts'
import { canonical } from '../../src/wire/canonical.ts'
import { rowText } from '../../src/wire/document-text.ts'
import { teacherWith } from './district.ts'
import type { Measured } from './rules.ts'

const SCHOOL = 'school' as SchoolId
const DISTRICT = 'bench' as DistrictId
const PEOPLE = 300
const ENTRIES = 60
const CLAIM = {
  title: '统编教材研修',
  organiser: '进修学院',
  level: 'school',
  mode: 'face-to-face',
  tags: [],
  activity: null,
  project: null,
  first: '2026-10-08',
  last: '2026-10-08',
  hours: '4',
  credits: null,
  attendance: null,
  result: null,
  evidence: [],
  lateReason: null,
  replaces: null,
} as const
const ACTIVITY = {
  title: '九月校本研修',
  organiser: '中心校',
  level: 'school',
  mode: 'school-based',
  tags: [],
  project: null,
  first: '2026-10-05',
  last: '2026-10-05',
  hours: '4',
  way: 'roster',
  expected: [],
  absent: [],
} as const
const NOON = Date.UTC(2026, 9, 20, 4)

let phone: Phone | null = null

/** A phone of the school's officer with everybody's dossier on it. */
export async function prepare(): Promise<void> {
  const policy = policyFor('500103')
  if (policy === null) throw new Error('no pack for 渝中')
  const reference: Reference = {
    district: DISTRICT,
    districtName: '渝中区',
    policy,
    activities: [],
    schools: [{ id: SCHOOL, name: '中心校', code: '1', kind: 'central', place: 'rural', stage: 'primary', parent: null }],
    roles: [
      { person: 'T0' as PersonId, name: '覃静', role: 'officer', at: { kind: 'school', id: SCHOOL }, from: day('2024-09-01'), to: null },
    ],
  }
  const opened = await openPhone(
    { person: 'T0' as PersonId, name: '覃静', district: DISTRICT, device: 'bench' },
    { clock: { ...systemClock, now: () => NOON }, random: systemRandom, notes: localStorage },
  )
  const documents: Document[] = Array.from({ length: PEOPLE }, (_, n) => teacherWith(`T${String(n)}`, ENTRIES))
  await write(opened, async (database) => {
    await database.reference.put({ key: 'current', hash: 'bench', content: canonical(reference) })
    await database.documents.bulkPut(documents.map((one) => packDocument(one.subject, [...one.rows.values()].map(rowText))))
    await recount(
      opened,
      database,
      documents.map((one) => subjectKey(one.subject)),
    )
  })
  opened.memory.overlays.clear()
  phone = opened
}

function inHand(): Phone {
  if (phone === null) throw new Error('not prepared')
  return phone
}

/** From the tap to 已存本机 painted; the page's own code runs here too, as slowly as the device is made to be. */
export function measureTap(): Promise<number> {
  const button = document.createElement('button')
  const words = document.createElement('p')
  document.body.append(button, words)
  return new Promise((resolve, reject) => {
    button.addEventListener('click', () => {
      const began = performance.now()
      act(inHand(), { verb: 'claim-hours', subject: { kind: 'teacher', id: 'T0' as PersonId }, args: CLAIM }).then((acted) => {
        words.textContent = acted.is === 'saved' ? '已存本机' : acted.is
        if (acted.is !== 'saved') return reject(new Error(JSON.stringify(acted)))
        requestAnimationFrame(() =>
          setTimeout(() => {
            button.remove()
            words.remove()
            resolve(performance.now() - began)
          }, 0),
        )
      }, reject)
    })
    button.click()
  })
}

export async function measureRoster(): Promise<Measured[]> {
  const at = inHand()
  const roster = await took(async () => {
    const acted = await actMany(at, { verb: 'register-activity', subject: { kind: 'school', id: SCHOOL }, args: ACTIVITY }, (activity) =>
      Array.from({ length: PEOPLE - 1 }, (_, n) => ({
        verb: 'grant-hours' as const,
        subject: { kind: 'teacher' as const, id: `T${String(n + 1)}` as PersonId },
        args: { activity, hours: null, attendance: null, result: null },
      })),
    )
    if (acted.is !== 'saved' || acted.skipped.length > 0) throw new Error(JSON.stringify(acted).slice(0, 300))
  })
  const reference = JSON.parse((await at.database.reference.get('current'))?.content ?? '') as Reference
  const rolled = await took(async () => {
    rollUpSchool(reference.policy, await allStandings(at), day('2026-10-20'), SCHOOL)
  })
  return [
    { what: `an activity for ${String(PEOPLE - 1)} people, ${String(ENTRIES)} entries each, saved`, ms: roster, atMost: 1500 },
    { what: `roll-up of ${String(PEOPLE)} standings, read from the phone`, ms: rolled, atMost: 50 },
  ]
}

async function took(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
