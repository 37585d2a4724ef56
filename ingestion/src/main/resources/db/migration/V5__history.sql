-- How complete each day of kill time is, as of its last comparison with a source of history.
create table completeness_day (
    day          date primary key,
    version      bigint      not null,
    known        bigint      not null,
    held         bigint      not null,
    refused      bigint      not null,
    quarantined  bigint      not null,
    missing      bigint      not null,
    beyond       bigint      not null,
    source       text        not null,
    compared_at  timestamptz not null,
    -- how many killmails the source's totals gave the day when it was compared: another number means that it has grown
    listed_total bigint      not null
);

-- The nightly comparison, one row.
create table comparison_run (
    one         boolean primary key default true check (one),
    finished_at timestamptz not null
);

-- Jobs that fetch from history. What is told of a job is kept as it is told.
create table backfill (
    job_id     text primary key,
    status     text        not null,
    created_at timestamptz not null,
    attempts   integer     not null default 0,
    retry_at   timestamptz,
    told       text        not null
);
create index backfill_open on backfill (created_at) where status in ('WAITING', 'RUNNING', 'PAUSED');

-- The days of a job. No numbers: not looked at yet.
create table backfill_day (
    job_id  text   not null references backfill,
    day     date   not null,
    known   bigint,
    missing bigint,
    fetched bigint not null default 0,
    done_at timestamptz,
    primary key (job_id, day)
);

-- What is held of a day, and what was set aside of its killmails.
create index killmail_reference_by_time on killmail_reference (occurred_at);
create index quarantine_by_killmail on quarantine (killmail_id) where killmail_id is not null;
