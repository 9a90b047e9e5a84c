// Why PostgreSQL did not start or died is read from its log as far as it can be read; not being able to must end nobody.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endOf, whySince } from '../../../src/server/postgres/will-not-start.ts'

test('only what was written since counts, and a log that cannot be read says nothing instead of ending the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-why-'))
  try {
    const log = join(folder, 'postgres.log')
    expect(whySince(log, 0)).toBe('unknown')
    writeFileSync(log, 'PANIC:  No space left on device\n')
    expect([whySince(log, 0), whySince(log, endOf(log))]).toEqual(['full', 'unknown'])
    // Whatever keeps it from being read: no handles left, a disk that breaks, here a folder in its place.
    expect(whySince(folder, 0)).toBe('unknown')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
