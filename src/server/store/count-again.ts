// After many rows came at once PostgreSQL is asked to look at its tables anew: until then it goes on with plans made when they were
// all but empty, and each row of an import takes longer than the one before. Changes no data; needs the server's own rights.

import { sql } from 'kysely'
import type { Database } from './database.ts'

export async function countAgain(db: Database): Promise<void> {
  await sql`analyze person, document, document_row, op_log, standing, posting, import_line`.execute(db)
}
