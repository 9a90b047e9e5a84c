// What a phone's request asks of the database, in as few round trips as can be: who may see what and the wall put up with it, what a
// phone that pulls is told, a document locked and read for what was pushed. Each was a statement of its own before; asked together
// they cost a fraction, and nothing is looked through but what is the person's own. The wall stands as ever: from yantu_enter on the
// transaction is in the restricted role, and everything after it is read behind row-level security.

/** `district`'s own row as the server reads it (store/districts.ts). */
const state = `json_build_object('id', d.district, 'code', d.code, 'name', d.name, 'generation', d.generation, 'head', d.head,
  'referenceChange', d.reference_change, 'activityChange', d.activity_change, 'backedUpThrough', d.backed_up_through)`

/**
 * Keys ('teacher:id') taken apart beforehand. Behind row-level security a join goes by an index only where it compares bare columns:
 * anything worked out in the comparison might tell of rows that are not to be seen, and so the whole table would be looked through.
 */
const apart = (keys: string) =>
  `k as materialized (select key, split_part(key, ':', 1) as kind, substr(key, strpos(key, ':') + 1) as id from unnest(${keys}) key)`

export const sql = `
-- Looks further than the person may, so it is asked before the restricted role is taken.
create function yantu_scope(here text, who text, today date, out reach text, out keys text[], out schools text[], out roles json)
language plpgsql stable as $$
begin
  with recursive mine as materialized (
    select distinct role, at_kind, at_id from membership
    where district = here and person = who and from_day <= today and (to_day is null or to_day >= today)
  ), reached as materialized (
    select case when exists (select from mine where at_kind = 'district') then 'district' else 'list' end as reach
  ), below (id) as (
    select at_id from mine where at_kind = 'school'
    union select s.id from school s join below b on s.parent = b.id where s.district = here
  ), key as materialized (
    select 'teacher:' || who as key
    union select 'school:' || id from below where (select r.reach from reached r) = 'list'
    union select 'teacher:' || p.person from posting p join below b on p.school = b.id
      where p.district = here and p.from_day <= today and (p.to_day is null or p.to_day >= today) and (select r.reach from reached r) = 'list'
  )
  select r.reach, array(select key from key order by key collate "C"), array(select id from below order by id collate "C"),
    (select coalesce(json_agg(json_build_object('role', role, 'atKind', at_kind, 'atId', at_id) order by at_kind, at_id, role), '[]') from mine)
  into reach, keys, schools, roles from reached r;
end $$;

create function yantu_enter(here text, who text, today date, out reach text, out keys text[], out schools text[], out roles json)
language plpgsql stable as $$
begin
  select s.reach, s.keys, s.schools, s.roles into reach, keys, schools, roles from yantu_scope(here, who, today) s;
  perform set_config('yantu.district', here, true), set_config('yantu.person', who, true), set_config('yantu.reach', reach, true),
    set_config('yantu.keys', array_to_string(keys, ','), true), set_config('role', 'yantu_app', true);
end $$;

-- Rows of these documents changed after a number, oldest first, whole change numbers until about so many bytes.
create function yantu_feed(here text, of_keys text[], since bigint, budget bigint)
returns table ("subjectKind" text, "subjectId" text, id text, kind text, content text, change bigint, last bigint) language sql stable as $$
  with ${apart('of_keys')}
  select subject_kind, subject_id, id, kind, content, change, last from (
    select r.*, max(r.change) over () as last,
      coalesce(sum(octet_length(r.content) + 100) over (order by r.change groups between unbounded preceding and 1 preceding), 0) as before
    from k join document_row r on r.district = here and r.subject_kind = k.kind and r.subject_id = k.id
    where r.change > since
  ) page where before < budget order by change, subject_kind collate "C", subject_id collate "C", id collate "C"
$$;

-- All that most phones are told, out of one unmoving picture: stable, so that every look inside it sees what the statement saw.
-- For whoever reaches the whole district only the scope and the district: what their device keeps is another matter.
create function yantu_glance(here text, who text, today date, since bigint, budget bigint,
  out reach text, out keys text[], out schools text[], out roles json, out district json, out documents json, out posts json, out feed json)
language plpgsql stable as $$
declare moved text[];
begin
  select e.reach, e.keys, e.schools, e.roles into reach, keys, schools, roles from yantu_enter(here, who, today) e;
  select ${state} into district from district d where d.district = here;
  if reach = 'district' then return; end if;
  with ${apart('keys')} select coalesce(json_agg(json_build_array(d.subject_kind, d.subject_id, d.change, d.digest)), '[]'),
      coalesce(array_agg(k.key) filter (where d.change > since), '{}') into documents, moved
    from k join document d on d.district = here and d.subject_kind = k.kind and d.subject_id = k.id where d.change > 0;
  with ${apart('keys')} select coalesce(json_agg(x), '[]') into posts from (
    select p.school, bool_or(p.person = who) as own from k join posting p on p.district = here and p.person = k.id where k.kind = 'teacher' group by p.school) x;
  if moved <> '{}' then
    select coalesce(json_agg(f), '[]') into feed from yantu_feed(here, moved, since, budget) f;
  end if;
end $$;

-- A document locked and then read for deciding about it. Volatile: what is read is read after the lock was given.
create function yantu_read_locked(here text, of_kind text, of_id text, people text[], ops text[], activities text[])
returns json language plpgsql as $$
declare locked boolean; answer json;
begin
  perform from document where district = here and subject_kind = of_kind and subject_id = of_id for update;
  locked := found;
  select json_build_object('found', locked, 'district', ${state},
    'people', (select coalesce(json_agg(json_build_array(p.id, p.name)), '[]') from person p where p.district = here and p.id = any (people)),
    'rows', (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'content', r.content)), '[]') from document_row r
      where r.district = here and r.subject_kind = of_kind and r.subject_id = of_id),
    'known', (select coalesce(json_agg(o), '[]') from yantu_stored_ops(ops) o),
    'erased', of_kind = 'teacher' and exists (select from erasure e where e.district = here and e.person = of_id),
    'activities', array(select a.body from activity a where a.district = here and a.id = any (activities) order by a.id collate "C"))
  into answer from district d where d.district = here;
  return answer;
end $$;

create function yantu_open(here text, who text, today date, of_kind text, of_id text, people text[], ops text[], activities text[],
  out reach text, out keys text[], out schools text[], out roles json, out picture json)
language plpgsql as $$
begin
  select e.reach, e.keys, e.schools, e.roles into reach, keys, schools, roles from yantu_enter(here, who, today) e;
  picture := yantu_read_locked(here, of_kind, of_id, people, ops, activities);
end $$;

-- As in 003, one teacher at a time: each found by their key, where a join with a list looked through everybody's posts while the
-- whole district waited for its counter. What has not changed is not written.
create or replace function yantu_project_teachers(teachers jsonb, at_change bigint) returns void language plpgsql security definer set search_path = public as $$
declare here text := current_setting('yantu.district'); t jsonb; who text;
begin
  for t in select e from jsonb_array_elements(teachers) e loop
    who := t->>'person';
    if not coalesce(yantu_in_reach('teacher:' || who), false) then raise exception 'outside scope' using errcode = '42501'; end if;
    if t->>'standing' is not null then
      insert into standing (district, person, policy, body, change) values (here, who, t->>'policy', t->>'standing', at_change)
        on conflict (district, person) do update set policy = excluded.policy, body = excluded.body, change = excluded.change;
    end if;
    if t->>'name' is not null then
      update person p set name = t->>'name', staff_no = t->>'staffNumber'
        where p.district = here and p.id = who and (p.name, p.staff_no) is distinct from (t->>'name', t->>'staffNumber');
    end if;
    if (select coalesce(jsonb_agg(jsonb_build_object('row', p.row_id, 'school', p.school, 'kind', p.kind, 'from', p.from_day, 'to', p.to_day) order by p.row_id collate "C"), '[]')
        from posting p where p.district = here and p.person = who)
      is distinct from (select coalesce(jsonb_agg(q order by q->>'row' collate "C"), '[]') from jsonb_array_elements(t->'posts') q) then
      delete from posting p where p.district = here and p.person = who;
      insert into posting (district, person, row_id, school, kind, from_day, to_day)
        select here, who, q->>'row', q->>'school', q->>'kind', (q->>'from')::date, (q->>'to')::date from jsonb_array_elements(t->'posts') q;
    end if;
  end loop;
end $$;

revoke all on function yantu_scope, yantu_enter, yantu_feed, yantu_glance, yantu_read_locked, yantu_open from public;
grant execute on function yantu_feed, yantu_read_locked to yantu_app;
grant execute on function yantu_scope to yantu_accounts;
`
