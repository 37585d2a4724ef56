-- Rebuilds of what processors keep, beside the living version. rebuild_id is the act that asked for it. state: creating, building,
-- verifying, ready, different, switching, switched, rolling_back, rolled_back, finished, cancelled or failed; with ended_at nothing is
-- left to do. compared is what the last comparison found, table by table; asked_by the last act that changed the state.
create table rebuild (
    rebuild_id        text primary key,
    processor         text not null,
    old_version       integer not null,
    new_version       integer not null,
    state             text not null,
    switch_when_equal boolean not null,
    detail            text,
    figures           jsonb not null default '{}',
    compared          jsonb not null default '[]',
    asked_by          text not null,
    created_at        timestamptz not null default clock_timestamp(),
    updated_at        timestamptz not null default clock_timestamp(),
    state_since       timestamptz not null default clock_timestamp(),
    ended_at          timestamptz
);
create unique index rebuild_under_way on rebuild (processor) where ended_at is null;
create index rebuild_recent on rebuild (created_at desc, rebuild_id desc);

-- Which instance sees to rebuilds, until when: one at a time; when it dies another one takes over.
create table rebuild_duty (
    duty  integer primary key default 1 check (duty = 1),
    owner text not null,
    until timestamptz not null
);

-- When readers were last told to read the version, or another one instead of it: its tables stay a while longer.
alter table projection_version
    add column state_since timestamptz not null default clock_timestamp();

grant select on rebuild to battlescope_reader;
