-- Keys that people and programs show. The secret itself is nowhere; secret_hash is its SHA-256.
create table api_key (
    key_id      text primary key,
    name        text not null,
    role        text not null,
    secret_hash text not null,
    created_by  text not null,
    created_at  timestamptz not null,
    expires_at  timestamptz,
    revoked_by  text,
    revoked_at  timestamptz,
    changed_at  timestamptz not null
);
create index api_key_recent on api_key (created_at desc, key_id desc);

-- Who did what, when, why, and what came of it, refusals too. What is told twice is one row.
create table audit (
    act_id       text not null,
    part         integer not null,
    status       text not null,
    decided_at   timestamptz not null,
    parts        integer not null,
    what         text not null,
    target       text not null,
    actor        text not null,
    role         text,
    reason       text,
    requested_at timestamptz not null,
    code         text,
    detail       text,
    figures      jsonb not null,
    before       jsonb not null,
    after        jsonb not null,
    primary key (act_id, part, status, decided_at)
);
create index audit_recent on audit (decided_at desc, act_id desc, part desc, status desc);
create index audit_actor on audit (actor, decided_at desc);

-- Rows are added and nothing else: neither a mistake of ours nor whoever gets hold of the service's role rewrites it.
create function audit_is_only_added_to() returns trigger language plpgsql as $$
begin
    raise exception 'The audit is only ever added to: % is refused', tg_op using errcode = 'restrict_violation';
end
$$;
create trigger audit_stays before update or delete or truncate on audit
    for each statement execute function audit_is_only_added_to();

grant select on api_key, audit to battlescope_reader;
