// 发布项目名额: a day nobody chose is nobody's deadline. The sheet asks for it in words and hands in nothing without it.
import { mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import ProjectSheet from '../../../src/app/district/ProjectSheet.vue'
import { REFERENCE } from '../../domain/verbs/scene.ts'

const act = vi.fn(async (_input: unknown) => ({ is: 'saved' }))
vi.mock('../../../src/app/composables/act.ts', () => ({ useAct: () => ({ act }) }))
const SHEET = { global: { stubs: { SheetDialog: { template: '<div><slot /><slot name="foot" /></div>' } } } }
beforeEach(() => {
  act.mockClear()
})

async function filled(until: string | null): Promise<string> {
  const sheet = mount(ProjectSheet, { props: { reference: REFERENCE, today: '2026-11-22' }, ...SHEET })
  await sheet.get('input').setValue('乡村骨干教师提升')
  await sheet.get('input[inputmode=numeric]').setValue('3')
  if (until !== null) await sheet.get('input[type=date]').setValue(until)
  await sheet.findAll('button').find((one) => one.text() === '发布')?.trigger('click')
  return sheet.text()
}

test('an officer who chose no last day for proposals is told so at the field, and no project is opened', async () => {
  expect(await filled(null)).toContain('请选提名截止的日期。')
  expect(act).not.toHaveBeenCalled()
})

test('with the day chosen the project is opened until that day', async () => {
  expect(await filled('2026-12-20')).not.toContain('请选提名截止的日期。')
  const args: unknown = expect.objectContaining({ until: '2026-12-20', places: 3 })
  expect(act).toHaveBeenCalledWith(expect.objectContaining({ verb: 'open-project', args }))
})
