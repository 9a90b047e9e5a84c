// Which new passwords are taken: at least eight characters, and not one that is tried first. What is tried first is a
// known bad one, a run or a repetition, or the person's own name, numbers, district or product with an obvious ending.
// No rules about capitals and signs: they make people write passwords on the wall.

import { pinyin } from 'pinyin-pro'
import { ENDINGS, LITERALS, WORDS } from './bad-passwords.ts'

export type PasswordFault = 'password.too-short' | 'password.too-common'
export interface Owner {
  readonly name: string
  readonly phone: string | null
  readonly staffNumber: string | null
}

const SHORTEST = 8
const bad = new Set<string>(LITERALS)
for (const word of WORDS) for (const ending of ENDINGS) bad.add(word + ending)
const endings = new Set<string>(ENDINGS)
const ROWS = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'poiuytrewq',
  'lkjhgfdsa',
  'mnbvcxz',
]

/** A password as it is compared and hashed: full-width forms typed by an input method are the same password. */
export const passwordAsMeant = (typed: string): string => typed.normalize('NFKC')

export function passwordFault(typed: string, owner: Owner): PasswordFault | null {
  const password = passwordAsMeant(typed)
  if ([...password].length < SHORTEST) return 'password.too-short'
  const lower = password.toLowerCase()
  return bad.has(lower) || isRun(lower) || isRepetition(lower) || isAboutOwner(lower, owner) ? 'password.too-common' : null
}

const isRun = (text: string): boolean => ROWS.some((row) => row.includes(text))

/** One piece again and again ('88888888', 'abab…', '20262026'), or one run twice. */
const isRepetition = (text: string): boolean => /^(.{1,4}?)\1+$/u.test(text) || new Set(text).size <= 2

/** What stays when the person's own words are taken out is empty or an obvious ending. */
function isAboutOwner(lower: string, owner: Owner): boolean {
  for (const word of ownWords(owner)) {
    const at = lower.indexOf(word)
    if (at < 0) continue
    const rest = (lower.slice(0, at) + lower.slice(at + word.length)).replace(/[@#!.,_\-*]/g, '')
    if (rest.length < 3 || endings.has(rest) || isRun(rest) || isRepetition(rest) || isYear(rest) || isTail(rest, owner)) return true
  }
  return false
}

const isYear = (text: string): boolean => /^(19|20)\d\d(\d{2}|\d{4})?$/.test(text)
const isTail = (text: string, owner: Owner): boolean =>
  [owner.phone, owner.staffNumber].some((number) => number !== null && text.length >= 3 && number.toLowerCase().includes(text))

function ownWords(owner: Owner): string[] {
  const syllables = pinyin(owner.name, { toneType: 'none', type: 'array', surname: 'head' }).map((s) => s.toLowerCase())
  const [surname, ...given] = syllables
  const words = [
    'yantu',
    owner.name.toLowerCase(),
    syllables.join(''),
    given.join('') + (surname ?? ''),
    given.join(''),
    surname ?? '',
    syllables.map((s) => s.charAt(0)).join(''),
    owner.phone ?? '',
    owner.phone?.slice(-8) ?? '',
    owner.phone?.slice(-6) ?? '',
    owner.staffNumber?.toLowerCase() ?? '',
  ]
  return words.filter((word) => word.length >= 2).sort((a, b) => b.length - a.length)
}
