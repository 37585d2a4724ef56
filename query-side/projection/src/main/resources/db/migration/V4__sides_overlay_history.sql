-- Sides, admins' corrections and history. Rows written before lack what the new tables need, so battles are built anew from
-- their topic: without tokens the processor starts at the beginning.
truncate battle, battle_killmail, battle_participant, battle_participant_hull, battle_entity;
delete from aggregate_progress where processor = 'battles';
delete from projection_progress where processor = 'battles';
delete from token_entry where processor_name = 'battles';

-- status: ongoing or ended. title: that of the latest act in force that sets one.
alter table battle
    add column status     text not null default 'ongoing',
    add column title      text,
    add column side_count integer not null default 0;

-- No party is shared with the killmail that an admin put a killmail to.
alter table battle_killmail
    alter column shared_party_id drop not null,
    alter column shared_party_kind drop not null;

-- What a pilot lost, beside the pilot.
create index battle_killmail_victim on battle_killmail (battle_id, victim_character_id);

-- A hull was fielded max(1, losses + (1 if last_attack_at > last_loss_at)) times: whoever shoots after a loss sits in another one.
alter table battle_participant_hull
    add column last_attack_at timestamptz,
    add column last_loss_at   timestamptz;

-- What never changes about a killmail that was ever in a battle: written once, and kept when the killmail leaves its battle, so
-- that figures can be counted anew and a battle be shown as it was. victim and attackers are those of the message; fields that
-- are missing, false or 0 are left out of the attackers.
create table battle_mail (
    killmail_id      bigint primary key,
    occurred_at      timestamptz not null,
    received_at      timestamptz not null,
    victim           jsonb not null,
    attackers        jsonb not null,
    hull_group_id    integer,
    hull_category_id integer
);

-- Where each party stands; side_id is null for a party that no side can be told for.
create table battle_side (
    battle_id  text not null,
    party_id   bigint not null,
    party_kind text not null,
    side_id    integer,
    pinned     boolean not null,
    primary key (battle_id, party_id)
);

-- Who fought whom, who with whom: sums over the killmails of the battle. low < high, but low = high for fire within a party; low 0
-- stands for victims that are no party.
create table battle_pair (
    battle_id      text not null,
    low            bigint not null,
    high           bigint not null,
    kills_by_low   integer not null,
    kills_by_high  integer not null,
    mails_by_low   integer not null,
    mails_by_high  integer not null,
    isk_by_low     numeric(24, 2) not null,
    isk_by_high    numeric(24, 2) not null,
    hostility      bigint not null,
    mails_together integer not null,
    attraction     bigint not null,
    primary key (battle_id, low, high)
);

-- How a battle came to be, event by event; at is the time of the event (our clock, UTC). Kept when a battle goes into another one.
create table battle_history (
    battle_id text not null,
    sequence  bigint not null,
    at        timestamptz not null,
    kind      text not null,
    data      jsonb not null,
    primary key (battle_id, sequence)
);

-- Admins' acts on a battle; those with undone_by are not in force any more. at is when the act was asked for.
create table battle_overlay (
    battle_id text not null,
    act_id    text not null,
    actor     text not null,
    reason    text not null,
    at        timestamptz not null,
    act       jsonb not null,
    undone_by text,
    primary key (battle_id, act_id)
);

-- What admins asked for and what came of it: pending, done or refused. An act over all systems has several parts.
create table act (
    act_id       text not null,
    part         integer not null,
    parts        integer not null,
    what         text not null,
    target       text not null,
    actor        text not null,
    reason       text,
    requested_at timestamptz not null,
    decided_at   timestamptz,
    status       text not null,
    code         text,
    detail       text,
    figures      jsonb,
    primary key (act_id, part)
);
create index act_recent on act (requested_at desc, act_id desc);

-- the default privileges of V3 hold for what the same role creates; another one may have run this
grant select on all tables in schema public to battlescope_reader;
