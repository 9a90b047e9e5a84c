// A command line as words and options. Options may stand anywhere; one that no command knows is said, not ignored.

export interface Arguments {
  readonly words: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

const FLAGS = new Set(['json', 'dry-run', 'only-good', 'confirm', 'help'])
const VALUES = new Set(['school', 'as-of', 'known-at', 'kind'])

export type ReadArguments = { readonly is: 'read'; readonly arguments: Arguments } | { readonly is: 'unknown'; readonly option: string } | { readonly is: 'no-value'; readonly option: string }

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
