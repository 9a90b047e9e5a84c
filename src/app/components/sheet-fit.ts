// How a sheet of paper is shown on a screen narrower than its tables. A sheet whose tables fit stays as it is; the others are
// laid out as wide as the paper (or as their widest table, where that is wider) and drawn smaller, so that the whole sheet is
// seen at once. Nothing is changed for the printer.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** A4 at 96 dots an inch. */
const A4_WIDTH = 794

export interface SmallSheet {
  readonly width: number
  readonly scale: number
  /** Of the drawn sheet: a transform leaves the room the sheet had before. */
  readonly height: number
}

/** By how much the widest table is wider than the place it has. */
function tooWideBy(sheet: HTMLElement): number {
  const tables = [...sheet.querySelectorAll('table')].map((table) => table.offsetWidth - (table.parentElement?.clientWidth ?? 0))
  return Math.max(0, sheet.scrollWidth - sheet.clientWidth, ...tables)
}

/** How small the sheet is drawn in a place so wide, or null where it fits as it is. Leaves the sheet as it found it. */
export function fitSheet(sheet: HTMLElement, place: number): SmallSheet | null {
  const [before, wasSmall] = [sheet.style.cssText, sheet.classList.contains('small')]
  sheet.style.cssText = ''
  sheet.classList.remove('small')
  const fit = tooWideBy(sheet) > 1 && place > 0 ? measured(sheet, place) : null
  sheet.classList.toggle('small', wasSmall)
  sheet.style.cssText = before
  return fit
}

function measured(sheet: HTMLElement, place: number): SmallSheet {
  sheet.classList.add('small')
  sheet.style.width = `${String(A4_WIDTH)}px`
  const width = A4_WIDTH + tooWideBy(sheet)
  sheet.style.width = `${String(width)}px`
  const scale = Math.min(1, place / width)
  return { width, scale, height: Math.ceil(sheet.offsetHeight * scale) }
}

/** Measured again whenever the place or what stands on the sheet becomes wider, narrower, longer or shorter. */
export function useSheetFit(place: Ref<HTMLElement | null>, sheet: Ref<HTMLElement | null>): Ref<SmallSheet | null> {
  const fit = ref<SmallSheet | null>(null)
  const look = (): void => {
    if (place.value === null || sheet.value === null) return
    const found = fitSheet(sheet.value, place.value.clientWidth)
    if (JSON.stringify(found) !== JSON.stringify(fit.value)) fit.value = found
  }
  let watching: ResizeObserver | null = null
  onMounted(() => {
    look()
    // Old browsers without it measure once; the sheet can still be pushed sideways in its box.
    if (typeof ResizeObserver === 'undefined') return
    watching = new ResizeObserver(look)
    for (const one of [place.value, sheet.value]) if (one !== null) watching.observe(one)
  })
  onBeforeUnmount(() => {
    watching?.disconnect()
  })
  return fit
}
