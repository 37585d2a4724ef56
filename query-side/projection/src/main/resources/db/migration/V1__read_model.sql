-- The Query DB: written by the projection service alone, thrown away and rebuilt from the topics at will.

-- Every killmail, in a battle or not; from killmail.enriched.
create table killmail (
    killmail_id           bigint primary key,
    hash                  text,
    occurred_at           timestamptz not null,
    system_id             integer not null,
    constellation_id      integer,
    region_id             integer,
    space_type            text not null,
    security_band         text,
    victim_character_id   bigint,
    victim_corporation_id bigint,
    victim_alliance_id    bigint,
    victim_faction_id     bigint,
    victim_party_id       bigint,
    victim_party_kind     text,
    hull_type_id          integer not null,
    hull_group_id         integer,
    hull_category_id      integer,
    capsule               boolean not null,
    structure             boolean not null,
    damage_taken          bigint not null,
    attacker_count        integer not null,
    attackers             jsonb not null,
    isk                   numeric(20, 2),
    value_source          text not null,
    value_complete        boolean not null,
    source                text not null,
    received_at           timestamptz not null,
    projected_at          timestamptz not null default clock_timestamp()
);
create index killmail_recent on killmail (occurred_at desc, killmail_id desc);
create index killmail_recent_of_system on killmail (system_id, occurred_at desc, killmail_id desc);
create index killmail_recent_of_region on killmail (region_id, occurred_at desc, killmail_id desc);

-- One row a battle; from battle.events. version is the sequence number of the last event that changed it.
create table battle (
    battle_id             text primary key,
    system_id             integer not null,
    constellation_id      integer,
    region_id             integer,
    space_type            text not null,
    security_band         text,
    gap_seconds           integer not null,
    min_losses            integer not null,
    min_shared_parties    integer not null,
    opened_by_killmail_id bigint not null,
    kill_count            integer not null default 0,
    loss_count            integer not null default 0,
    pilot_count           integer not null default 0,
    isk_destroyed         numeric(24, 2) not null default 0,
    unvalued_kill_count   integer not null default 0,
    start_time            timestamptz,
    end_time              timestamptz,
    merged_into           text,
    version               bigint not null,
    updated_at            timestamptz not null default clock_timestamp()
);
-- Lists show battles that live and hold the losses their rule asks for (late killmails can turn a loss into none).
create index battle_activity on battle (end_time desc, battle_id desc)
    where merged_into is null and loss_count >= min_losses;
create index battle_system on battle (system_id, end_time desc);

-- Why each killmail is in its battle.
create table battle_killmail (
    killmail_id           bigint primary key,
    battle_id             text not null,
    occurred_at           timestamptz not null,
    victim_character_id   bigint,
    victim_corporation_id bigint,
    victim_alliance_id    bigint,
    victim_faction_id     bigint,
    victim_party_id       bigint,
    victim_party_kind     text,
    hull_type_id          integer not null,
    capsule               boolean not null,
    structure             boolean not null,
    damage_taken          bigint not null,
    attacker_count        integer not null,
    isk                   numeric(20, 2),
    value_source          text not null,
    linked_killmail_id    bigint not null,
    shared_party_id       bigint not null,
    shared_party_kind     text not null,
    gap_seconds           integer not null,
    received_at           timestamptz not null,
    projected_at          timestamptz not null default clock_timestamp()
);
create index battle_killmail_timeline on battle_killmail (battle_id, occurred_at, killmail_id);

-- One pilot is one row, whatever was flown. corporation, alliance and party are those of the latest mail (by time, then id),
-- which last_seen and last_killmail_id name, so that the order of delivery does not matter.
create table battle_participant (
    battle_id        text not null,
    character_id     bigint not null,
    corporation_id   bigint,
    alliance_id      bigint,
    party_id         bigint not null,
    party_kind       text not null,
    kills            integer not null,
    final_blows      integer not null,
    losses           integer not null,
    damage_done      bigint not null,
    isk_lost         numeric(20, 2) not null,
    first_seen       timestamptz not null,
    last_seen        timestamptz not null,
    last_killmail_id bigint not null,
    primary key (battle_id, character_id)
);

-- Every hull a pilot was seen in; hull 0 stands for an attacker without one on the mail.
create table battle_participant_hull (
    battle_id    text not null,
    character_id bigint not null,
    hull_type_id integer not null,
    kills        integer not null,
    losses       integer not null,
    primary key (battle_id, character_id, hull_type_id)
);

-- What battles can be filtered by: kind is alliance, corporation, character or ship.
create table battle_entity (
    kind      text not null,
    entity_id bigint not null,
    battle_id text not null,
    primary key (kind, entity_id, battle_id)
);
create index battle_entity_battle on battle_entity (battle_id);

-- Kafka may repeat an event at a higher offset, which no token catches: the last sequence handled per battle does.
create table aggregate_progress (
    processor     text not null,
    aggregate_id  text not null,
    last_sequence bigint not null,
    primary key (processor, aggregate_id)
);

-- How far each processor is, for freshness and /status; one row a processor, in the transaction of the rows. handled counts
-- the events that took effect, a repeated one not; created counts the battles opened or the killmails stored.
create table projection_progress (
    processor        text primary key,
    handled          bigint not null,
    created          bigint not null,
    last_occurred_at timestamptz,
    last_received_at timestamptz,
    updated_at       timestamptz not null default clock_timestamp()
);

-- What could not be handled anywhere in the pipeline, from the .dlt topics.
create table dead_letter (
    dead_letter_id bigint generated always as identity,
    stage          text not null,
    source         text not null,
    position       text not null,
    killmail_id    bigint,
    code           text not null,
    detail         text,
    payload        text,
    occurred_at    timestamptz not null,
    primary key (stage, source, position)
);
create index dead_letter_recent on dead_letter (dead_letter_id desc);
