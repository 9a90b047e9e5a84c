// A day as people write it in rosters: 2019/8/1, 2013.9, 2015-09, 20150901, 2013年9月1日, 二〇一五年九月, an Excel serial number.
// What cannot be read for certain is said so; two-digit years, and month and day turned round, are never guessed.

import { dayFromNumber, dayNumber, day, dayOf, type Day } from '../../domain/day.ts'
import type { Cell } from '../sheets/sheet.ts'
import type { GivenDay } from './reading.ts'

export type DayReading =
  | { readonly is: 'nothing' }
  | {
      readonly is: 'day'
      readonly given: GivenDay
      readonly note: 'date.chinese-numerals' | 'date.january-or-october' | 'date.serial-number' | null
    }
  | { readonly is: 'year-only' }
  | { readonly is: 'unreadable' }

const UNREADABLE: DayReading = { is: 'unreadable' }
const NUMERALS = '〇一二三四五六七八九'
/** Serial 61 is 1 March 1900: Excel counts a 29 February that year never had. */
const EXCEL_ZERO = dayNumber(day('1900-03-01')) - 61

/** 二〇一五 → 2015, 十一 → 11, 二十三 → 23; null when it is no numeral. */
export function chineseNumber(text: string): number | null {
  const t = text
    .replace(/[零○◯ＯoO]/g, '〇')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/元/g, '一')
  if (/^\d+$/.test(t)) return Number(t)
  if (/^[〇一二三四五六七八九]+$/.test(t)) return Number([...t].map((c) => NUMERALS.indexOf(c)).join(''))
  const m = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(t)
  if (m === null) return null
  return (m[1] === undefined ? 1 : NUMERALS.indexOf(m[1])) * 10 + (m[2] === undefined ? 0 : NUMERALS.indexOf(m[2]))
}

function given(
  year: number,
  month: number,
  dayOfMonth: number | null,
  note: Extract<DayReading, { is: 'day' }>['note'] = null,
): DayReading {
  if (year < 1940 || year > 2099) return UNREADABLE
  // 2015-09-00 is how some systems write "September 2015".
  const whole = dayOfMonth !== null && dayOfMonth !== 0
  const found: Day | null = dayOf(year, month, whole ? dayOfMonth : 1)
  return found === null ? UNREADABLE : { is: 'day', given: { day: found, precise: whole ? 'day' : 'month' }, note }
}

function fromSerial(n: number): DayReading {
  const d = dayFromNumber(EXCEL_ZERO + Math.floor(n))
  return d < '1940-01-01' ? UNREADABLE : { is: 'day', given: { day: d, precise: 'day' }, note: 'date.serial-number' }
}

function fromNumerals(text: string): DayReading {
  const m =
    /^([\d〇零○◯ＯoO一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月份?(?:([\d一二三四五六七八九十廿卅]{1,4})[日号]?)?$/.exec(
      text,
    )
  if (m === null) return UNREADABLE
  const [year, month, dayOfMonth] = [m[1], m[2], m[3]].map((part) => (part === undefined ? null : chineseNumber(part)))
  if (year == null || month == null || (m[3] !== undefined && dayOfMonth == null)) return UNREADABLE
  return given(year, month, dayOfMonth ?? null, 'date.chinese-numerals')
}

/** Reads one cell. Blank, 无, 至今 and dashes are nothing. */
export function readDay(cell: Cell | null): DayReading {
  if (cell === null) return { is: 'nothing' }
  const text = cell.text
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, '')
    .replace(/[\s'"]/g, '')
  if (text === '' || /^[-—–/\\.]+$/.test(text) || ['无', '至今', '暂无', '空'].includes(text)) return { is: 'nothing' }
  let m = /^(\d{4})[-/.、年](\d{1,2})[-/.、月](\d{1,2})[日号]?$/.exec(text)
  if (m !== null) return given(Number(m[1]), Number(m[2]), Number(m[3]))
  m = /^(\d{4})[-/.、年](\d{1,2})(?:月份?|[-/.])?$/.exec(text)
  if (m !== null) return given(Number(m[1]), Number(m[2]), null, /^\d{4}\.1$/.test(text) ? 'date.january-or-october' : null)
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  if (m !== null) return given(Number(m[1]), Number(m[2]), m[3] === undefined ? null : Number(m[3]))
  if (/^(19|20)\d{2}年?$/.test(text)) return { is: 'year-only' }
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text))
  return fromNumerals(text)
}

const DAY_IN_WORDS = /\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?/g

/** The days named inside a phrase, in order: 产假(2026年3月至2026年8月). */
export function daysIn(phrase: string): GivenDay[] {
  const found = phrase.normalize('NFKC').replace(/\s/g, '').match(DAY_IN_WORDS) ?? []
  return found.flatMap((text) => {
    const read = readDay({ kind: 'text', text })
    return read.is === 'day' ? [read.given] : []
  })
}
