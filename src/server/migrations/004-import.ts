// Imports: what a dry run found and would do, and what each confirmed row did, so that it can be taken back.
// Holds always: no ID number, only its keyed hash and last four places; read and written with the server's own rights only.

export const sql = `
alter table person add column staff_no_ours boolean not null default false;
alter table person add column former_names text[] not null default '{}';

create table import_batch (
  district text not null references district,
  id text not null,
  made_by text not null,
  made_by_name text not null,
  made_on date not null,
  made_at timestamptz not null default now(),
  school text,
  file_name text not null,
  people_known integer not null,
  state text not null check (state in ('planned', 'applying', 'applied', 'undone')),
  plan text not null,
  choices text,
  outcome text,
  primary key (district, id)
);

create table import_line (
  district text not null,
  batch text not null,
  row_no integer not null,
  person text not null,
  /** JSON: what stood beside the dossier before (phone, hash), to put back. */
  before text,
  primary key (district, batch, row_no),
  foreign key (district, batch) references import_batch on delete cascade
);
create index import_line_by_person on import_line (district, person);

alter table import_batch enable row level security;
alter table import_line enable row level security;
revoke all on import_batch, import_line from public;
`
