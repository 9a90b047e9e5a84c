// Initials for search by pinyin: 'qls' for 覃丽莎. A surname with several readings gives one line each (覃 qín and tán, 单 shàn and dān);
// given names take their usual reading. Characters that no table knows are left out, so a name of only such has no initials.

import { pinyin, polyphonic } from 'pinyin-pro'

const MOST = 8
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

function readings(character: string): string[] {
  const all = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? []
  return [...new Set(all.map((reading) => letters(reading).slice(0, 1)))].filter((first) => first !== '')
}

export function initialsOf(name: string): string[] {
  const plain = [...name].filter((c) => c !== '·' && c.trim() !== '').join('')
  if (/^[\x20-\x7e]+$/.test(plain)) return [letters(plain)].filter((t) => t !== '').map((t) => t.slice(0, 40))
  const usual = pinyin(plain, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).map(letters)
  const rest = usual.slice(1).join('')
  const surname = [...plain][0] ?? ''
  const heads = [...new Set([usual[0] ?? '', ...readings(surname)])].filter((head) => head !== '')
  const found = heads.length === 0 ? [rest] : heads.map((head) => head + rest)
  return found
    .filter((text) => text !== '')
    .map((text) => text.slice(0, 40))
    .slice(0, MOST)
}
