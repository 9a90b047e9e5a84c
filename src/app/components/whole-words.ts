// Where a line of text should not be broken: inside a date, between a number and its unit, inside short brackets, inside a short
// part between two dots. Left to itself a Chinese line breaks anywhere, which tears '2026年5' from '月8日'.
// Only the breaking changes: the pieces put together, a dot between every two parts, are the text that came in.

export interface Piece {
  readonly text: string
  readonly whole: boolean
}
export interface Part {
  readonly pieces: readonly Piece[]
  /** Short enough to stand on one line. */ readonly short: boolean
}

const SHORT = 16
const DAY = String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日起?|\d{4}-\d{2}(?:-\d{2})?(?!\d)|\d{4}[–—-]\d{4}`
const KEPT = new RegExp(
  String.raw`((?:${DAY})[–至]?|[（(][^（）()]{1,8}[）)]|(?:(?:申报|认定|计入|还差|共需) )?\d[\d.]* ?(?:学时|学分|人次|人|条|个|次|天|所|年|位|张)(?!级))`,
)

const piecesOf = (text: string): Piece[] =>
  text
    .split(KEPT)
    .map((one, at) => ({ text: one, whole: at % 2 === 1 }))
    .filter((one) => one.text !== '')

export function wholeWords(text: string): Part[] {
  const parts = text.split(' · ')
  return parts.map((part) => ({
    pieces: piecesOf(part),
    short: part.length <= SHORT && parts.length > 1,
  }))
}
