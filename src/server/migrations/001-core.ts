// The core of a district's database: documents and their rows, the op log, standings, and the projections that say who may
// see what. Holds always: every key begins with the district; row-level security on every table that holds a person's data.
// The restricted role `yantu_app` sees rows inside the scope that the door has set for its transaction, and writes the counter,
// the op log, standings and projections through the functions in 003-door.ts only.

export const sql = `
create table district (
  district text primary key,
  code text not null,
  name text not null,
  generation integer not null default 1,
  head bigint not null default 0,
  reference_change bigint not null default 0,
  activity_change bigint not null default 0,
  created_at timestamptz not null default now()
);

create table server_secret (
  name text primary key,
  value bytea not null
);

create table person (
  district text not null references district,
  id text not null,
  name text not null,
  staff_no text,
  phone text,
  id_hash text,
  id_last4 text,
  created_at timestamptz not null default now(),
  primary key (district, id)
);
create index person_by_staff_no on person (district, staff_no) where staff_no is not null;
create index person_by_phone on person (district, phone) where phone is not null;
create index person_by_id_hash on person (district, id_hash) where id_hash is not null;
create index person_by_name on person (district, name);

create table device (
  district text not null,
  id text not null,
  person text not null,
  public_key text not null,
  since date not null,
  label text not null default '',
  revoked_at timestamptz,
  primary key (district, id),
  foreign key (district, person) references person
);
create index device_by_person on device (district, person);

create table document (
  district text not null references district,
  subject_kind text not null check (subject_kind in ('teacher', 'school', 'district')),
  subject_id text not null,
  change bigint not null default 0,
  digest text not null default '',
  waits_school boolean not null default false,
  waits_district boolean not null default false,
  primary key (district, subject_kind, subject_id)
);
create index document_waiting on document (district) where waits_school or waits_district;

create table document_row (
  district text not null,
  subject_kind text not null,
  subject_id text not null,
  id text not null,
  kind text not null,
  change bigint not null,
  content text not null,
  primary key (district, subject_kind, subject_id, id),
  foreign key (district, subject_kind, subject_id) references document
);
create index document_row_feed on document_row (district, change);

create table op_log (
  district text not null references district,
  op text not null,
  content_hash text not null,
  actor text not null,
  device text not null,
  n bigint not null,
  subject_kind text not null,
  subject_id text not null,
  verb text not null,
  content text not null,
  transport text not null,
  result text not null,
  change bigint not null,
  received_at timestamptz not null default now(),
  primary key (district, op)
);
create index op_log_by_subject on op_log (district, subject_kind, subject_id, change);

create table security_event (
  district text not null references district,
  id bigint generated always as identity,
  kind text not null,
  person text,
  device text,
  op text,
  at timestamptz not null default now(),
  primary key (district, id)
);

create table standing (
  district text not null,
  person text not null,
  policy text not null,
  body text not null,
  change bigint not null,
  primary key (district, person),
  foreign key (district, person) references person
);
create index standing_feed on standing (district, change);

create table posting (
  district text not null,
  person text not null,
  row_id text not null,
  school text not null,
  kind text not null,
  from_day date not null,
  to_day date,
  primary key (district, person, row_id)
);
create index posting_by_school on posting (district, school);

create table school (
  district text not null references district,
  id text not null,
  name text not null,
  code text not null,
  parent text,
  body text not null,
  primary key (district, id)
);

create table membership (
  district text not null references district,
  row_id text not null,
  person text not null,
  person_name text not null,
  role text not null,
  at_kind text not null check (at_kind in ('school', 'district')),
  at_id text not null,
  from_day date not null,
  to_day date,
  primary key (district, at_kind, at_id, row_id)
);
create index membership_by_person on membership (district, person);

create table activity (
  district text not null references district,
  id text not null,
  at_kind text not null,
  at_id text not null,
  last_day date not null,
  body text not null,
  primary key (district, at_kind, at_id, id)
);
create index activity_by_id on activity (district, id);

create table setting (
  district text not null references district,
  row_id text not null,
  content text not null,
  primary key (district, row_id)
);

insert into server_secret (name, value) values
  ('cursor', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')),
  ('id-number', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

do $$ begin
  create role yantu_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant yantu_app to %I', current_user);
  end if;
end $$;
`
