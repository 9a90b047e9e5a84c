// What is typed into 登记学时, as plain data that can be a draft, and its ways: from an entry, from a refused op, to a training
// for preview and flags, to the arguments of the verb. Nothing is judged here but what is still empty.

import type { Day } from '../../domain/day.ts'
import type { Evidence, Level, Mode, Training } from '../../domain/dossier.ts'
import type { Entry } from '../../domain/entry.ts'
import { formatTenths, parseCredits, parseHours } from '../../domain/hours.ts'
import type { RowId } from '../../domain/ids.ts'

export interface ClaimForm {
  title: string
  organiser: string
  level: Level | null
  mode: Mode | null
  first: string
  last: string
  severalDays: boolean
  hours: string | null
  credits: string
  tags: string[]
  activity: string | null
  project: string | null
  attendance: number | null
  result: string | null
  evidence: Evidence[]
  lateReason: string
  /** The day on the certificate, where it is another; drafts kept before it was asked have none. */
  certifiedOn?: string
}

export const CLAIM_FIELDS = ['title', 'level', 'mode', 'first', 'last', 'hours', 'credits'] as const
export type ClaimField = (typeof CLAIM_FIELDS)[number]

/** Where a refusal of an argument is said on the form: one day is asked by one field only. Null where no field asks for it. */
export function fieldAt(form: ClaimForm, field: string | null): ClaimField | null {
  const at = CLAIM_FIELDS.find((one) => one === field) ?? null
  return at === 'last' && !form.severalDays ? 'first' : at
}

export const blankClaim = (today: Day): ClaimForm => ({
  title: '',
  organiser: '',
  level: null,
  mode: null,
  first: today,
  last: today,
  severalDays: false,
  hours: null,
  credits: '',
  tags: [],
  activity: null,
  project: null,
  attendance: null,
  result: null,
  evidence: [],
  lateReason: '',
})

export function formOfEntry(entry: Entry): ClaimForm {
  const t = entry.training
  return {
    ...(t.certifiedOn === undefined ? {} : { certifiedOn: t.certifiedOn }),
    title: t.title,
    organiser: t.organiser,
    level: t.level,
    mode: t.mode,
    first: t.first,
    last: t.last,
    severalDays: t.first !== t.last,
    hours: formatTenths(t.hours),
    credits: t.credits === null ? '' : formatTenths(t.credits),
    tags: [...t.tags],
    activity: t.activity,
    project: t.project,
    attendance: t.attendance,
    result: t.result,
    evidence: [...entry.evidence],
    lateReason: entry.lateReason ?? '',
  }
}

/** From the arguments of a claim that was not taken. They were ours once; what is missing stays blank. */
export function formOfArgs(args: Readonly<Record<string, unknown>>, today: Day): ClaimForm {
  const blank = blankClaim(today)
  const text = (key: string, or: string): string => (typeof args[key] === 'string' ? args[key] : or)
  const first = text('first', blank.first)
  const last = text('last', first)
  return {
    ...(typeof args['certifiedOn'] === 'string' ? { certifiedOn: args['certifiedOn'] } : {}),
    ...blank,
    title: text('title', ''),
    organiser: text('organiser', ''),
    level: (args['level'] ?? null) as Level | null,
    mode: (args['mode'] ?? null) as Mode | null,
    first,
    last,
    severalDays: first !== last,
    hours: (args['hours'] ?? null) as string | null,
    credits: text('credits', ''),
    tags: Array.isArray(args['tags']) ? (args['tags'] as string[]) : [],
    activity: (args['activity'] ?? null) as string | null,
    project: (args['project'] ?? null) as string | null,
    attendance: (args['attendance'] ?? null) as number | null,
    result: (args['result'] ?? null) as string | null,
    evidence: Array.isArray(args['evidence']) ? (args['evidence'] as Evidence[]) : [],
    lateReason: text('lateReason', ''),
  }
}

const lastOf = (form: ClaimForm): string => (form.severalDays ? form.last : form.first)

/** What must be filled in before it can be saved, in the order of the form. */
export function missingFields(form: ClaimForm): ClaimField[] {
  const missing: ClaimField[] = []
  if (form.title.trim() === '') missing.push('title')
  if (form.level === null) missing.push('level')
  if (form.mode === null) missing.push('mode')
  if (form.first === '') missing.push('first')
  if (form.severalDays && (form.last === '' || form.last < form.first)) missing.push('last')
  if (form.hours === null) missing.push('hours')
  if (form.credits.trim() !== '' && parseCredits(form.credits) === null) missing.push('credits')
  return missing
}

/** The training as far as it can be looked at; null while level, mode, days or hours are open. */
export function trainingOf(form: ClaimForm): Training | null {
  const hours = form.hours === null ? null : parseHours(form.hours)
  const last = lastOf(form)
  if (form.level === null || form.mode === null || hours === null || form.first === '' || last === '' || last < form.first) return null
  return {
    ...(form.certifiedOn === undefined || form.certifiedOn === '' ? {} : { certifiedOn: form.certifiedOn as Day }),
    title: form.title.trim(),
    organiser: form.organiser.trim(),
    level: form.level,
    mode: form.mode,
    tags: form.tags,
    activity: form.activity as RowId | null,
    project: form.project,
    first: form.first as Day,
    last: last as Day,
    hours,
    credits: form.credits.trim() === '' ? null : parseCredits(form.credits),
    attendance: form.attendance,
    result: form.result,
  }
}

/** The verb's arguments; call only when nothing is missing. `late`: whether 补登原因 is asked for. */
export function argsOf(form: ClaimForm, late: boolean): Record<string, unknown> {
  const reason = form.lateReason.trim()
  const credits = form.credits.trim()
  return {
    title: form.title.trim(),
    organiser: form.organiser.trim(),
    level: form.level,
    mode: form.mode,
    tags: form.tags,
    activity: form.activity,
    project: form.project,
    first: form.first,
    last: lastOf(form),
    hours: form.hours,
    credits: credits === '' ? null : credits,
    attendance: form.attendance,
    result: form.result,
    ...(form.certifiedOn === undefined || form.certifiedOn === '' ? {} : { certifiedOn: form.certifiedOn }),
    evidence: form.evidence,
    lateReason: late && reason !== '' ? reason : null,
  }
}
