// A connection that lets PostgreSQL keep the plan of each statement: the same text gets the same name, so it is parsed and planned
// once a connection. Plans that depend on row-level security are remade by PostgreSQL itself when the role is another one.
// Statements here are made of fixed pieces; should a text ever vary without end, the later ones simply go unnamed.

import pg from 'pg'

const MOST_NAMES = 400
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  const name = `y${String(names.size)}`
  names.set(text, name)
  return name
}

type Query = (...given: unknown[]) => unknown

export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const plain = super.query.bind(this) as Query
    const named: Query = (text, values, ...rest) => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
      return name === undefined ? plain(text, values, ...rest) : plain({ name, text, values }, ...rest)
    }
    Object.assign(this, { query: named })
  }
}
