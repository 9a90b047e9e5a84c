// How a number of hours is tapped or typed.
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import HoursStepper from '../../../src/app/components/HoursStepper.vue'
import { readHours } from '../../../src/app/components/read-hours.ts'

describe('reading what a person typed as hours', () => {
  it.each([
    ['4', '4'],
    [' 1.5 ', '1.5'],
    ['1。5', '1.5'],
    ['１２', '12'],
    ['2,5', '2.5'],
    ['4.0', '4'],
    ['半', '0.5'],
    ['一', undefined],
    ['2个半', '2.5'],
    ['3学时', '3'],
    ['0.1', '0.1'],
    ['1.25', undefined],
    ['0', undefined],
    ['-2', undefined],
    ['1e3', undefined],
    ['10000', undefined],
    ['', undefined],
  ])('%s is %s', (typed, hours) => {
    expect(readHours(typed)).toBe(hours)
  })
})

describe('choosing hours', () => {
  it('takes a usual number by one tap', async () => {
    const stepper = mount(HoursStepper, { props: { label: '多少学时' } })
    await stepper.get('input[value="4"]').trigger('change')
    expect(stepper.emitted('update:modelValue')).toEqual([['4']])
  })

  it('opens a box for any other number and hands on half hours', async () => {
    const stepper = mount(HoursStepper, { props: { label: '多少学时', modelValue: '4' } })
    await stepper.get('input[value="other"]').trigger('change')
    await stepper.get('input[inputmode=decimal]').setValue('1.5')
    expect(stepper.emitted('update:modelValue')?.pop()).toEqual(['1.5'])
  })

  it('hands on nothing, and says why once left, when it is not a number of hours', async () => {
    const stepper = mount(HoursStepper, { props: { label: '多少学时' } })
    await stepper.get('input[value="other"]').trigger('change')
    const box = stepper.get('input[inputmode=decimal]')
    await box.setValue('1.2')
    await box.setValue('1.25')
    expect(stepper.find('.wrong').exists()).toBe(false)
    await box.trigger('blur')
    expect(stepper.emitted('update:modelValue')?.pop()).toEqual([undefined])
    expect(stepper.get('.wrong').text()).toContain('1.5')
    expect(box.attributes('aria-invalid')).toBe('true')
  })

  it('shows an unusual number from a draft in its box', () => {
    const stepper = mount(HoursStepper, { props: { label: '多少学时', modelValue: '3.5' } })
    expect((stepper.get('input[inputmode=decimal]').element as HTMLInputElement).value).toBe('3.5')
  })

  it('follows a number set from outside', async () => {
    const stepper = mount(HoursStepper, { props: { label: '多少学时', modelValue: '3.5' } })
    await stepper.setProps({ modelValue: '8' })
    expect(stepper.find('input[inputmode=decimal]').exists()).toBe(false)
    expect((stepper.get('input[value="8"]').element as HTMLInputElement).checked).toBe(true)
  })
})
