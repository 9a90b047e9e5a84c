// A phone that never connects again: its rescue file is carried by a colleague, and nothing of its owner's work is lost or doubled.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '../../src/domain/ids.ts'
import { readRescue } from '../../src/app/teacher/hand-in.ts'
import { rescueText } from '../../src/storage/rescue.ts'
import { act } from '../../src/storage/act.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { RescueAnswer } from '../../src/wire/rescue.ts'
import { dossierOf, todayIn } from './phones.ts'
import { storyPhone, type StoryPhone } from './phone.ts'
import { claim, world, type World } from './world.ts'

let w: World
let qin: PersonId
let old: StoryPhone

beforeAll(async () => {
  w = await world()
  qin = await w.teacher('覃丽莎', await w.school('实验小学'))
  old = await storyPhone(w, qin, '覃丽莎')
  expect((await old.sync()).outcome).toEqual({ is: 'all-synced' })
})
afterAll(async () => {
  old.close()
  await w.close()
})

const titles = async (phone: StoryPhone): Promise<string[]> =>
  ((await dossierView(phone.phone, qin, todayIn(w)))?.entries ?? []).map((one) => one.entry.training.title).sort()

async function carry(text: string): Promise<string[]> {
  const colleague = await w.device(await w.teacher('吴敏', await w.school('解放小学')))
  const file = readRescue(text)
  if (file.is !== 'rescue') throw new Error(file.words)
  const answer = await colleague.fetch('/api/rescue', {
    method: 'POST',
    body: JSON.stringify({ file: 'yantu-rescue', version: 1, ops: file.ops }),
  })
  return RescueAnswer.parse(await answer.json()).results.map((one) => one.result.is)
}

test('three claims made without a network, carried by a colleague, stand on the teacher’s new phone', async () => {
  for (const title of ['听课', '磨课', '讲座']) {
    expect(
      (await act(old.phone, { verb: 'claim-hours', subject: dossierOf(qin), args: claim({ title }) } as Parameters<typeof act>[1])).is,
    ).toBe('saved')
  }
  old.network.push('request-lost')
  expect((await old.sync()).outcome.is).toBe('not-connected')
  const { text, ops } = await rescueText(old.phone, '研途救援文件')
  expect(ops).toBe(3)
  expect(JSON.parse(text)).toMatchObject({ file: 'yantu-rescue', version: 1, about: '研途救援文件' })
  expect(text).not.toMatch(/private|password|"d":|cookie/i)
  expect(await carry(text)).toEqual(['applied', 'applied', 'applied'])
  const fresh = await storyPhone(w, qin, '覃丽莎')
  expect((await fresh.sync()).outcome).toEqual({ is: 'all-synced' })
  expect(await titles(fresh)).toEqual(['听课', '磨课', '讲座'].sort())
  fresh.close()
})

test('should the old phone come back after all, it is told what was taken, and nothing is counted twice', async () => {
  expect((await old.sync()).outcome).toEqual({ is: 'all-synced' })
  expect(await titles(old)).toEqual(['听课', '磨课', '讲座'].sort())
  expect((await rescueText(old.phone, '')).ops).toBe(0)
})

test('what is no rescue file is said in words', () => {
  expect(readRescue('hello')).toEqual({ is: 'no', words: expect.stringContaining('不是救援文件') })
  expect(readRescue('{"file":"yantu-rescue","version":9,"ops":[]}')).toEqual({ is: 'no', words: expect.stringContaining('更新') })
})
