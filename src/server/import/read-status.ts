// 在岗状态 and leaving: at work, on a pause (with or without days), gone, or 待核实.
// Somebody is gone only where the file says so with a day; a word without a day asks for it and ends nothing.

import { addDays } from '../../domain/day.ts'
import { daysIn, readDay } from './read-day.ts'
import type { GivenDay, Leaving, Status } from './reading.ts'
import type { RowReader } from './row-reader.ts'
import { leavingOf, statusOf } from './words.ts'

/** A leave announced for this term is taken; one years ahead (预计退休) is not news yet. */
const AHEAD_DAYS = 183

interface Read {
  readonly leaving: Leaving | null
  readonly status: Status | null
}

function dayLeft(reader: RowReader): GivenDay | null {
  const read = readDay(reader.cell('left'))
  if (read.is === 'day') return read.given
  if (read.is === 'unreadable') reader.find('left', 'date.unreadable', reader.cell('left')?.text ?? '')
  if (read.is === 'year-only') reader.find('left', 'date.year-only', reader.cell('left')?.text ?? '')
  return null
}

function gone(reader: RowReader, on: GivenDay | null, words: string, given: 'left' | 'status', reason: Leaving['reason']): Read {
  if (on === null) {
    if (given === 'status') reader.find('status', 'left.without-day', words)
    return { leaving: null, status: given === 'status' ? { is: 'to-be-verified', words } : null }
  }
  if (on.day > addDays(reader.today, AHEAD_DAYS)) {
    reader.find(given, 'left.far-ahead', on.day)
    return { leaving: null, status: null }
  }
  return { leaving: { on, reason, words }, status: null }
}

export function readLeaving(reader: RowReader, statusWords: string | null, reasonWords: string | null): Read {
  const left = dayLeft(reader)
  const heading = reader.column('left')?.heading ?? ''
  const word = statusWords === null ? null : statusOf(statusWords)
  if (statusWords !== null && word === null) reader.find('status', 'status.unknown', statusWords)
  if (word?.is === 'leaving') return gone(reader, left ?? daysIn(statusWords ?? '')[0] ?? null, statusWords ?? '', 'status', word.reason)
  if (left !== null)
    return gone(reader, left, reasonWords ?? heading, 'left', leavingOf(reasonWords ?? '') ?? leavingOf(heading) ?? 'other')
  if (word?.is === 'active') return { leaving: null, status: { is: 'active' } }
  if (word?.is === 'paused') {
    const [from, until] = daysIn(statusWords ?? '')
    if (from === undefined) reader.find('status', 'status.pause-undated', statusWords ?? '')
    return {
      leaving: null,
      status: { is: 'paused', kind: word.kind, from: from?.day ?? null, until: until?.day ?? null, words: statusWords ?? '' },
    }
  }
  if (statusWords === null) return { leaving: null, status: null }
  if (word !== null) reader.find('status', 'status.to-be-verified', statusWords)
  return { leaving: null, status: { is: 'to-be-verified', words: statusWords } }
}
