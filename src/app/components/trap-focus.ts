// Keeps the Tab key inside one element while a sheet is open. Pure DOM: whoever opens the sheet also gives focus back.
const reachable = 'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),[tabindex="0"]'

export function trapTab(event: KeyboardEvent, within: HTMLElement): void {
  if (event.key !== 'Tab') return
  const stops = Array.from(within.querySelectorAll<HTMLElement>(reachable)).filter((el) => el.getClientRects().length > 0)
  const first = stops[0]
  const last = stops[stops.length - 1]
  if (first === undefined || last === undefined) return
  const at = document.activeElement
  const outside = !(at instanceof HTMLElement && stops.includes(at))
  if (event.shiftKey && (outside || at === first)) {
    event.preventDefault()
    last.focus()
  } else if (!event.shiftKey && (outside || at === last)) {
    event.preventDefault()
    first.focus()
  }
}
