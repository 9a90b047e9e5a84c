// A form's words are kept from the first key on, also from somebody who types faster than the disk is read.
import { effectScope, type EffectScope } from 'vue'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDraft, type Draft } from '../../../src/app/composables/draft.ts'
import { setPhone } from '../../../src/app/composables/phone.ts'
import { keepDraft, readDraft } from '../../../src/storage/drafts.ts'
import { closePhone, type Phone } from '../../../src/storage/phone.ts'
import { handset, openFor } from '../../storage/people.ts'

interface Form {
  title: string
  reason: string
}

let phone: Phone
let scope: EffectScope
beforeEach(async () => {
  phone = await openFor('tao', handset())
  setPhone(phone)
  scope = effectScope()
})
afterEach(async () => {
  scope.stop()
  // What is still being written down must be on the disk before it closes.
  await new Promise((resolve) => setTimeout(resolve, 50))
  setPhone(null)
  closePhone(phone)
})

const opened = (): Draft<Form> =>
  scope.run(() => useDraft<Form>('claim', () => ({ title: '', reason: '' }))) ?? expect.unreachable('no scope')
async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1_000 && !(await check()); i += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await check()).toBe(true)
}

test('what is typed before the disk was read is kept like everything else', async () => {
  const draft = opened()
  draft.value.value.reason = '应为 6 学时'
  await until(() => draft.ready.value)
  await until(async () => (await readDraft(phone, 'claim')) !== null)
  expect(await readDraft(phone, 'claim')).toEqual({ title: '', reason: '应为 6 学时' })
})

test('what lay there from before comes back around it, and does not overwrite it', async () => {
  await keepDraft(phone, 'claim', { title: '校本研修', reason: '旧的' })
  const draft = opened()
  draft.value.value.reason = '新的'
  await until(() => draft.ready.value)
  expect([draft.value.value, draft.restored.value]).toEqual([{ title: '校本研修', reason: '新的' }, true])
})

test('a form that was only opened leaves nothing behind', async () => {
  const first = opened()
  await until(() => first.ready.value)
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(await readDraft(phone, 'claim')).toBe(null)
})
