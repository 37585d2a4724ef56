-- The Battles DB: every killmail, where it was placed, and what battles still have to be told. Written by the command side alone.

-- Who may write for a partition: each take-over raises the epoch, and a transaction with an older one is turned away.
create table partition_owner (
    partition_id integer primary key,
    epoch        bigint not null
);

-- Every killmail as it was enriched, in a battle or not; killmail.enriched can be published again from here.
create table killmail (
    killmail_id bigint primary key,
    payload     bytea not null,
    recorded_at timestamptz not null default clock_timestamp()
);

-- A cluster of linked killmails, named after the one that began it; battle_id is set once it holds enough losses.
create table cluster (
    cluster_id bigint primary key,
    system_id  integer not null,
    battle_id  text,
    kill_count integer not null,
    started_at bigint not null
);

-- Where each eligible killmail is and why. Times are seconds since 1970, UTC.
create table placement (
    killmail_id        bigint primary key,
    system_id          integer not null,
    occurred_at        bigint not null,
    cluster_id         bigint not null,
    parties            bigint[] not null,
    pilot_id           bigint,
    capsule            boolean not null,
    ship               boolean not null,
    linked_killmail_id bigint,
    shared_party_id    bigint,
    gap_seconds        integer
);
create index placement_window on placement (system_id, occurred_at);
create index placement_cluster on placement (cluster_id);

-- What was decided and may not have reached the battles yet. A row is removed once the events are stored; telling a battle
-- twice is harmless.
create table command_outbox (
    outbox_id    bigint generated always as identity primary key,
    partition_id integer not null,
    commands     text not null,
    recorded_at  timestamptz not null default clock_timestamp()
);
create index command_outbox_partition on command_outbox (partition_id, outbox_id);
