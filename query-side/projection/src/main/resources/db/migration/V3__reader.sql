-- The gateway reads with a role that can only SELECT. Roles belong to the whole server, so another database may have made it
-- already, perhaps at this very moment. An operator who wants a password or certificates creates the role beforehand.
do $$
begin
    if not exists (select from pg_roles where rolname = 'battlescope_reader') then
        create role battlescope_reader login;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema public to battlescope_reader;
grant select on all tables in schema public to battlescope_reader;
alter default privileges in schema public grant select on tables to battlescope_reader;
