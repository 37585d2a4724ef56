-- Rebuilds of what processors keep, beside the living version. rebuild_id is the act that asked for it. state: creating, building,
-- verifying, ready, different, switching, switched, rolling_back, rolled_back, finished, cancelled or failed; with ended_at nothing is
-- left to do. compared is what the last comparison found, table by table, and equal what that comes to; asked_by is the last act that
-- changed the state. The worker is the instance that sees to it, until worker_until; when it dies another one goes on.
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
    equal             boolean not null default false,
    asked_by          text not null,
    worker            text,
    worker_until      timestamptz,
    created_at        timestamptz not null default clock_timestamp(),
    updated_at        timestamptz not null default clock_timestamp(),
    ended_at          timestamptz
);
create unique index rebuild_under_way on rebuild (processor) where ended_at is null;
create index rebuild_recent on rebuild (created_at desc, rebuild_id desc);

-- Until when readers were told to read the version; null for one that nobody was. Its tables stay a while longer.
alter table projection_version
    add column read_until timestamptz;

grant select on rebuild to battlescope_reader;

-- Since when a rebuild keeps a version from running: for so long only, whichever instance carries it on.
alter table processor_control
    add column held_at timestamptz;
