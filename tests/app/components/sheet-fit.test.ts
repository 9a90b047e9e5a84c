// A sheet wider than the phone is shown whole and small; one that fits is left alone. Widths are given here, since nothing is laid
// out without a browser: a table 988 px wide at least, on a sheet with 17 px of padding and border a side (41 where it is drawn small).
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import PrintPage from '../../../src/app/components/PrintPage.vue'
import { fitSheet } from '../../../src/app/components/sheet-fit.ts'
import { paper } from '../../../src/app/text/components.ts'

const given = (element: HTMLElement, widths: Readonly<Record<string, () => number>>): void => {
  for (const [name, get] of Object.entries(widths)) Object.defineProperty(element, name, { configurable: true, get })
}

/** A sheet in a place `place` px wide, with a table that cannot be narrower than `least`. */
function sheetOf(place: number, least: number): HTMLElement {
  const sheet = document.createElement('article')
  sheet.className = 'a4'
  sheet.innerHTML = '<div><table></table></div>'
  const [holder, table] = [sheet.querySelector('div'), sheet.querySelector('table')]
  if (holder === null || table === null) throw new Error('no table')
  const own = (): number => (sheet.style.width === '' ? place : Number.parseFloat(sheet.style.width))
  const inner = (): number => own() - (sheet.classList.contains('small') ? 82 : 34)
  given(sheet, { clientWidth: own, scrollWidth: own, offsetHeight: () => 1400 })
  given(holder, { clientWidth: inner })
  given(table, { offsetWidth: () => Math.max(least, inner()) })
  return sheet
}

describe('the preview of a sheet of paper', () => {
  it('leaves a sheet alone whose tables fit the phone', () => {
    expect(fitSheet(sheetOf(328, 200), 328)).toBeNull()
  })
  it('is as wide as A4 where its table is wider than the phone only', () => {
    expect(fitSheet(sheetOf(328, 500), 328)).toEqual({ width: 794, scale: 328 / 794, height: Math.ceil((1400 * 328) / 794) })
  })
  it('is as wide as its widest table needs, so that nothing is cut', () => {
    expect(fitSheet(sheetOf(328, 988), 328)?.width).toBe(988 + 82)
    expect(fitSheet(sheetOf(794, 988), 794)?.scale).toBeCloseTo(794 / 1070)
  })
  it('is left as it was found after it was measured', () => {
    const sheet = sheetOf(328, 988)
    sheet.classList.add('small')
    sheet.style.cssText = 'width: 1070px;'
    fitSheet(sheet, 328)
    expect([sheet.className, sheet.style.width]).toEqual(['a4 small', '1070px'])
  })
  it('says nothing of pushing or enlarging to whoever sees all of it', () => {
    const page = mount(PrintPage, { props: { title: '公示表' } })
    for (const words of [paper.whole, paper.pushed, paper.toLarge]) expect(page.text()).not.toContain(words)
  })
})
