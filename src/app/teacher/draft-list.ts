// Drafts of claims as the records page lists them: what it would be called, when it was left, and where it is taken up again.

import type { DraftRecord } from '../../storage/tables.ts'
import { systemClock, wallClock } from '../../storage/clock.ts'

/** claim: a new one · amend:ROW · like:ROW · redo:OP (being mended) · refused:OP (留作草稿). */
export const DRAFT_KEYS: readonly string[] = ['claim', 'amend:', 'like:', 'redo:', 'refused:']

export interface ClaimDraft {
  readonly key: string
  readonly title: string
  readonly to: string
  /** 'YYYY-MM-DDTHH:MM:SS' */
  readonly savedAt: string
}

const CLAIMS = ['claim-hours', 'amend-claim']

function placeOf(key: string): string | null {
  const at = key.indexOf(':')
  if (at < 0) return '/claim'
  const id = key.slice(at + 1)
  switch (key.slice(0, at)) {
    case 'amend':
      return `/claim/${id}`
    case 'like':
      return `/claim?like=${id}`
    case 'redo':
    case 'refused':
      return `/claim?answers=${id}`
    default:
      return null
  }
}

export function claimDrafts(drafts: readonly DraftRecord[]): ClaimDraft[] {
  const refused = new Set(drafts.map((one) => one.key))
  const list: ClaimDraft[] = []
  for (const { key, value, savedAt } of drafts) {
    const to = placeOf(key)
    const kept = value as { title?: unknown; verb?: unknown; args?: { title?: unknown } }
    // What is being mended is listed once; other verbs' drafts are not claims.
    if (to === null || (key.startsWith('refused:') && (!CLAIMS.includes(String(kept.verb)) || refused.has(`redo:${key.slice(8)}`))))
      continue
    const title = kept.title ?? kept.args?.title
    list.push({
      key,
      to,
      title: typeof title === 'string' ? title.trim() : '',
      savedAt: wallClock({ now: () => savedAt, zone: systemClock.zone }),
    })
  }
  return list
}
