// How wide a part is drawn, in per cent of a whole. For pictures only: the numbers people read are never computed here.
export function shareOf(part: string | number, whole: string | number, atMost = 100): number {
  const share = (Number(part) / Number(whole)) * 100
  return Number.isFinite(share) ? Math.min(Math.max(share, 0), Math.max(atMost, 0)) : 0
}
