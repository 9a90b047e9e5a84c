// Documents that a phone found unlike the server's, beside what else is noted of devices: so that the district sees it.
// A phone can only speak of documents in its person's reach.

export const sql = `
alter table security_event add column subject text;
create function yantu_note_unequal(subjects text[]) returns void language sql security definer set search_path = public as $$
  insert into security_event (district, kind, person, device, subject)
  select current_setting('yantu.district'), 'document.unequal', current_setting('yantu.person'), null, s from unnest(subjects) s where yantu_in_reach(s)
  -- A phone that finds it again and again says nothing new.
  and not exists (select from security_event e where e.district = current_setting('yantu.district') and e.person = current_setting('yantu.person') and e.subject = s and e.at > now() - interval '1 hour')
$$;
revoke all on function yantu_note_unequal from public;
grant execute on function yantu_note_unequal to yantu_app;
create index security_event_by_day on security_event (district, at);
`
