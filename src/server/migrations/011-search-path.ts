// Functions that run with their owner's rights look for tables in the public schema first and in nobody's temporary one before it.

export const sql = `
do $$
declare f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef loop
    execute format('alter function %s set search_path = public, pg_temp', f.name);
  end loop;
end $$;
`
