// Chips, days, evidence, long lists: what a tap or a key does, and what a screen reader is told.
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ChipGroup from '../../../src/app/components/ChipGroup.vue'
import DateField from '../../../src/app/components/DateField.vue'
import EvidencePicker from '../../../src/app/components/EvidencePicker.vue'
import PickField from '../../../src/app/components/PickField.vue'
import SearchField from '../../../src/app/components/SearchField.vue'
import TextField from '../../../src/app/components/TextField.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const levels = [
  { value: 'district', text: '区培' },
  { value: 'school', text: '校本' },
]

describe('one choice of few', () => {
  it('is a group of radio buttons of one name, so arrow keys work by themselves', () => {
    const chips = mount(ChipGroup, { props: { label: '谁组织的', options: levels, modelValue: 'school' } })
    const names = chips.findAll('input[type=radio]').map((radio) => radio.attributes('name'))
    expect(new Set(names).size).toBe(1)
    expect(chips.get('legend').text()).toBe('谁组织的')
    expect(chips.get('.chip.on').text()).toBe('校本')
  })

  it('hands on what is chosen and shows where the keyboard is', async () => {
    const chips = mount(ChipGroup, { props: { label: '谁组织的', options: levels } })
    const radio = chips.get('input[value=district]')
    await radio.trigger('focus')
    expect(chips.get('.chip.focus').text()).toBe('区培')
    await radio.trigger('change')
    expect(chips.emitted('update:modelValue')).toEqual([['district']])
  })

  it('ties what is wrong to the group', () => {
    const chips = mount(ChipGroup, { props: { label: '谁组织的', options: levels, wrong: '请选一个' } })
    const note = chips.get('fieldset').attributes('aria-describedby')
    expect(chips.get('.wrong').attributes('id')).toBe(note)
  })
})

describe('which day', () => {
  it('takes today and yesterday by one tap, over the end of a year', async () => {
    const field = mount(DateField, { props: { label: '哪天', today: '2027-01-01' } })
    await field.get('input[value=yesterday]').trigger('change')
    await field.get('input[value=today]').trigger('change')
    expect(field.emitted('update:modelValue')).toEqual([['2026-12-31'], ['2027-01-01']])
  })

  it("opens the phone's own picker for any other day", async () => {
    const field = mount(DateField, { props: { label: '哪天', today: '2026-11-21', modelValue: '' } })
    await field.get('input[value=other]').trigger('change')
    await field.get('input[type=date]').setValue('2026-09-18')
    expect(field.emitted('update:modelValue')?.pop()).toEqual(['2026-09-18'])
  })

  it('shows an earlier day from a draft', () => {
    const field = mount(DateField, { props: { label: '哪天', today: '2026-11-21', modelValue: '2026-09-18' } })
    expect((field.get('input[type=date]').element as HTMLInputElement).value).toBe('2026-09-18')
  })
})

describe('evidence', () => {
  const give = async (picker: ReturnType<typeof mount>, kind: string, file: File): Promise<void> => {
    const box = picker.get(`input[data-kind=${kind}]`)
    Object.defineProperty(box.element, 'files', { value: [file], configurable: true })
    await box.trigger('change')
  }

  it('opens the camera and the album from real buttons', async () => {
    const picker = mount(EvidencePicker, { attachTo: document.body })
    const camera = picker.get('input[data-kind=camera]').element as HTMLInputElement
    const opened = vi.spyOn(camera, 'click').mockImplementation(() => undefined)
    await picker.findAll('button')[0]?.trigger('click')
    expect(opened).toHaveBeenCalledOnce()
    expect(camera.getAttribute('capture')).toBe('environment')
  })

  it('hands on a picture and forgets that there was none', async () => {
    const picker = mount(EvidencePicker, { props: { choice: 'none' } })
    const photo = new File(['x'], 'a.jpg', { type: 'image/jpeg' })
    await give(picker, 'album', photo)
    expect(picker.emitted('file')).toEqual([[photo]])
    expect(picker.emitted('update:choice')).toEqual([[undefined]])
  })

  it('says in words that a document is not a picture', async () => {
    const picker = mount(EvidencePicker)
    await give(picker, 'album', new File(['x'], 'a.doc', { type: 'application/msword' }))
    expect(picker.emitted('file')).toBeUndefined()
    expect(picker.get('[role=alert]').text()).toContain('不是图片')
  })

  it('lets a teacher say the paper is at the school, and take it back', async () => {
    const picker = mount(EvidencePicker, { props: { 'onUpdate:choice': (choice) => picker.setProps({ choice }) } })
    const paper = picker.findAll('button').find((button) => button.text() === '纸质已交学校')
    await paper?.trigger('click')
    expect(paper?.attributes('aria-pressed')).toBe('true')
    await paper?.trigger('click')
    expect(paper?.attributes('aria-pressed')).toBe('false')
  })

  it('shows chosen pictures with a button to take each away', async () => {
    const picker = mount(EvidencePicker, { props: { pictures: [{ key: 'k1', url: 'blob:x' }] } })
    await picker.get('button[aria-label="删掉第 1 张"]').trigger('click')
    expect(picker.emitted('remove')).toEqual([['k1']])
  })
})

describe('one choice of many', () => {
  it('opens a modal list from a real button, and gives focus back after choosing', async () => {
    const pick = mount(PickField, {
      props: {
        label: '学科',
        options: [
          { value: 'yw', text: '语文' },
          { value: 'sx', text: '数学' },
        ],
      },
      attachTo: document.body,
    })
    const button = pick.get('button.input')
    ;(button.element as HTMLElement).focus()
    await button.trigger('click')
    await flushPromises()
    const dialog = document.querySelector('[role=dialog]')
    expect(dialog?.getAttribute('aria-modal')).toBe('true')
    expect(document.activeElement?.textContent).toBe('学科')
    dialog?.querySelectorAll<HTMLButtonElement>('button.row')[1]?.click()
    await flushPromises()
    expect(pick.emitted('update:modelValue')).toEqual([['sx']])
    expect(document.activeElement).toBe(button.element)
  })
})

describe('searching', () => {
  it('clears by a named button and stays in the box', async () => {
    const search = mount(SearchField, { props: { label: '找老师', modelValue: '覃' }, attachTo: document.body })
    await search.get('button').trigger('click')
    expect(search.emitted('update:modelValue')).toEqual([['']])
    expect(document.activeElement).toBe(search.get('input').element)
  })
})

describe('a text box', () => {
  it('ties label and fault to the box', () => {
    const box = mount(TextField, { props: { label: '密码', type: 'password', wrong: '至少 8 位' } })
    const input = box.get('input')
    expect(box.get('label').attributes('for')).toBe(input.attributes('id'))
    expect(box.get('.wrong').attributes('id')).toBe(input.attributes('aria-describedby'))
    expect(input.attributes('aria-invalid')).toBe('true')
  })

  it('lets a person look at the password they typed, and hide it again', async () => {
    const box = mount(TextField, { props: { label: '密码', type: 'password', modelValue: 'abc' } })
    await box.get('button[aria-label=显示密码]').trigger('click')
    expect(box.get('input').attributes('type')).toBe('text')
    await box.get('button[aria-label=隐藏密码]').trigger('click')
    expect(box.get('input').attributes('type')).toBe('password')
  })
})
