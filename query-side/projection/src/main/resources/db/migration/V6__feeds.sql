-- What ingestion tells of itself. Each row is the latest state that was heard; version rises with each change.

-- job is the message, for what nobody sorts or filters by.
create table backfill_job (
    job_id     text primary key,
    version    bigint not null,
    status     text not null,
    created_at timestamptz not null,
    job        jsonb not null
);
create index backfill_job_recent on backfill_job (created_at desc, job_id desc);

-- Days by kill time (UTC) that were compared with the source at least once; known = held + refused + quarantined + missing.
create table completeness_day (
    day         date primary key,
    version     bigint not null,
    known       bigint not null,
    held        bigint not null,
    refused     bigint not null,
    quarantined bigint not null,
    missing     bigint not null,
    beyond      bigint not null,
    source      text not null,
    compared_at timestamptz not null
);

-- Ranges of the live feed that were lost.
create table feed_gap (
    feed           text not null,
    first_sequence bigint not null,
    last_sequence  bigint not null,
    version        bigint not null,
    status         text not null,
    not_before     timestamptz,
    not_after      timestamptz,
    noticed_at     timestamptz not null,
    job_id         text,
    filled_at      timestamptz,
    primary key (feed, first_sequence)
);

-- The highest number is in force.
create table ruleset_version (
    number     integer primary key,
    ruleset    jsonb not null,
    actor      text not null,
    reason     text,
    act_id     text,
    adopted_at timestamptz not null
);

-- Who is to carry out an act, known while it is pending, so that each topic of orders can be read again alone.
alter table act
    add column asked_of text;
update act set asked_of = 'battles' where status = 'pending';

-- the default privileges of V3 hold for what the same role creates; another one may have run this
grant select on all tables in schema public to battlescope_reader;
