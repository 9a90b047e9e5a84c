// The server as a process: reads its configuration, opens and migrates the database, serves app and API on one port, and stops
// cleanly when asked. The only place that reads the real clock, chance and environment.

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BackupTrouble } from '../wire/events.ts'
import { coreOf, createApp, type ServerDeps } from './app.ts'
import { demoLinksAgain } from './accounts/demo-links-again.ts'
import { isEmpty, prepareFirstRun } from './accounts/first-run.ts'
import { clearUnfinishedDemo } from './accounts/unfinished-demo.ts'
import { backUpToFolder, newestBackup } from './backup/backup-folder.ts'
import { laterByTheClock } from './backup/by-the-clock.ts'
import { startNightly, type Nightly } from './backup/nightly.ts'
import { writeMarks } from './backup/generation-file.ts'
import { rollbackGuard, type RollbackGuard } from './backup/rollback-guard.ts'
import { readConfig, type Config } from './config.ts'
import { fillDemo } from './demo-door.ts'
import { keepErased } from './erase/keep-erased.ts'
import { evidenceFiles } from './evidence/evidence-files.ts'
import { evidenceKey, otherKeys } from './evidence/evidence-key.ts'
import { evidenceRoutes } from './evidence/evidence-routes.ts'
import { reportTo, type Report } from './http/log.ts'
import { listen, type Listening } from './listen.ts'
import { migrate } from './migrations/migrate.ts'
import { overviewSource } from './overview/kept-overview.ts'
import { warmOverviews } from './overview/warm.ts'
import { openDatabase } from './postgres/embedded.ts'
import { districtRules } from './reference/district-rules.ts'
import { referenceSource } from './reference/reference.ts'
import { rootFolder } from './root.ts'
import { startTrouble } from './start-trouble.ts'
import { connect, type Database } from './store/database.ts'
import { remakeStale } from './store/rebuild.ts'
import { firstRunLine } from './text/accounts.ts'
import { erasedAgain } from './text/erase.ts'
import {
  badConfig,
  clearedDemo,
  databaseGoes,
  demoLink,
  demoNeedsEmpty,
  fillingDemo,
  inUse,
  inUseByCommand,
  noBuild,
  portTaken,
  ready,
  stopped,
  stopping,
} from './text/start.ts'

export interface RunOptions {
  readonly argv: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

/** Two weeks. */
const KEPT_BACKUPS = 14

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

/** Resolves when the server has stopped; a start that cannot succeed says why and sets the exit code. */
export async function run({ argv, env }: RunOptions): Promise<void> {
  outliveTheLog()
  const config = readConfig(env, argv)
  if ('wrong' in config) return fail(badConfig[config.wrong](config.text))
  // Before the database starts: a stop asked for while it migrates must find us, or it would be left running.
  const stop = stopSignal()
  try {
    await open(config, stop)
  } catch (error) {
    const words = startTrouble(error, config)
    if (words === null) throw error
    fail(words)
  }
}

async function open(config: Config, stop: Promise<void>): Promise<void> {
  const { dataFolder, databaseUrl } = config
  const opened = await openDatabase({ dataFolder, databaseUrl, tell: (what) => complain(databaseGoes(what, dataFolder)) })
  if (opened.is === 'in-use') return fail(opened.command === undefined ? inUse(opened.pid) : inUseByCommand(opened.command, opened.pid))
  try {
    await migrate(opened.url)
    const db = connect(opened.url)
    try {
      await serve(db, opened.url, config, stop)
    } finally {
      await db.destroy()
    }
  } finally {
    await opened.stop()
  }
}

async function serve(db: Database, databaseUrl: string, config: Config, stop: Promise<void>): Promise<void> {
  const report = reportTo(complain, Date.now)
  const dist = join(rootFolder(), 'dist')
  if (await clearUnfinishedDemo(db)) {
    // Its numbers were never anybody's; remembered, they would read as a database come back from the past.
    await writeMarks(config.dataFolder, {})
    say(clearedDemo)
  }
  const guard = rollbackGuard(db, config.dataFolder, complain)
  await guard.keep()
  const writable = !guard.rolledBack()
  const { again } = await keepErased({ db, clock: Date.now, references: referenceSource(districtRules) }, config.dataFolder, !writable)
  if (again > 0) say(erasedAgain(again))
  if (writable) await remakeStale(db, districtRules)
  // Made when the first picture comes.
  const key = (): Buffer => evidenceKey(config.dataFolder, process.env['YANTU_EVIDENCE_KEY'])
  const kept = overviewSource()
  const warmed = referenceSource(districtRules)
  let warming = Promise.resolve()
  const warm = (): Promise<void> =>
    (warming = warmOverviews({ db, clock: Date.now, references: warmed }, kept).catch((error: unknown) => report('overview.warm', error)))
  const nights: Nights = { trouble: null }
  const deps: ServerDeps = {
    db,
    clock: Date.now,
    chance: Math.random,
    rules: districtRules,
    address: config,
    report,
    dist,
    fillDemo,
    guard,
    kept,
    // Where the folder cannot be read, the last attempt says why.
    backups: async () => ({ last: await newestBackup(resolve(config.backupFolder)).catch(() => null), trouble: nights.trouble }),
    routes: () => [
      evidenceRoutes({
        db,
        clock: Date.now,
        files: evidenceFiles(join(config.dataFolder, 'evidence'), key, () => otherKeys(config.dataFolder)),
      }),
    ],
  }
  await warm()
  const server = await listen(createApp(deps), config.host, config.port)
  if (server.is === 'taken') return fail(portTaken(config.port))
  try {
    await whileServing(deps, { server, databaseUrl, config, stop, writable, warm, guard, nights })
    await warming
  } finally {
    // Also where something failed that the start needs: a process that serves errors helps nobody.
    await server.close()
  }
  // What was acknowledged is in the database; the file beside it is brought up to date by the next start.
  await guard.keep().catch((error: unknown) => report('backup.generation', error))
  say(stopped)
}

interface Serving {
  readonly server: Extract<Listening, { is: 'listening' }>
  readonly databaseUrl: string
  readonly config: Config
  readonly stop: Promise<void>
  readonly writable: boolean
  readonly warm: () => Promise<void>
  readonly guard: RollbackGuard
  readonly nights: Nights
}

/** What came between the last night and its backup, for whoever looks after the district. */
interface Nights {
  trouble: BackupTrouble | null
}

/** What is printed and what happens by itself, until the stop. */
async function whileServing(
  deps: ServerDeps,
  { server, databaseUrl, config, stop, writable, warm, guard, nights }: Serving,
): Promise<void> {
  const { db, report, dist } = deps
  const url = `http://${config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host}:${String(server.port)}`
  const links = config.demo && writable ? await demo(deps, config.publicUrl ?? url) : []
  const code = writable ? await prepareFirstRun(db) : null
  const stopBackups = await startNightly({
    ...nightlyOf(db, databaseUrl, config, report, guard),
    note: (trouble) => void (nights.trouble = trouble),
  })
  if (!existsSync(join(dist, 'index.html'))) complain(noBuild)
  say(ready(url))
  links.forEach(say)
  if (code !== null) say(firstRunLine(code))
  const minutes = setInterval(() => {
    void guard.keep().catch((error: unknown) => report('backup.generation', error))
    void warm()
  }, 60_000)
  await stop
  clearInterval(minutes)
  await stopBackups()
}

/** Nothing is backed up before there is a district, nor while it is not known which past to go on with. */
function nightlyOf(db: Database, databaseUrl: string, config: Config, report: Report, guard: RollbackGuard): Nightly {
  const place = { databaseUrl, dataFolder: config.dataFolder, folder: resolve(config.backupFolder), keep: KEPT_BACKUPS }
  return {
    clock: Date.now,
    at: config.backupAt,
    say: complain,
    report,
    later: laterByTheClock(Date.now, later),
    newest: () => newestBackup(place.folder),
    ready: async () => !guard.rolledBack() && !(await isEmpty(db)),
    async backUp(now, stopping) {
      // A phone may since have handed in a list or a table, made before somebody on it was erased.
      await keepErased({ db, clock: Date.now, references: referenceSource(districtRules) }, config.dataFolder)
      const done = await backUpToFolder(place, now, stopping)
      await guard.keep()
      return done
    },
  }
}

function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** `--demo`: only ever into an empty database. The lines to print: one sign-in link per role, also where the demo is there already. */
async function demo(deps: ServerDeps, origin: string): Promise<string[]> {
  const empty = await isEmpty(deps.db)
  if (empty) say(fillingDemo)
  const people = empty ? await fillDemo(coreOf(deps), origin) : await demoLinksAgain(deps, origin)
  if (people.length === 0) complain(demoNeedsEmpty)
  return people.map(({ role, name, school, url }) => demoLink(role, name, school, url))
}

/** A log on a full disk, or a terminal that was closed, costs its lines and never the server. */
function outliveTheLog(): void {
  for (const stream of [process.stdout, process.stderr]) if (stream.listenerCount('error') === 0) stream.on('error', () => undefined)
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    const asked = (): void => {
      say(stopping)
      done()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, asked)
  })
}

function fail(line: string): void {
  complain(line)
  process.exitCode = 1
}
