// The list of migrations is the folder: a file that nobody runs would be a column that is missing in one district only.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../../src/server/migrations/all.ts'

test('every migration of the folder runs, in the order of its number', () => {
  const files = readdirSync(new URL('../../../src/server/migrations', import.meta.url))
    .filter((file) => /^\d{3}-.+\.ts$/.test(file))
    .sort()
  expect(MIGRATIONS.map(({ name }) => `${name}.ts`)).toEqual(files)
  expect(MIGRATIONS.filter(({ sql }) => sql.trim() === '')).toEqual([])
})
