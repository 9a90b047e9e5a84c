// Where a line may break.
import { describe, expect, it } from 'vitest'
import { wholeWords } from '../../../src/app/components/whole-words.ts'

const kept = (text: string): string[] => wholeWords(text).flatMap((part) => part.pieces.filter((one) => one.whole).map((one) => one.text))
const said = (text: string): string =>
  wholeWords(text)
    .map((part) => part.pieces.map((one) => one.text).join(''))
    .join(' · ')

describe('a line of text on a narrow phone', () => {
  it('keeps dates, numbers with their unit and short brackets in one piece', () => {
    expect(kept('公示期 2026年11月21日–11月25日')).toEqual(['2026年11月21日–', '11月25日'])
    expect(kept('区县级及以上集中研修不少于 20 学分')).toEqual(['20 学分'])
    expect(kept('核对历史学时（2 条）')).toEqual(['（2 条）'])
    expect(kept('已认定 99 学时，计入 99 学时')).toEqual(['认定 99 学时', '计入 99 学时'])
    expect(kept('雾灯小学（人事关系）2015年9月1日起')).toEqual(['（人事关系）', '2015年9月1日起'])
    expect(kept('国家 2026-11-22、重庆市 2026-11')).toEqual(['2026-11-22', '2026-11'])
  })
  it('keeps a short part between dots together, and leaves the dot to the line', () => {
    expect(wholeWords('校本 · 5.5 学时').map((part) => part.short)).toEqual([true, true])
    expect(wholeWords('只有一段')[0]?.short).toBe(false)
  })
  it('says what was said', () => {
    for (const text of ['校本 · 2026年5月8日–5月22日 · 5.5 学时 · 发放 29 人', '', '原因：请补上签到表', '在 2026 · （示例） · 3人'])
      expect(said(text)).toBe(text)
  })
})
