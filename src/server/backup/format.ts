// A backup file: gzip of JSON lines. First a head, then for each table its line and one line a row as PostgreSQL writes it in JSON,
// last the manifest with row counts and digests. Tables stand in an order in which they can be loaded (referenced ones first).
// A file without its manifest was cut off and is refused.

export const FORMAT = 1

export interface BackupHead {
  readonly yantu: 'backup'
  readonly format: number
  readonly madeAt: string
  /** Migrations that had run, in order. */
  readonly migrations: readonly string[]
  readonly districts: readonly { readonly district: string; readonly generation: number; readonly head: string }[]
}

export interface TableLine {
  readonly table: string
  readonly columns: readonly string[]
}

export interface TableSum {
  readonly rows: number
  /** SHA-256 over the rows' lines. */
  readonly digest: string
}

export interface Manifest {
  readonly end: true
  readonly tables: Readonly<Record<string, TableSum>>
}

export interface BackupSaid {
  readonly head: BackupHead
  readonly manifest: Manifest
  readonly bytes: number
}

/** Highest change number of any district, for words. */
export const changeOf = (head: BackupHead): number => head.districts.reduce((most, d) => Math.max(most, Number(d.head)), 0)
export const generationOf = (head: BackupHead): number => head.districts.reduce((most, d) => Math.max(most, d.generation), 1)
