// 登记学时 on a real phone without any network: what a teacher taps, what lies on the disk afterwards, and the way back.
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test } from 'vitest'
import ClaimForm from '../../../src/app/teacher/ClaimForm.vue'
import { claimSource, type RefusedOp } from '../../../src/app/teacher/claim-source.ts'
import { takeBack, undoOffer } from '../../../src/app/components/undo-offer.ts'
import { setPhone } from '../../../src/app/composables/phone.ts'
import { day } from '../../../src/domain/day.ts'
import { dossierView } from '../../../src/storage/dossier-view.ts'
import { outboxView } from '../../../src/storage/outbox-view.ts'
import { closePhone, read, type Phone } from '../../../src/storage/phone.ts'
import { draftsUnder } from '../../../src/storage/drafts.ts'
import { id } from '../../domain/verbs/scene.ts'
import { dossiers, fill, handset, openFor, reference } from '../../storage/people.ts'

const today = day('2026-03-10')
let phone: Phone
let page: VueWrapper
beforeEach(async () => {
  setActivePinia(createPinia())
  phone = await openFor('tao', handset())
  await fill(phone, [dossiers.tao])
  setPhone(phone)
})
afterEach(async () => {
  page.unmount()
  // What is being typed is still on its way to the disk.
  await new Promise((resolve) => setTimeout(resolve, 30))
  setPhone(null)
  closePhone(phone)
})

async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !check(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(check()).toBe(true)
}
async function open(answers: RefusedOp | null = null): Promise<void> {
  const view = await dossierView(phone, id('tao'), today)
  const found = claimSource({ row: null, like: null, answers, entries: [], today })
  if (view === null || found.is !== 'found') throw new Error('nothing to open')
  page = mount(ClaimForm, { props: { source: found.source, view, reference, today }, attachTo: document.body })
  await until(() => page.find('form').exists())
}
const chip = async (text: string): Promise<void> => {
  const found = page.findAll('label.chip, button.chip').find((one) => one.text() === text)
  if (found === undefined) throw new Error(`no chip ${text}`)
  const radio = found.find('input')
  await (radio.exists() ? radio.setValue(true) : found.trigger('click'))
}
const pendingOps = () => read(phone, async (database) => (await outboxView(database)).pending)
const complaints = (): string[] => page.findAll('.wrong').map((one) => one.text())

test('a teacher records hours in a few taps, sees what will come of it, and it lies on the phone', async () => {
  await open()
  await page.get('input[type=text]').setValue('统编教材研修')
  await chip('校本')
  await chip('4')
  expect(page.text()).toContain('预计可认定 4 学时')
  expect(page.text()).toContain('交后由学校认定。')
  await page.get('form').trigger('submit')
  await until(() => page.emitted('saved') !== undefined)
  expect(await pendingOps()).toMatchObject([
    { verb: 'claim-hours', args: { title: '统编教材研修', level: 'school', mode: 'school-based', hours: '4', first: today, last: today } },
  ])
  expect(await draftsUnder(phone, 'claim')).toEqual([])
  expect(undoOffer.value?.words).toBe('已存本机，有网自动送')
  await takeBack()
  expect((await pendingOps()).map((op) => op.verb)).toEqual(['claim-hours', 'withdraw-claim'])
})

test('what is missing is said at its field, and no longer once it is there', async () => {
  await open()
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(complaints()).toEqual(['请写参加了什么', '请选谁组织的', '请选什么形式', '请填多少学时'])
  await page.get('input[type=text]').setValue('教研活动')
  await chip('区培')
  expect(complaints()).toEqual(['请选什么形式', '请填多少学时'])
  expect(await pendingOps()).toEqual([])
})

test('what was typed is found again after the app was closed in the middle', async () => {
  await open()
  await page.get('input[type=text]').setValue('没填完的')
  page.unmount()
  await until(() => true)
  await new Promise((resolve) => setTimeout(resolve, 30))
  await open()
  expect(page.get<HTMLInputElement>('input[type=text]').element.value).toBe('没填完的')
  expect(page.text()).toContain('已找回上次没填完的内容。')
})

test('why a claim of one day was refused stands at the one day that is asked, till another day is chosen', async () => {
  await open({
    op: 'op-1',
    verb: 'claim-hours',
    args: { title: '教研活动', level: 'school', mode: 'school-based', first: today, last: today, hours: '4' },
    why: '结束日早于开始日',
    field: 'last',
  })
  const fields = page.findAll('.field').filter((one) => one.find('.wrong').exists())
  expect(fields.map((one) => one.text().includes('哪天'))).toEqual([true])
  expect([complaints(), page.text().split('结束日早于开始日').length]).toEqual([['结束日早于开始日'], 2])
  await page.get('input[type=text]').setValue('教研')
  expect(complaints()).toEqual(['结束日早于开始日'])
  await chip('昨天')
  expect(complaints()).toEqual([])
})

test('what the phone itself declines is still a draft afterwards, with the last key', async () => {
  await open()
  await page.get('input[type=text]').setValue('统编教材')
  await chip('校本')
  await chip('4')
  phone.tooOld = true
  await page.get('form').trigger('submit')
  await until(() => page.find('[role=alert]').exists())
  page.unmount()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect((await draftsUnder(phone, 'claim')).map((one) => (one.value as { hours: string }).hours)).toEqual(['4'])
})
