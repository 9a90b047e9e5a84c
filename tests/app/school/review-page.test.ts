// 审核 on a real phone without any network: one tap for the group, what lies on the disk afterwards, and the way back.
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ReviewPage from '../../../src/app/school/ReviewPage.vue'
import { takeBack, undoOffer } from '../../../src/app/components/undo-offer.ts'
import { setPhone } from '../../../src/app/composables/phone.ts'
import { outboxView } from '../../../src/storage/outbox-view.ts'
import { closePhone, read, type Phone } from '../../../src/storage/phone.ts'
import { day } from '../../../src/domain/day.ts'
import { runVerb } from '../../../src/domain/verbs/register.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { baseOf, CENTRAL, CLAIM, done, id, nextOp, REFERENCE } from '../../domain/verbs/scene.ts'
import { dossiers, fill, handset, openFor } from '../../storage/people.ts'

const session = {
  person: id('wu'),
  role: { key: 'o', role: 'officer', area: 'school', at: { kind: 'school', id: CENTRAL }, atName: '中心校' },
  roles: [],
}
vi.mock('../../../src/app/stores/session.ts', () => ({ useSession: () => session }))
vi.mock('../../../src/app/shell/SignedInPage.vue', () => ({ default: { template: '<main><slot /><slot name="act" /></main>' } }))

let hand: ReturnType<typeof handset>
let phone: Phone
let page: VueWrapper
beforeEach(async () => {
  setActivePinia(createPinia())
  hand = handset()
  phone = await openFor('wu', hand)
  setPhone(phone)
})
afterEach(async () => {
  page.unmount()
  await new Promise((resolve) => setTimeout(resolve, 30))
  setPhone(null)
  closePhone(phone)
  document.body.innerHTML = ''
})

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200 && !(await check()); i += 1) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await check()).toBe(true)
}
const claimed = (who: 'tao' | 'lin' | 'wu', more: Readonly<Record<string, unknown>> = {}) =>
  done(who, 'claim-hours', dossiers[who], { ...CLAIM, first: '2026-03-05', last: '2026-03-05', ...more }, { op: nextOp() })
const verbs = async (): Promise<string[]> =>
  (await read(phone, async (database) => (await outboxView(database)).pending)).map((op) => op.verb)

async function open(): Promise<void> {
  const at = (path: string, name: string) => ({ path, name, component: ReviewPage })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: ReviewPage },
      at('/t/:person', 'school-teacher'),
      at('/h/:person', 'school-person-history'),
      at('/h', 'school-history'),
    ],
  })
  page = mount(ReviewPage, { attachTo: document.body, global: { plugins: [router] } })
  await until(() => !page.text().includes('正在从本机读取'))
}
const button = (words: string) => page.findAll('button').find((one) => one.text().includes(words)) ?? page.get(`nothing-says-${words}`)

test('the officer accepts a whole group with one tap, and takes it back with another', async () => {
  await fill(phone, [claimed('tao'), claimed('lin'), dossiers.wu])
  await open()
  expect(page.text()).toContain('待审 2')
  await button('2 人都通过').trigger('click')
  await until(async () => (await verbs()).length === 2)
  expect(await verbs()).toEqual(['accept-claim', 'accept-claim'])
  await until(() => page.text().includes('没有待审的了'))
  expect(undoOffer.value?.words).toBe('已通过 2 人')
  await takeBack()
  await until(() => page.text().includes('待审 2'))
  expect(await verbs()).toEqual(['accept-claim', 'accept-claim', 'revoke-decision', 'revoke-decision'])
})

test('long after the offer to undo is gone, what one tap accepted is still taken back with one tap', async () => {
  // Decided just now, by the clock the page goes by.
  hand.clock.ms = Date.now()
  await fill(phone, [claimed('tao'), claimed('lin'), dossiers.wu])
  await open()
  await button('2 人都通过').trigger('click')
  await until(() => page.text().includes('24 小时内由你审的'))
  expect(page.text()).toContain('2 人 ·')
  expect(page.findAll('button').filter((one) => one.text() === '撤销')).toHaveLength(0)
  await button('逐条看 2 人').trigger('click')
  expect(page.findAll('button').filter((one) => one.text() === '撤销')).toHaveLength(2)
  await button('都撤销').trigger('click')
  await until(() => page.text().includes('待审 2'))
  expect(await verbs()).toEqual(['accept-claim', 'accept-claim', 'revoke-decision', 'revoke-decision'])
})

test("the officer's own claim is not offered, and the page says who decides on it", async () => {
  await fill(phone, [dossiers.tao, dossiers.lin, claimed('wu')])
  await open()
  await until(() => page.text().includes('你自己的 1 条'))
  expect(page.text()).toContain('魏专干')
  expect(page.findAll('button').some((one) => one.text().includes('通过'))).toBe(false)
})

test('what a former officer had decided is shown as a proposal, and one tap decides so; it is not passed over in the tap for all', async () => {
  const doc = claimed('tao')
  const row = [...doc.rows.values()].find((one) => one.kind === 'hours')?.id ?? ''
  const then = { ...REFERENCE, roles: REFERENCE.roles.map((r) => (r.person === id('wei') ? { ...r, to: day('2026-03-07') } : r)) }
  const said = runVerb(
    'accept-claim',
    1,
    doc,
    { row, hours: '3', credits: null, note: '只听了半天' },
    {
      op: nextOp(),
      actor: { id: id('wei'), name: '魏专干' },
      subject: doc.subject,
      today: day('2026-03-10'),
      minute: '10:00',
      saidAt: '2026-03-06T18:00',
      reference: then,
      base: baseOf(doc, row),
      hash: shortHash,
    },
  )
  if (said.is !== 'adjusted') throw new Error(said.is)
  await fill(phone, [said.document, claimed('lin'), dossiers.wu])
  await open()
  expect(page.text()).toContain('前任 魏专干 建议：通过 3 学时')
  expect(page.text()).toContain('只听了半天')
  expect(page.findAll('button').some((one) => one.text().includes('2 人都通过'))).toBe(false)
  await button('按建议通过 3 学时').trigger('click')
  await until(async () => (await verbs()).length === 1)
  const [op] = await read(phone, async (database) => (await outboxView(database)).pending)
  expect(op).toMatchObject({ verb: 'accept-claim', args: { row, hours: '3', note: '只听了半天' } })
  await until(() => !page.text().includes('前任'))
})

test('a claim goes back with a preset reason, and the teacher will read it', async () => {
  await fill(phone, [claimed('tao'), dossiers.lin, dossiers.wu])
  await open()
  await page.get('button.row').trigger('click')
  await until(() => document.querySelector('.sheet .foot') !== null)
  const inSheet = (words: string): HTMLElement =>
    [...document.querySelectorAll<HTMLElement>('.sheet button, .sheet label.chip')].find((one) => one.textContent?.trim() === words) ??
    document.body
  inSheet('退回').click()
  await until(() => inSheet('日期不对') !== document.body)
  const radio = inSheet('日期不对').querySelector('input')
  radio?.dispatchEvent(new Event('change'))
  await until(() => inSheet('日期不对').classList.contains('on'))
  inSheet('退回给老师').click()
  await until(async () => (await verbs()).length === 1)
  const [op] = await read(phone, async (database) => (await outboxView(database)).pending)
  expect(op).toMatchObject({ verb: 'return-claim', args: { reason: '日期不对' } })
})

test("a colleague's objection to hours of before stands among what waits, and leads to where it is answered; one's own does not", async () => {
  const objected = (who: 'tao' | 'wu') =>
    done(who, 'object-history', dossiers[who], { opening: null, again: null, reason: '少了 2023 年的市培' }, { op: nextOp() })
  await fill(phone, [objected('tao'), dossiers.lin, objected('wu')])
  await open()
  await until(() => page.text().includes('历史学时异议（1 条）'))
  expect(page.text()).toContain('少了 2023 年的市培')
  expect(page.text()).not.toContain('没有待审的了')
  expect(page.findAll('a').map((one) => one.attributes('href'))).toContain(`/h/${id('tao')}`)
})
