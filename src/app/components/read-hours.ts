// What a person typed as 学时 → the number as printed ('4', '1.5'), or nothing when it is not one.
// Takes full-width digits and 。 as phones type them, and 半 for a half. More than a tenth is not an answer.
import { formatTenths, parseHours } from '../../domain/hours.ts'

const plain = (text: string): string =>
  text
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[。．,，、]/g, '.')
    .replace(/个?(学时|小时)$/, '')
    .replace(/^半$/, '0.5')
    .replace(/^(\d+)个?半$/, '$1.5')
    .trim()

export function readHours(typed: string): string | undefined {
  const text = plain(typed)
  if (!/^\d{1,3}(\.\d)?$/.test(text)) return undefined
  const hours = parseHours(text)
  return hours === null || hours <= 0 ? undefined : formatTenths(hours)
}
