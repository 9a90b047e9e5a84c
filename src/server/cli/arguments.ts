// A command line as words and options. Options may stand anywhere; one that no command knows is said, not ignored.

export interface Arguments {
  readonly words: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

const FLAGS = new Set(['json', 'dry-run', 'only-good', 'confirm', 'help'])
const VALUES = new Set(['school', 'as-of', 'known-at', 'kind'])

interface Takes {
  /** How many words may follow the command; the rest would be a name with a space in it, or a slip of the pen. */
  readonly words: number
  readonly options: readonly string[]
}

const DAYS = ['as-of', 'known-at']
const IMPORT: Takes = { words: Infinity, options: ['school', 'kind', 'dry-run', 'only-good'] }
const TAKES: Readonly<Record<string, Takes>> = {
  'import-roster': IMPORT,
  import: IMPORT,
  report: { words: Infinity, options: DAYS },
  standing: { words: 1, options: DAYS },
  'roll-up': { words: 1, options: DAYS },
  targets: { words: 1, options: DAYS },
  evaluate: { words: 1, options: [] },
  invite: { words: 1, options: [] },
  'reset-password': { words: 1, options: [] },
  backup: { words: 1, options: [] },
  restore: { words: 1, options: ['confirm'] },
  erase: { words: 1, options: ['confirm'] },
  'accept-rollback': { words: 0, options: ['confirm'] },
  rebuild: { words: 0, options: [] },
  verify: { words: 0, options: [] },
}

/** What was typed that this command would not heed: never silently left out. */
export function unheeded({ words, flags, values }: Arguments): { readonly option: string } | { readonly word: string } | null {
  const takes = TAKES[words[0] ?? '']
  if (takes === undefined) return null
  const option = [...flags, ...values.keys()].find((name) => name !== 'json' && name !== 'help' && !takes.options.includes(name))
  if (option !== undefined) return { option: `--${option}` }
  const word = words[takes.words + 1]
  return word === undefined ? null : { word }
}

export type ReadArguments =
  | { readonly is: 'read'; readonly arguments: Arguments }
  | { readonly is: 'unknown'; readonly option: string }
  | { readonly is: 'no-value'; readonly option: string }

export function readArguments(argv: readonly string[]): ReadArguments {
  const words: string[] = []
  const flags = new Set<string>()
  const values = new Map<string, string>()
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? ''
    if (word === '-h') flags.add('help')
    else if (!word.startsWith('--')) words.push(word)
    else {
      const [name = '', inline] = word.slice(2).split(/=(.*)/s)
      if (FLAGS.has(name) && inline === undefined) flags.add(name)
      else if (VALUES.has(name)) {
        const value = inline ?? argv[(i += 1)]
        if (value === undefined || value.startsWith('--')) return { is: 'no-value', option: `--${name}` }
        values.set(name, value)
      } else return { is: 'unknown', option: word }
    }
  }
  return { is: 'read', arguments: { words, flags, values } }
}
