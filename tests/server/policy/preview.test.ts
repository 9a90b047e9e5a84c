// A district tries a value on its real dossiers before it publishes it, and a pack of its own without a line of code.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { planEnds, readAtEnd } from '../../../src/domain/targets/plan-ends.ts'
import type { PolicyPreviewAnswer } from '../../../src/wire/policy-preview.ts'
import { packText } from '../../domain/policy-change/pack-text.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'
import { readersOf } from '../../setup/readers.ts'

let w: World
let school: SchoolId
let qin: PersonId
let teacher: Device
let principal: Device
let district: Device
let auditor: Device

beforeAll(async () => {
  w = await world()
  school = await w.school('实验小学')
  ;({ qin, teacher, principal, district, auditor } = await readersOf(w, school))
  await w.teacher('返聘老师', school, { employment: 'rehired' })
})
afterAll(() => w.close())

const COUNT_REHIRED = {
  key: 'countedEmployments',
  value: '["permanent","contract","substitute","dispatched","private","unknown","rehired"]',
  from: '2026-01-01',
  source: '区教委会议纪要',
}
const ask = (device: Device, body: unknown): Promise<Response> =>
  device.fetch('/api/policy/preview', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const onRoll = async (): Promise<{ counted: number }> =>
  ((await (await district.fetch('/api/district/overview')).json()) as { totals: { counted: number } }).totals

describe('trying a change of the policy', () => {
  test('is for who may publish: nobody without a session, no teacher, no principal, no auditor', async () => {
    const anonymous = await w.app.request('/api/policy/preview', {
      method: 'POST',
      headers: { host: '127.0.0.1', 'x-yantu': '1', 'content-type': 'application/json' },
      body: '{}',
    })
    expect(anonymous.status).toBe(401)
    for (const device of [teacher, principal, auditor])
      expect((await ask(device, { changes: [COUNT_REHIRED], after: null })).status).toBe(404)
  })

  test('says who would move from what to what, and writes nothing', async () => {
    const before = await onRoll()
    const answer = (await (await ask(district, { changes: [COUNT_REHIRED], after: null })).json()) as PolicyPreviewAnswer
    expect(answer.next).toBeNull()
    expect(answer.changes.map((c) => [c.name, c.school, c.was.state])).toEqual([['返聘老师', school, 'not-counted']])
    expect(answer.changes[0]?.will.state).not.toBe('not-counted')
    expect(answer.was['not-counted']).toBe(1)
    expect(answer.will['not-counted'] ?? 0).toBe(0)
    expect(await onRoll()).toEqual(before)
  })

  test('a value the rules cannot read, an unknown one and no list at all are refused by name', async () => {
    for (const bad of [
      { ...COUNT_REHIRED, value: 'alle' },
      { ...COUNT_REHIRED, key: 'ranking' },
      { ...COUNT_REHIRED, from: '2026-02-30' },
      { ...COUNT_REHIRED, key: 'pack', value: '{}' },
    ]) {
      const said = await ask(district, { changes: [bad], after: null })
      expect([said.status, ((await said.json()) as { code: string }).code]).toEqual([400, 'setting.bad-value'])
    }
    expect((await ask(district, { changes: [], after: null })).status).toBe(400)
    expect(
      (
        await district.fetch('/api/policy/preview', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"__proto__":1}',
        })
      ).status,
    ).toBe(400)
  })
})

describe('publishing', () => {
  const act = async (device: Device, verb: string, args: Record<string, unknown>): Promise<unknown> => {
    const { results } = await device.sync([device.op({ kind: 'district', id: w.district }, verb, args)])
    return results[0]?.result
  }

  test('a value that was tried moves exactly those people, and a bad one is refused to its author', async () => {
    const before = await onRoll()
    expect(await act(district, 'set-setting', COUNT_REHIRED)).toEqual({ is: 'applied' })
    expect((await onRoll()).counted).toBe(before.counted + 1)
    expect(await act(district, 'set-setting', { ...COUNT_REHIRED, value: 'alle' })).toEqual({
      is: 'refused',
      code: 'setting.bad-value',
      field: 'value',
    })
    expect(await act(district, 'set-setting', { ...COUNT_REHIRED, key: 'ranking' })).toEqual({
      is: 'refused',
      code: 'setting.unknown',
      field: 'key',
    })
  })

  test('a pack of the next plan brings its target, without code; claims go on as before', async () => {
    const pack = packText()
    expect(await act(district, 'publish-pack', { pack, from: '2026-03-10', source: '渝中区十五五规划' })).toEqual({ is: 'applied' })
    const targets = (await (await district.fetch('/api/reports/targets')).json()) as {
      answer: { indicators: { id: string; verdict: string }[] }
    }
    expect(targets.answer.indicators.find((i) => i.id === 'yz-backbone-2030')?.verdict).toBe('undetermined')
    expect(targets.answer.indicators.some((i) => i.id === 'yz-backbone-distinguished')).toBe(true)
    // The plan before it is over and is still read as of its own last day.
    const both = [{ by: '2025-12-31' }, { by: '2030-12-31' }, { by: null }]
    expect(planEnds(both, day('2026-11-22'))).toEqual(['2025-12-31'])
    expect(planEnds(both, day('2031-01-01'))).toEqual(['2030-12-31', '2025-12-31'])
    expect(both.map((i) => readAtEnd(i, day('2025-12-31')))).toEqual([true, false, true])
    const { results } = await teacher.sync([
      teacher.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ level: 'school', hours: '4' })),
    ])
    expect(results[0]?.result).toEqual({ is: 'applied' })
  })

  test('a pack of another district, with a fault, or of a version already out with other content is refused in words', async () => {
    const args = (pack: string) => ({ pack, from: '2026-03-10', source: '文' })
    const other = packText({ scope: { kind: 'district', code: '500104', name: '大渡口区' } })
    expect(await act(district, 'publish-pack', args(other))).toMatchObject({ is: 'refused', code: 'pack.other-district' })
    expect(await act(district, 'publish-pack', args('{"id":"x"}'))).toMatchObject({ is: 'refused', code: 'pack.unreadable' })
    const unknownLevel = JSON.parse(packText()) as { parts: { indicators: Record<string, unknown>[] } }
    unknownLevel.parts.indicators[0] = {
      ...unknownLevel.parts.indicators[0],
      numerator: { of: 'titles', who: {}, rungs: ['no-such-rung'], as: 'held' },
    }
    expect(await act(district, 'publish-pack', args(JSON.stringify(unknownLevel)))).toMatchObject({ is: 'refused', code: 'pack.faulty' })
    const noDenominator = JSON.parse(packText()) as typeof unknownLevel
    noDenominator.parts.indicators[0] = { ...noDenominator.parts.indicators[0], unit: 'share' }
    expect(await act(district, 'publish-pack', args(JSON.stringify(noDenominator)))).toMatchObject({ is: 'refused', code: 'pack.faulty' })
    const [first, second] = [packText({ version: 'same' }), packText({ version: 'same', words: { trainingBody: '渝中区教师发展中心' } })]
    expect(await act(district, 'publish-pack', args(first))).toEqual({ is: 'applied' })
    expect(await act(district, 'publish-pack', args(second))).toMatchObject({ is: 'refused', code: 'pack.same-version' })
  })
})
