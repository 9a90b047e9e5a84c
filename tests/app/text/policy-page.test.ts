// What the district reads of a change: a value says what it is, a whole pack only its name.
import { expect, test } from 'vitest'
import { policyPage } from '../../../src/app/text/policy-page.ts'

test('a value is told with what it says, a pack by its name alone', () => {
  expect(policyPage.historyLine('每天上限', '8 学时')).toBe('每天上限：8 学时')
  expect(policyPage.historyLine(policyPage.packSetting('2026-3'), '')).toBe('规则包 2026-3')
  expect(policyPage.change(policyPage.packSetting('2026-3'), '', '2027-01-01')).toBe('规则包 2026-3（2027年1月1日起）')
})
