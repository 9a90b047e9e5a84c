// What the bars say to someone who cannot see them, and how wide they are drawn.
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import GoalBar from '../../../src/app/components/GoalBar.vue'
import PartsBar from '../../../src/app/components/PartsBar.vue'

const widthOf = (bar: { element: Element }): string => (bar.element as HTMLElement).style.width

describe('the bar to the requirement', () => {
  it('tells a teacher who cannot see it all its numbers', () => {
    const bar = mount(GoalBar, { props: { counted: '58', pending: '12.5', required: '360', pace: '64' } })
    expect(bar.get('[role=img]').attributes('aria-label')).toBe('共需 360 学时，已计入 58，待审 12.5，按时间均摊 64（仅供参考）')
  })

  it('draws recognised solid and waiting hatched, each to its share', () => {
    const bar = mount(GoalBar, { props: { counted: '90', pending: '45', required: '360' } })
    expect(widthOf(bar.get('.fill .ok'))).toBe('25%')
    expect(widthOf(bar.get('.fill .pend'))).toBe('12.5%')
    expect(bar.find('.mark').exists()).toBe(false)
  })

  it('never runs over its end when a teacher has more than required', () => {
    const bar = mount(GoalBar, { props: { counted: '372.5', pending: '8', required: '360' } })
    expect(widthOf(bar.get('.fill .ok'))).toBe('100%')
    expect(bar.find('.fill .pend').exists()).toBe(false)
  })

  it('shows nothing rather than nonsense when nothing is required', () => {
    const bar = mount(GoalBar, { props: { counted: '0', pending: '0', required: '0', pace: '0' } })
    expect(widthOf(bar.get('.fill .ok'))).toBe('0%')
  })

  it('leaves the words out in a list that says them beside it, not its name', () => {
    const bar = mount(GoalBar, { props: { counted: '1', pending: '0', required: '360', bare: true } })
    expect(bar.find('.legend').exists()).toBe(false)
    expect(bar.get('[role=img]').attributes('aria-label')).toContain('已计入 1')
  })
})

describe('the bar of a school', () => {
  it('names its four states and their sum', () => {
    const bar = mount(PartsBar, { props: { met: 2, inProgress: 30, needsAttention: 3, toVerify: 3 } })
    expect(bar.get('[role=img]').attributes('aria-label')).toBe('应计 38 人：已达标 2，进行中 30，需关注 3，待核实 3')
    expect(bar.findAll('.legend li').map((part) => part.text())).toEqual(['已达标 2', '进行中 30', '需关注 3', '待核实 3'])
  })

  it('draws no sliver for a state nobody is in', () => {
    const bar = mount(PartsBar, { props: { met: 0, inProgress: 7, needsAttention: 3, toVerify: 1, mini: true } })
    expect(bar.findAll('.track i')).toHaveLength(3)
  })
})
