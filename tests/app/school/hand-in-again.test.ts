// A long table handed in where some of its parts stand already: from another device that broke off, or from before it came back.
import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { setPhone } from '../../../src/app/composables/phone.ts'
import { useYearActs } from '../../../src/app/school/use-year-acts.ts'
import { inParts } from '../../../src/app/school/year-parts.ts'
import type { SchoolInHand } from '../../../src/app/school/school-in-hand.ts'
import type { YearReview } from '../../../src/app/school/use-year-review.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import type { FrozenPerson } from '../../../src/domain/year-review/review-row.ts'
import { closePhone } from '../../../src/storage/phone.ts'
import { queueOf } from '../../../src/storage/to-send.ts'
import { done, id, uuid } from '../../domain/verbs/scene.ts'
import { andThen, digestOf, review, SCHOOLS, signed } from '../../domain/year-review/scene.ts'
import { fill, handset, openFor } from '../../storage/people.ts'

const people = Array.from({ length: 900 }, (_, n): FrozenPerson => [
  uuid(10_000 + n) as string as PersonId,
  `老师${String(n)}`,
  0,
  '',
  'on-the-way',
  10,
  10,
  30,
  [],
]).sort((a, b) => (a[0] < b[0] ? -1 : 1))
const DIGEST = digestOf(people)

test('parts that stand already are passed over, and the rest makes the snapshot', async () => {
  setActivePinia(createPinia())
  const [first = {}] = inParts('row', { schools: SCHOOLS, people }).map(({ row: _row, ...args }) => args)
  // The school's file says who its officer is, as a real one does: each part is seen with those before it.
  const before = signed(DIGEST)
  const withOfficer = {
    ...before,
    doc: done('du', 'grant-role', before.doc, { person: id('wu'), personName: '吴专干', role: 'officer', from: '2024-09-01', to: null }),
  }
  const broken = andThen(withOfficer, 'wu', 'hand-in-year-review', first)
  const phone = await openFor('wu', handset())
  await fill(phone, [broken.doc])
  setPhone(phone)
  const acts = useYearActs(
    { id: { value: SCHOOLS[0] } } as unknown as SchoolInHand,
    { figures: { value: { schools: SCHOOLS, people } }, review: { value: review(broken) } } as unknown as YearReview,
  )
  expect([await acts.handIn(), acts.trouble.value]).toEqual([true, null])
  expect((await queueOf(phone)).waiting).toBe(2)
  setPhone(null)
  closePhone(phone)
})
