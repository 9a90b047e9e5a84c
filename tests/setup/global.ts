// vitest's global set-up for the projects that need a database: starts it before the first file, tells every worker its address,
// stops it after the last. What tests start as processes of their own is the built server; it is built anew where it is stale.
import type { TestProject } from 'vitest/node'
import { buildServerIfStale } from '../../scripts/build.mjs'
import { startTestPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildServerIfStale()
  const { url, stop } = await startTestPostgres()
  project.provide('postgresUrl', url)
  return stop
}
