// `npx yantu <command>`: reads what was typed, joins the database of a running server or starts it, runs one command, and stops what
// it started. Words go to stdout; with --json exactly one JSON document does. Must not prompt: it also runs from cron.

import { openDatabase, runningDatabase } from '../postgres/embedded.ts'
import { migrate } from '../migrations/migrate.ts'
import { readConfig, type Config } from '../config.ts'
import { districtRules } from '../reference/district-rules.ts'
import { referenceSource } from '../reference/reference.ts'
import { allDistricts } from '../store/districts.ts'
import { startTrouble } from '../start-trouble.ts'
import { connect } from '../store/database.ts'
import {
  brokenOff,
  databaseStarting,
  HELP,
  noDistrict,
  optionNotHere,
  optionWithoutValue,
  restoreWhileRunning,
  tooManyWords,
  unknownCommand,
  unknownOption,
} from '../text/cli.ts'
import { acceptWhileRunning } from '../text/rollback.ts'
import { badConfig, inUseByCommand } from '../text/start.ts'
import { invite, resetPassword } from './account-commands.ts'
import { readArguments, unheeded } from './arguments.ts'
import { cannot, type Answer, type Connected, type InDistrict, type Setting } from './command.ts'
import { erase } from './erase-command.ts'
import { importRoster } from './roster-command.ts'
import { targets } from './targets-command.ts'
import { rollUp, standing } from './totals-commands.ts'
import { report } from './report-command.ts'
import { acceptRollback, backup, evaluate, rebuild, restore, restoreRefused, verify } from './upkeep-commands.ts'

export interface RunOptions {
  readonly argv: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Where lines go, and what time it is; tests bring their own. */
  readonly print?: (line: string) => void
  readonly clock?: () => number
}

const IN_DISTRICT: Readonly<Record<string, (command: InDistrict) => Promise<Answer>>> = {
  'import-roster': importRoster,
  import: importRoster,
  standing,
  'roll-up': rollUp,
  targets,
  report,
  invite,
  'reset-password': resetPassword,
  erase,
}
const ON_DATABASE: Readonly<Record<string, (command: Connected) => Promise<Answer>>> = {
  rebuild,
  verify,
  backup,
  restore,
  'accept-rollback': acceptRollback,
}

/** Resolves to the exit code, which it also sets. */
export async function run({
  argv,
  env,
  print = (line) => void process.stdout.write(`${line}\n`),
  clock = Date.now,
}: RunOptions): Promise<number> {
  const read = readArguments(argv)
  const answer =
    read.is === 'read'
      ? await answerTo({ args: read.arguments, clock, origin: '' }, env)
      : cannot(read.is === 'unknown' ? unknownOption(read.option) : optionWithoutValue(read.option))
  const asJson = argv.includes('--json') && answer.json !== null
  for (const line of asJson ? [JSON.stringify(answer.json)] : answer.lines) print(line)
  process.exitCode = answer.code
  return answer.code
}

async function answerTo(setting: Setting, env: NodeJS.ProcessEnv): Promise<Answer> {
  const [name = ''] = setting.args.words
  if (name === '' || name === 'help' || setting.args.flags.has('help'))
    return { lines: [HELP], json: null, code: name === '' && !setting.args.flags.has('help') ? 2 : 0 }
  if (name !== 'evaluate' && !Object.hasOwn(IN_DISTRICT, name) && !Object.hasOwn(ON_DATABASE, name)) return cannot(unknownCommand(name))
  const left = unheeded(setting.args)
  if (left !== null) return cannot('option' in left ? optionNotHere(name, left.option) : tooManyWords(name, left.word))
  if (name === 'evaluate') return evaluate(setting)
  const config = readConfig(env, [])
  if ('wrong' in config) return cannot(badConfig[config.wrong](config.text))
  const refused = name === 'restore' ? restoreRefused(setting) : null
  if (refused !== null) return refused
  try {
    return await onDatabase({ ...setting, origin: config.publicUrl ?? `http://127.0.0.1:${String(config.port)}` }, config, name)
  } catch (error) {
    const words = startTrouble(error, config)
    if (words === null) throw error
    return cannot(words)
  }
}

async function onDatabase(setting: Setting, config: Config, name: string): Promise<Answer> {
  const joined = runningDatabase(config.dataFolder)
  if (joined !== null && name === 'restore') return cannot(restoreWhileRunning(joined.pid))
  if (joined !== null && name === 'accept-rollback') return cannot(acceptWhileRunning(joined.pid))
  if (joined !== null) return withDatabase(setting, config, joined.url, name)
  // What is broken off is undone by its database; both end before the folder is free again. One elsewhere hears of our end by itself.
  const interrupted = config.databaseUrl === undefined ? onInterrupt() : NEVER
  try {
    return await onOwn(setting, config, name, interrupted)
  } finally {
    interrupted.over()
  }
}

async function onOwn(setting: Setting, config: Config, name: string, interrupted: Interrupted): Promise<Answer> {
  const opened = await openDatabase({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl, command: name })
  if (opened.is === 'in-use')
    return cannot(opened.command === undefined ? databaseStarting(opened.pid) : inUseByCommand(opened.command, opened.pid))
  interrupted.onceSo(() => void opened.stop())
  try {
    await migrate(opened.url)
    return await withDatabase(setting, config, opened.url, name)
  } catch (error) {
    if (interrupted.yet()) return cannot(brokenOff(name))
    throw error
  } finally {
    await opened.stop()
  }
}

interface Interrupted {
  yet(): boolean
  /** Once it is, or at once where it was before. */
  onceSo(work: () => void): void
  over(): void
}

const NEVER: Interrupted = { yet: () => false, onceSo: () => undefined, over: () => undefined }

/** Ctrl-C, or a system that shuts down; the second one ends the process as ever. */
function onInterrupt(): Interrupted {
  let yet = false
  let work: () => void = () => undefined
  const heard = (): void => {
    yet = true
    work()
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, heard)
  return {
    yet: () => yet,
    onceSo: (then) => {
      work = then
      if (yet) then()
    },
    over: () => {
      for (const signal of signals) process.off(signal, heard)
    },
  }
}

async function withDatabase(setting: Setting, config: Config, url: string, name: string): Promise<Answer> {
  const db = connect(url, 4)
  try {
    const connected: Connected = { ...setting, db, url, references: referenceSource(districtRules), dataFolder: config.dataFolder }
    const plain = ON_DATABASE[name]
    if (plain !== undefined) return await plain(connected)
    const [district] = await allDistricts(db)
    const command = IN_DISTRICT[name]
    return district === undefined || command === undefined ? cannot(noDistrict) : await command({ ...connected, district })
  } finally {
    await db.destroy()
  }
}
