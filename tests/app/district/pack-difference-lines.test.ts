// What the district reads about a pack before it publishes it: counts, then each item in words.

import { expect, test } from 'vitest'
import { differenceLines } from '../../../src/app/district/pack-difference-lines.ts'
import { packDifferences } from '../../../src/app/text/policy-page.ts'
import { aroundPack, withPack } from '../../../src/domain/policy-change/pack-differences.ts'
import { packOf } from '../../../src/domain/policy-change/published.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { packText } from '../../domain/policy-change/pack-text.ts'

const policy = policyFor('500103')
if (policy === null) throw new Error('no policy')
const linesOf = (over: Record<string, unknown>) => {
  const pack = packOf(packText(over))
  if (pack === null) throw new Error('no pack')
  return differenceLines(policy, withPack(policy, pack, []))
}

test('a new indicator, a changed rule and a changed value: how many of each, and what each says before and after', () => {
  const rule = policy.rules.find((r) => r.type === 'minimum' && r.unit === 'hours')
  const { counts, lines } = linesOf({
    rules: [{ ...rule, value: '400' }],
    settings: { inviteHours: { ...policy.settings.inviteHours, value: 48, mark: 'stated' } },
  })
  expect(counts).toBe('新增 1 项，改动 2 项')
  expect(lines.map((l) => l.title.split('：')[0])).toEqual(['改动规则', '改动参数', '新增规划指标'])
  expect(lines[0]?.note).toMatch(/360.* → .*400/)
  expect(lines[1]?.note).toMatch(/ → .*48/)
  expect(lines[2]).toMatchObject({ title: '新增规划指标：市区级骨干教师', note: '' })
})

test('of a published pack what no pack said before is called written in, as the rules that came with the system are not at hand', () => {
  const pack = packOf(packText())
  if (pack === null) throw new Error('no pack')
  const { before, after } = aroundPack(pack, [])
  const { counts, lines } = differenceLines(before, after, packDifferences.broughtKinds)
  expect([counts, lines[0]?.title]).toEqual(['写入 1 项', '写入规划指标：市区级骨干教师'])
})

test('a pack that changes nothing has no lines', () => {
  expect(linesOf({ parts: {} })).toEqual({ counts: '', lines: [] })
})
