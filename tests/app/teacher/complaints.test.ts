// What is said at the fields of a claim, of one's own or recorded for somebody else, while it is put right.
import { expect, test } from 'vitest'
import { effectScope, nextTick, ref, type Ref } from 'vue'
import { day } from '../../../src/domain/day.ts'
import { blankClaim, type ClaimForm } from '../../../src/app/teacher/claim-form.ts'
import { useComplaints, type Complaints } from '../../../src/app/teacher/use-complaints.ts'

function filledIn(over: Partial<ClaimForm>): { form: Ref<ClaimForm>; complaints: Complaints } {
  const form = ref<ClaimForm>({ ...blankClaim(day('2026-11-22')), title: '心理健康教育', ...over })
  const complaints = effectScope().run(() => useComplaints(form))
  if (complaints === undefined) throw new Error('no scope')
  return { form, complaints }
}

test('what was put right is no longer complained of, what is still missing is', async () => {
  const { form, complaints } = filledIn({})
  expect(complaints.complete()).toBe(false)
  expect(Object.keys(complaints.wrong.value)).toEqual(['level', 'mode', 'hours'])
  Object.assign(form.value, { level: 'district' })
  await nextTick()
  expect(Object.keys(complaints.wrong.value)).toEqual(['mode', 'hours'])
})

test('why a field was refused stays said until that field is another', async () => {
  const { form, complaints } = filledIn({ level: 'district', mode: 'online', hours: '900' })
  expect(complaints.complete()).toBe(true)
  expect(complaints.refuse('hours', '一天不会有这么多学时')).toBe(true)
  Object.assign(form.value, { title: '心理健康教育培训' })
  await nextTick()
  expect(complaints.wrong.value).toEqual({ hours: '一天不会有这么多学时' })
  Object.assign(form.value, { hours: '9' })
  await nextTick()
  expect(complaints.wrong.value).toEqual({})
})

test('a refusal that means no field of the form is left to the page', () => {
  const { complaints } = filledIn({ level: 'district', mode: 'online', hours: '9' })
  expect(complaints.refuse(null, '没有权限')).toBe(false)
  expect(complaints.wrong.value).toEqual({})
})
