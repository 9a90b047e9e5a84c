// What is said on one card of an import's plan goes along when another card reads the file again.
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import AboutCard from '../../../src/app/district/AboutCard.vue'
import AsksCard from '../../../src/app/district/AsksCard.vue'
import PlannedPart from '../../../src/app/district/PlannedPart.vue'
import type { ImportBatch } from '../../../src/wire/import.ts'

const about = [{ field: 'title', words: '培训名称', value: '', wrong: true, required: true, hint: '', is: 'text', options: [] }]
const line = {
  row: 5,
  is: 'ask',
  name: '邹䶮',
  school: '雾灯小学',
  roles: [],
  candidates: [{ person: 'p1', name: '邹䶮', school: '雾灯小学' }],
  mayBeNew: false,
}
const batch = {
  kind: 'project',
  totals: {},
  about,
  lines: [line],
  schools: [],
  findings: [],
  columns: [],
  sheet: '',
  headingRow: 1,
  mayConfirm: 'nothing',
}

it('an answer chosen and a name written are told to the desk before either card is sent', async () => {
  const part = mount(PlannedPart, {
    props: { batch: batch as unknown as ImportBatch, fields: [], sheets: [], workbook: null, writing: false },
    global: { stubs: { FindingsCard: true, ColumnsCard: true, LinesCard: true } },
  })
  await part.getComponent(AsksCard).get('input').setValue(true)
  await part.getComponent(AboutCard).get('input').setValue('国培计划')
  await nextTick()
  expect(part.emitted('draft')).toEqual([[{ answers: [{ row: 5, is: 'same', person: 'p1' }] }], [{ about: { title: '国培计划' } }]])
  expect(part.emitted('read')).toBeUndefined()
})
