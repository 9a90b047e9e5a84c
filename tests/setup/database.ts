// A migrated database of its own for one test file, cloned from the template in some 30 ms.
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { asSuperuser, databaseAt, TEMPLATE } from './postgres.ts'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

export async function cloneDatabase(): Promise<TestDatabase> {
  const postgresUrl = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await cloneWhenFree(postgresUrl, name)
  return {
    url: databaseAt(postgresUrl, name),
    drop: () => asSuperuser(postgresUrl, `drop database if exists ${name} with (force)`),
  }
}

/** Two files may clone at once, and PostgreSQL wants the template for itself while it copies. */
async function cloneWhenFree(postgresUrl: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await asSuperuser(postgresUrl, `create database ${name} template ${TEMPLATE} strategy file_copy`)
      return
    } catch (error) {
      if (attempt === 50 || !isBusy(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55006'
}
