// Who was erased (npx yantu erase): the id, the day, and the hashes of the pictures that went, nothing else. An id that stands here
// never comes back: every op on it is refused, and what an older backup brings back is erased again before anybody is served.

export const sql = `
create table erasure (
  district text not null references district,
  person text not null,
  erased_on date not null,
  files text[] not null default '{}',
  primary key (district, person)
);
alter table erasure enable row level security;
revoke all on erasure from public;
grant select (district, person) on erasure to yantu_app;
create policy own_district on erasure for select to yantu_app using (district = (select current_setting('yantu.district', true)));
`
