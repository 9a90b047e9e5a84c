// Accounts: passwords, sessions, one-time codes, delays after failures. Times are milliseconds since 1970 by the server's clock.
// Holds always: no secret is here in a form that lets anybody in; the record's role `yantu_app` reaches none of these tables.
// Account work runs in the role `yantu_accounts`, which in turn reaches no document, no row and no op.

const own = ['credential', 'session', 'invite', 'sign_in_delay', 'first_run']
const seen = ['person', 'device', 'district', 'school', 'membership', 'posting', 'document']

export const sql = `
create table credential (
  district text not null,
  person text not null,
  password_hash text not null,
  set_at bigint not null,
  primary key (district, person),
  foreign key (district, person) references person
);

create table session (
  token_hash text primary key,
  district text not null,
  person text not null,
  device text not null,
  idle_until bigint not null,
  ends_at bigint not null,
  foreign key (district, person) references person,
  foreign key (district, device) references device
);
create index session_by_person on session (district, person);
create index session_by_device on session (district, device);

-- Used and replaced codes stay, as the account of who let whom in.
create table invite (
  code_hash text primary key,
  district text not null,
  person text not null,
  purpose text not null check (purpose in ('join', 'reset', 'demo')),
  made_by text not null,
  made_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  replaced boolean not null default false,
  foreign key (district, person) references person
);
create index invite_by_person on invite (district, person);

-- Keys are keyed hashes: neither phone numbers nor addresses can be read from this table.
create table sign_in_delay (
  key text primary key,
  failures integer not null,
  last_at bigint not null,
  next_at bigint not null
);

create table first_run (
  only_one boolean primary key default true check (only_one),
  code_hash text not null
);

-- Signing in does not say which district.
create index person_signs_in_by_phone on person (phone) where phone is not null;
create index person_signs_in_by_staff_no on person (lower(staff_no)) where staff_no is not null;

insert into server_secret (name, value) values
  ('accounts', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

do $$ begin
  create role yantu_accounts nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant yantu_accounts to %I', current_user);
  end if;
end $$;

grant usage on schema public to yantu_accounts;
${own
  .map(
    (table) => `alter table ${table} enable row level security; revoke all on ${table} from public;
grant select, insert, update, delete on ${table} to yantu_accounts;
create policy accounts on ${table} to yantu_accounts using (true) with check (true);`,
  )
  .join('\n')}
${seen
  .map(
    (table) => `grant select on ${table} to yantu_accounts;
create policy accounts_see on ${table} for select to yantu_accounts using (true);`,
  )
  .join('\n')}
grant insert, update on device to yantu_accounts;
create policy accounts_enrol on device for insert to yantu_accounts with check (true);
create policy accounts_revoke on device for update to yantu_accounts using (true) with check (true);
`
