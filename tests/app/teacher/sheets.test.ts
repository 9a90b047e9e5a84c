// What is handed in on a sheet: the words lie on the phone as a draft, and go with the act that hands them in, so that nobody
// who is cut off right after it finds them again and hands them in twice.
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import CorrectionSheet from '../../../src/app/teacher/CorrectionSheet.vue'
import ObjectSheet from '../../../src/app/teacher/ObjectSheet.vue'
import { useHistory } from '../../../src/app/teacher/use-history.ts'
import { setPhone } from '../../../src/app/composables/phone.ts'
import { reportFailure } from '../../../src/app/shell/failure.ts'
import { day } from '../../../src/domain/day.ts'
import { dossierView } from '../../../src/storage/dossier-view.ts'
import { draftsUnder } from '../../../src/storage/drafts.ts'
import { outboxView } from '../../../src/storage/outbox-view.ts'
import { closePhone, read, type Phone } from '../../../src/storage/phone.ts'
import { accept, baseOf, CLAIM, done, id, nextOp } from '../../domain/verbs/scene.ts'
import { dossiers, fill, handset, openFor } from '../../storage/people.ts'

const OPEN = { global: { stubs: { SheetDialog: { template: '<div><slot /><slot name="foot" /></div>' } } } }

// The verbs of nouns come to the phone when first needed, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

let phone: Phone
let page: VueWrapper
let left: number[]
beforeEach(async () => {
  setActivePinia(createPinia())
  phone = await openFor('tao', handset())
  setPhone(phone)
  left = []
  // How the draft stands when the act has just been written, before the sheet clears anything itself.
  await read(phone, async (database) => {
    database.outbox.hook('creating', (_key, _op, { on }) => {
      on('complete', () => {
        draftsUnder(phone, '').then((drafts) => left.push(drafts.length), reportFailure)
      })
    })
  })
})
afterEach(async () => {
  // What is still being written down must be on the disk before it closes.
  await new Promise((resolve) => setTimeout(resolve, 50))
  page.unmount()
  await new Promise((resolve) => setTimeout(resolve, 50))
  setPhone(null)
  closePhone(phone)
})

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 2_000 && !(await check()); i += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await check()).toBe(true)
}
const verbs = async (): Promise<string[]> => (await read(phone, outboxView)).pending.map((op) => op.verb)
const dossier = async () => (await dossierView(phone, id('tao'), day('2026-03-10'))) ?? expect.unreachable('no dossier')

async function writeAndSend(words: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20))
  await page.get('textarea').setValue(words)
  await until(async () => (await draftsUnder(phone, '')).length === 1)
  await page.get('button').trigger('click')
}

test('a correction that was asked for takes its draft along', async () => {
  const op = nextOp()
  const claimed = done('tao', 'claim-hours', dossiers.tao, { ...CLAIM, first: '2026-03-05', last: '2026-03-05' }, { op })
  await fill(phone, [done('wu', 'accept-claim', claimed, accept(op), { base: baseOf(claimed, op) })])
  const view = await dossier()
  const [one] = view.entries
  if (one === undefined) throw new Error('no entry')
  page = mount(CorrectionSheet, { props: { entry: one.entry, dossier: view.dossier, show: true }, ...OPEN })
  await writeAndSend('应为 6 学时')
  await until(() => left.length === 1)
  expect([await verbs(), left]).toEqual([['request-correction'], [0]])
})

test('an objection to what was brought over takes its draft along', async () => {
  await fill(phone, [dossiers.tao])
  const view = await dossier()
  const { object } = useHistory(() => view.dossier)
  page = mount(ObjectSheet, {
    props: {
      about: { opening: null, again: null },
      what: '',
      problem: '',
      show: true,
      send: (reason: string, draft: string) => object(null, null, reason, draft),
    },
    ...OPEN,
  })
  await writeAndSend('少了 2024 年的 30 学时')
  await until(() => left.length === 1)
  expect([await verbs(), left]).toEqual([['object-history'], [0]])
})
