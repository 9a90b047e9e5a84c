// Row-level security, and the few functions through which the restricted role writes what it may not touch itself.
// Scope is four settings of the transaction, set by the door before the role is taken: district, person,
// reach ('district': every document of it, or 'list'), and the list of subject keys ('teacher:id').
// A missing setting means nothing is visible.

const district = `(select current_setting('yantu.district', true))`
const person = `(select current_setting('yantu.person', true))`
const all = `(select current_setting('yantu.reach', true)) = 'district'`
const keys = `(select unnest(string_to_array(current_setting('yantu.keys', true), ',')))`
const reached = (key: string) => `district = ${district} and (${all} or ${key} in ${keys})`

const secured = [
  'district',
  'server_secret',
  'person',
  'device',
  'document',
  'document_row',
  'op_log',
  'security_event',
  'standing',
  'posting',
  'school',
  'membership',
  'activity',
  'setting',
]
const publicFacts = ['school', 'membership', 'activity', 'setting', 'district']

export const sql = `
${secured.map((table) => `alter table ${table} enable row level security; revoke all on ${table} from public;`).join('\n')}
grant usage on schema public to yantu_app;

${publicFacts
  .map(
    (table) => `grant select on ${table} to yantu_app;
create policy own_district on ${table} for select to yantu_app using (district = ${district});`,
  )
  .join('\n')}

grant select, insert, update on document to yantu_app;
create policy reach on document to yantu_app using (${reached(`subject_kind || ':' || subject_id`)}) with check (${reached(`subject_kind || ':' || subject_id`)});
grant select, insert, update on document_row to yantu_app;
create policy reach on document_row to yantu_app using (${reached(`subject_kind || ':' || subject_id`)}) with check (${reached(`subject_kind || ':' || subject_id`)});

grant select on standing to yantu_app;
create policy reach on standing for select to yantu_app using (${reached(`'teacher:' || person`)});
grant select on posting to yantu_app;
create policy reach on posting for select to yantu_app using (${reached(`'teacher:' || person`)});
grant select (district, id, name, staff_no) on person to yantu_app;
create policy reach on person for select to yantu_app using (${reached(`'teacher:' || id`)} or (district = ${district} and id = ${person}));
grant select on device to yantu_app;
create policy own on device for select to yantu_app using (district = ${district} and person = ${person});
grant select on op_log to yantu_app;
create policy own on op_log for select to yantu_app using (district = ${district} and actor = ${person});

create function yantu_in_reach(key text) returns boolean language sql stable as $$
  select current_setting('yantu.reach', true) = 'district' or key = any (string_to_array(current_setting('yantu.keys', true), ','))
$$;

-- The district's next change number, taken last of all locks and held until commit: commit order is number order.
create function yantu_next_change(expected_reference bigint, touches_reference boolean, touches_activities boolean)
returns bigint language plpgsql security definer set search_path = public as $$
declare here text := current_setting('yantu.district'); was bigint; next bigint;
begin
  select d.reference_change into was from district d where d.district = here for update;
  -- Roles or schools changed since they were read: what was decided from them is decided again.
  if was is distinct from expected_reference then raise exception 'reference changed' using errcode = '40001'; end if;
  update district d set head = d.head + 1,
    reference_change = case when touches_reference then d.head + 1 else d.reference_change end,
    activity_change = case when touches_activities then d.head + 1 else d.activity_change end
  where d.district = here returning d.head into next;
  return (next);
end $$;

-- What is stored of an op id, whoever sent it: enough to answer a replay and to notice other content under the same id.
create function yantu_stored_ops(ids text[])
returns table (op text, content_hash text, result text) language sql stable security definer set search_path = public as $$
  select o.op, o.content_hash, o.result from op_log o where o.district = current_setting('yantu.district') and o.op = any (ids)
$$;

create function yantu_log_ops(entries jsonb, at_change bigint) returns void language sql security definer set search_path = public as $$
  insert into op_log (district, op, content_hash, actor, device, n, subject_kind, subject_id, verb, content, transport, result, change)
  select current_setting('yantu.district'), e.op, e.content_hash, current_setting('yantu.person'), e.device, e.n, e.subject_kind, e.subject_id, e.verb, e.content, e.transport, e.result, at_change
  from jsonb_to_recordset(entries) as e (op text, content_hash text, device text, n bigint, subject_kind text, subject_id text, verb text, content text, transport text, result text)
$$;

create function yantu_security_event(kind text, device text, op text) returns void language sql security definer set search_path = public as $$
  insert into security_event (district, kind, person, device, op) values (current_setting('yantu.district'), kind, current_setting('yantu.person'), device, op)
$$;

-- What follows from a teacher's dossier: standing, posts, name. Only for documents in reach.
create function yantu_project_teachers(teachers jsonb, at_change bigint) returns void language plpgsql security definer set search_path = public as $$
declare here text := current_setting('yantu.district');
begin
  if exists (select from jsonb_array_elements(teachers) t where not coalesce(yantu_in_reach('teacher:' || (t->>'person')), false)) then
    raise exception 'outside scope' using errcode = '42501';
  end if;
  insert into standing (district, person, policy, body, change)
    select here, t->>'person', t->>'policy', t->>'standing', at_change from jsonb_array_elements(teachers) t where t->>'standing' is not null
    on conflict (district, person) do update set policy = excluded.policy, body = excluded.body, change = excluded.change;
  update person p set name = t->>'name', staff_no = t->>'staffNumber'
    from jsonb_array_elements(teachers) t
    where p.district = here and p.id = t->>'person' and t->>'name' is not null
      and (p.name, p.staff_no) is distinct from (t->>'name', t->>'staffNumber');
  delete from posting p using jsonb_array_elements(teachers) t where p.district = here and p.person = t->>'person';
  insert into posting (district, person, row_id, school, kind, from_day, to_day)
    select here, t->>'person', q->>'row', q->>'school', q->>'kind', (q->>'from')::date, (q->>'to')::date
    from jsonb_array_elements(teachers) t, jsonb_array_elements(t->'posts') q;
end $$;

-- What follows from the file of a school or of the district: place, roles, activities, settings. Only for files in reach.
create function yantu_project_file(file jsonb) returns void language plpgsql security definer set search_path = public as $$
declare here text := current_setting('yantu.district'); k text := file->>'kind'; i text := file->>'id';
begin
  if not coalesce(yantu_in_reach(k || ':' || i), false) then
    raise exception 'outside scope' using errcode = '42501';
  end if;
  if file->'school' <> 'null'::jsonb then
    insert into school (district, id, name, code, parent, body)
      select here, i, s->>'name', s->>'code', s->>'parent', s->>'body' from (select file->'school' as s) x
      on conflict (district, id) do update set name = excluded.name, code = excluded.code, parent = excluded.parent, body = excluded.body;
  end if;
  delete from membership m where m.district = here and m.at_kind = k and m.at_id = i;
  insert into membership (district, row_id, person, person_name, role, at_kind, at_id, from_day, to_day)
    select here, r->>'row', r->>'person', r->>'name', r->>'role', k, i, (r->>'from')::date, (r->>'to')::date from jsonb_array_elements(file->'roles') r;
  delete from activity a where a.district = here and a.at_kind = k and a.at_id = i;
  insert into activity (district, id, at_kind, at_id, last_day, body)
    select here, a->>'id', k, i, (a->>'last')::date, a->>'body' from jsonb_array_elements(file->'activities') a;
  if k = 'district' then
    delete from setting s where s.district = here;
    insert into setting (district, row_id, content) select here, s->>'row', s->>'content' from jsonb_array_elements(file->'settings') s;
  end if;
end $$;

revoke all on function yantu_next_change, yantu_stored_ops, yantu_log_ops, yantu_security_event, yantu_project_teachers, yantu_project_file, yantu_in_reach from public;
grant execute on function yantu_next_change, yantu_stored_ops, yantu_log_ops, yantu_security_event, yantu_project_teachers, yantu_project_file, yantu_in_reach to yantu_app;
`
