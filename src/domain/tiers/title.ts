// 称号: one row a title, from nomination to end. Nominated by the school, awarded (or declined) by the district, renewed, ended,
// corrected; a title may be held or be that of a 培养对象. Its days are what was said: nothing computes a last day that no deed names.
// A title ended as a mistake never was. As-of is a filter over its days, known-at a filter over its facts (document.ts).

import { addDays, type Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import type { TitleLevel } from './rung.ts'

export type TitleAs = 'held' | 'candidate'

export interface TitleSaid {
  readonly rung: string
  readonly level: TitleLevel | null
  readonly as: TitleAs
  readonly subject: string | null
  readonly programme: string | null
}

export interface TitleDays {
  readonly from: Day
  /** Null: the deed names no last day. */
  readonly until: Day | null
  /** 文号, and where the paper is; empty where nobody said. */
  readonly deed: string
  readonly evidence: string
}

export const TITLE_ENDS = ['expired', 'promoted', 'withdrawn', 'left', 'mistake', 'other'] as const
export type TitleEnd = (typeof TITLE_ENDS)[number]

export type TitleChanges = Partial<TitleSaid & TitleDays>

export type TitleFact =
  | (FactBase & { readonly what: 'nominated'; readonly note: string } & TitleSaid)
  | (FactBase & { readonly what: 'declined'; readonly reason: string })
  | (FactBase & { readonly what: 'awarded' } & TitleSaid & TitleDays)
  | (FactBase & { readonly what: 'renewed'; readonly from: Day; readonly until: Day | null; readonly deed: string })
  | (FactBase & { readonly what: 'ended'; readonly to: Day; readonly reason: TitleEnd; readonly note: string })
  | (FactBase & { readonly what: 'corrected'; readonly changes: TitleChanges; readonly reason: string })
export type TitleRow = Row<'title', TitleFact>

export interface Span {
  readonly from: Day
  readonly to: Day | null
}

export interface Title extends TitleSaid, TitleDays {
  readonly id: RowId
  /** The days in force, in order; a renewal without a gap prolongs the one before. */
  readonly spans: readonly Span[]
  /** Each renewal as it was said, in the order recorded. */
  readonly renewals: readonly (Span & { readonly deed: string })[]
  readonly ended: { readonly to: Day; readonly reason: TitleEnd; readonly note: string } | null
  readonly awardedBy: string
}

export interface Nomination extends TitleSaid {
  readonly id: RowId
  readonly note: string
  readonly on: Day
  readonly byName: string
  /** Waiting, or declined with the reason; an awarded one is a title. */
  readonly declined: { readonly reason: string; readonly byName: string; readonly on: Day } | null
}

const said = ({ rung, level, as, subject, programme }: TitleSaid): TitleSaid => ({ rung, level, as, subject, programme })

function prolonged(spans: readonly Span[], from: Day, to: Day | null): readonly Span[] {
  const last = spans[spans.length - 1]
  if (last === undefined || (last.to !== null && addDays(last.to, 1) < from)) return [...spans, { from, to }]
  return [...spans.slice(0, -1), { from: last.from, to }]
}

/** The title a row amounts to; null for a mere nomination, and for one that never was. */
export function titleOf(row: TitleRow): Title | null {
  let title = null as Title | null
  for (const f of row.facts) {
    if (f.what === 'awarded') {
      title = {
        id: row.id,
        ...said(f),
        from: f.from,
        until: f.until,
        deed: f.deed,
        evidence: f.evidence,
        spans: [{ from: f.from, to: f.until }],
        renewals: [],
        ended: null,
        awardedBy: f.byName,
      }
    } else if (title === null) continue
    else if (f.what === 'renewed')
      title = {
        ...title,
        until: f.until,
        deed: f.deed === '' ? title.deed : f.deed,
        spans: prolonged(title.spans, f.from, f.until),
        renewals: [...title.renewals, { from: f.from, to: f.until, deed: f.deed }],
        ended: null,
      }
    else if (f.what === 'ended') title = { ...title, ended: { to: f.to, reason: f.reason, note: f.note } }
    else if (f.what === 'corrected') title = corrected(title, f.changes)
  }
  return title?.ended?.reason === 'mistake' ? null : title
}

function corrected(title: Title, changes: TitleChanges): Title {
  const next = { ...title, ...changes }
  const spans = title.spans.map((span, i) => ({
    from: i === 0 && changes.from !== undefined ? changes.from : span.from,
    to: i === title.spans.length - 1 && changes.until !== undefined ? changes.until : span.to,
  }))
  return { ...next, spans }
}

/** The nomination of a row that nobody awarded: waiting or declined. */
export function nominationOf(row: TitleRow): Nomination | null {
  let found = null as Nomination | null
  for (const f of row.facts) {
    if (f.what === 'nominated') found = { id: row.id, ...said(f), note: f.note, on: f.recordedOn, byName: f.byName, declined: null }
    else if (f.what === 'declined' && found !== null)
      found = { ...found, declined: { reason: f.reason, byName: f.byName, on: f.recordedOn } }
    else if (f.what === 'awarded') return null
  }
  return found
}

const byId = (a: TitleRow, b: TitleRow): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const titleRows = (dossier: Dossier): TitleRow[] => rowsOfKind<TitleRow>(dossier, 'title').sort(byId)

/** Every title ever awarded, latest begun first. */
export const titlesOf = (dossier: Dossier): Title[] =>
  titleRows(dossier)
    .flatMap((row) => titleOf(row) ?? [])
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? 1 : -1))

/** Latest first, waiting and declined. */
export const nominationsOf = (dossier: Dossier): Nomination[] =>
  titleRows(dossier)
    .flatMap((row) => nominationOf(row) ?? [])
    .sort((a, b) => (a.id < b.id ? 1 : -1))

export const inForceOn = (title: Title, day: Day): boolean =>
  (title.ended === null || day <= title.ended.to) && title.spans.some((s) => s.from <= day && (s.to === null || day <= s.to))

/** The titles in force on a day, held and of 培养对象. */
export const titlesOn = (dossier: Dossier, day: Day): Title[] => titlesOf(dossier).filter((t) => inForceOn(t, day))
