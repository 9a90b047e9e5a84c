// The server comes back from last night's backup: what phones know to be confirmed since then goes up again, and counts once.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId } from '../../src/domain/ids.ts'
import { run } from '../../src/server/cli/main.ts'
import { act } from '../../src/storage/act.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { storyPhone, type StoryPhone } from './phone.ts'
import { dossierOf, todayIn } from './phones.ts'
import { claim, world, type World } from './world.ts'

let w: World
let folder: string
let qin: PersonId
let wu: PersonId
let teacher: StoryPhone
let officer: StoryPhone

beforeAll(async () => {
  w = await world()
  const school = await w.school('实验小学')
  qin = await w.teacher('覃丽莎', school)
  wu = await w.teacher('吴敏', school)
  await w.role(wu, '吴敏', 'officer', { kind: 'school', id: school })
  teacher = await storyPhone(w, qin, '覃丽莎')
  officer = await storyPhone(w, wu, '吴敏')
  folder = mkdtempSync(join(tmpdir(), 'yantu-restored-'))
  chmodSync(folder, 0o711)
})
afterAll(async () => {
  teacher.close()
  officer.close()
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const claims = async (title: string): Promise<void> => {
  expect(
    (await act(teacher.phone, { verb: 'claim-hours', subject: dossierOf(qin), args: claim({ title }) } as Parameters<typeof act>[1])).is,
  ).toBe('saved')
}
const seenBy = async (phone: StoryPhone): Promise<string[]> =>
  ((await dossierView(phone.phone, qin, todayIn(w)))?.entries ?? []).map((one) => one.entry.training.title).sort()
const atServer = async (): Promise<number> =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from document_row where subject_id = ${qin} and kind = 'hours'`.execute(w.db)).rows[0]
      ?.n,
  )
async function yantu(...argv: string[]): Promise<void> {
  const code = await run({ argv, env: { YANTU_DATA: folder, DATABASE_URL: w.url }, print: () => undefined, clock: () => w.now })
  process.exitCode = 0
  expect(code).toBe(0)
}
async function agreed(...phones: StoryPhone[]): Promise<void> {
  for (const phone of phones) expect((await phone.sync('all')).outcome).toEqual({ is: 'all-synced' })
}

test('claims confirmed after the backup come back from the phone, those before it stay one, and everybody agrees', async () => {
  const file = join(folder, 'night.gz')
  await agreed(teacher, officer)
  await claims('备份前')
  await agreed(teacher, officer)
  await yantu('backup', file)
  await claims('备份后一')
  await claims('备份后二')
  await agreed(teacher, officer)
  expect(await atServer()).toBe(3)
  await yantu('restore', file, '--confirm')
  expect(await atServer()).toBe(1)
  await claims('恢复后')
  await agreed(teacher, officer, teacher)
  const all = ['备份前', '备份后一', '备份后二', '恢复后'].sort()
  expect(await atServer()).toBe(4)
  expect([await seenBy(teacher), await seenBy(officer)]).toEqual([all, all])
  expect((await sql`select op from op_log where actor = ${qin} group by op having count(*) > 1`.execute(w.db)).rows).toEqual([])
})

test('the same backup restored once more brings no phone out of step', async () => {
  await yantu('restore', join(folder, 'night.gz'), '--confirm')
  await agreed(teacher, officer, teacher)
  expect(await atServer()).toBe(4)
  expect(await seenBy(officer)).toHaveLength(4)
  const sent = teacher.sent.length
  await agreed(teacher)
  expect(teacher.sent.slice(sent).map((body) => (JSON.parse(body) as { ops: unknown[] }).ops)).toEqual([[]])
  expect(w.failures).toEqual([])
})
