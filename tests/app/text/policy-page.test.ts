// What the district reads of a change: a value says what it is, a whole pack only its name.
import { expect, test } from 'vitest'
import { packDifferences, policyPage } from '../../../src/app/text/policy-page.ts'

test('a value is told with what it says, a pack by its name alone', () => {
  expect(policyPage.historyLine('每天上限', '8 学时')).toBe('每天上限：8 学时')
  expect(policyPage.historyLine(policyPage.packSetting('2026-3'), '')).toBe('规则包 2026-3')
  expect(policyPage.change('每天上限', '8 学时', '2027-01-01')).toBe('每天上限：8 学时（2027年1月1日起）')
  // Its items hold from their own days on, so nothing is said to begin on the day of the file.
  expect(policyPage.packChange(policyPage.packSetting('2026-3'), '2027-01-01')).toBe('规则包 2026-3（文件日期 2027年1月1日）')
})

test('a field that differs is named, with both sides where there is something to read', () => {
  expect(packDifferences.fieldBetween(packDifferences.field('target.least'), '1200', '1300')).toBe('目标最少 1200 → 1300')
  expect(packDifferences.fieldBetween(packDifferences.field('to'), null, '2026-12-31')).toBe('截止日 无 → 2026年12月31日')
  expect(packDifferences.fieldChanged(packDifferences.field('source.quote'))).toBe('出处改了')
  expect(packDifferences.fieldChanged(packDifferences.field('asks'))).toBe('其他内容改了')
})

test('counts come before the list, and the day of a pack is said to stand in its file', () => {
  expect(
    packDifferences.counts([
      { kind: packDifferences.kinds.added, n: 3 },
      { kind: packDifferences.kinds.ended, n: 1 },
    ]),
  ).toBe('新增 3 项，到期停止 1 项')
  expect(packDifferences.day('2027-01-01')).toContain('规则包的日期是 2027年1月1日，写在文件里')
})
