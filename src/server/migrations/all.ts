// Every migration, in the order they run. A file that ran anywhere is never changed; a new one is a line here.

import { sql as m001 } from './001-core.ts'
import { sql as m002 } from './002-accounts.ts'
import { sql as m003 } from './003-door.ts'
import { sql as m004 } from './004-import.ts'
import { sql as m005 } from './005-backed-up.ts'
import { sql as m006 } from './006-device-numbers.ts'
import { sql as m007 } from './007-erasure.ts'
import { sql as m008 } from './008-noted.ts'
import { sql as m009 } from './009-fewer-trips.ts'
import { sql as m010 } from './010-rows-beside-hours.ts'
import { sql as m011 } from './011-search-path.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

export const MIGRATIONS: readonly Migration[] = [
  { name: '001-core', sql: m001 },
  { name: '002-accounts', sql: m002 },
  { name: '003-door', sql: m003 },
  { name: '004-import', sql: m004 },
  { name: '005-backed-up', sql: m005 },
  { name: '006-device-numbers', sql: m006 },
  { name: '007-erasure', sql: m007 },
  { name: '008-noted', sql: m008 },
  { name: '009-fewer-trips', sql: m009 },
  { name: '010-rows-beside-hours', sql: m010 },
  { name: '011-search-path', sql: m011 },
]
