// 公示 at a 中心校 too large for one moment of a phone: everybody's line first, the publishing last, and how far it is meanwhile.
import { createPinia, setActivePinia } from 'pinia'
import { expect, test, vi } from 'vitest'
import { watch } from 'vue'
import { setPhone } from '../../../src/app/composables/phone.ts'
import { useYearActs } from '../../../src/app/school/use-year-acts.ts'
import type { SchoolInHand } from '../../../src/app/school/school-in-hand.ts'
import type { YearReview } from '../../../src/app/school/use-year-review.ts'
import { day } from '../../../src/domain/day.ts'
import { emptyDocument, type Document, type Row } from '../../../src/domain/document.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import type { FrozenPerson } from '../../../src/domain/year-review/review-row.ts'
import { closePhone, read } from '../../../src/storage/phone.ts'
import { done, id, IDENTITY, nextOp, uuid } from '../../domain/verbs/scene.ts'
import { digestOf, opened, review, SCHOOLS } from '../../domain/year-review/scene.ts'
import { fill, handset, openFor } from '../../storage/people.ts'

const people = Array.from({ length: 450 }, (_, n): FrozenPerson => [
  uuid(20_000 + n) as string as PersonId,
  `老师${String(n)}`,
  0,
  '',
  'on-the-way',
  10,
  10,
  30,
  [],
])
const dossierOf = (person: PersonId): Document =>
  done('du', 'enrol-person', emptyDocument<Row>({ kind: 'teacher', id: person }), {
    identity: { ...IDENTITY, name: '老师' },
    home: { row: nextOp(), school: SCHOOLS[0], from: '2024-09-01' },
  })

test('four hundred and fifty people get their line before anything is published; what broke off is taken up again', async () => {
  setActivePinia(createPinia())
  const made = opened()
  const file = done('du', 'grant-role', made.doc, { person: id('wu'), personName: '吴专干', role: 'officer', from: '2024-09-01', to: null })
  const phone = await openFor('wu', handset())
  await fill(phone, [file, ...people.map(([person]) => dossierOf(person))])
  setPhone(phone)
  const desk = {
    digest: { value: digestOf(people) },
    figures: { value: { schools: SCHOOLS, people } },
    review: { value: review(made) },
  } as unknown as YearReview
  const acts = useYearActs({ id: { value: SCHOOLS[0] } } as unknown as SchoolInHand, desk)
  const heard: number[] = []
  watch(
    acts.progress,
    (now) => {
      if (now !== null) heard.push(now.done)
    },
    { flush: 'sync' },
  )
  const queue = () => read(phone, (database) => database.outbox.orderBy('n').toArray())

  // The storage gives up after two lots: nothing is published, and the page says so.
  let lots = 0
  const real = phone.database.outbox.bulkAdd.bind(phone.database.outbox)
  const failing = vi.spyOn(phone.database.outbox, 'bulkAdd').mockImplementation(((...args: Parameters<typeof real>) => {
    lots += 1
    if (lots > 2) throw new DOMException('full', 'QuotaExceededError')
    return real(...args)
  }) as typeof real)
  expect(await acts.publish(day('2026-03-01'), day('2026-03-08'))).toBe(false)
  expect(acts.trouble.value).not.toBeNull()
  failing.mockRestore()
  expect([(await queue()).length, acts.progress.value]).toEqual([200, null])

  expect(await acts.publish(day('2026-03-01'), day('2026-03-08'))).toBe(true)
  const ops = await queue()
  expect([ops.length, ops[450]?.content.verb, new Set(ops.slice(0, 450).map((op) => op.key)).size]).toEqual([
    451,
    'publish-year-review',
    450,
  ])
  expect([heard, acts.trouble.value]).toEqual([[0, 100, 200, 0, 100, 200, 300, 400], null])
  setPhone(null)
  closePhone(phone)
}, 60_000)

test('who has moved on since is spoken of after the publishing and keeps nobody else’s line back', async () => {
  setActivePinia(createPinia())
  const made = opened()
  const file = done('du', 'grant-role', made.doc, { person: id('wu'), personName: '吴专干', role: 'officer', from: '2024-09-01', to: null })
  const phone = await openFor('wu', handset())
  // The server's figures hold somebody whose dossier this phone no longer has.
  const [gone, ...here] = people
  await fill(phone, [file, ...here.map(([person]) => dossierOf(person))])
  setPhone(phone)
  const desk = {
    digest: { value: digestOf(people) },
    figures: { value: { schools: SCHOOLS, people } },
    review: { value: review(made) },
  } as unknown as YearReview
  const acts = useYearActs({ id: { value: SCHOOLS[0] } } as unknown as SchoolInHand, desk)
  expect(await acts.publish(day('2026-03-01'), day('2026-03-08'))).toBe(true)
  const ops = await read(phone, (database) => database.outbox.orderBy('n').toArray())
  expect([ops.length, ops[449]?.content.verb, ops.some((op) => op.key === `teacher:${gone?.[0] ?? ''}`)]).toEqual([
    450,
    'publish-year-review',
    false,
  ])
  expect(acts.trouble.value).not.toBeNull()
  setPhone(null)
  closePhone(phone)
}, 60_000)
