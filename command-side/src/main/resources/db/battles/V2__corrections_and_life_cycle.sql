-- Every battle that ever was, living or not: what re-clustering and the life cycle have to know of it without asking the battle.
create table battle (
    battle_id          text primary key,
    system_id          integer not null,
    -- the killmail that opened it; null for battles of before this table
    opened_by          bigint,
    merged_into        text,
    gap_seconds        integer,
    min_losses         integer,
    min_shared_parties integer,
    -- seconds since 1970, UTC
    last_kill_at       bigint not null,
    ended              boolean not null default false
);
create index battle_open on battle (last_kill_at) where not ended and merged_into is null;
create index battle_ended on battle (last_kill_at) where ended and merged_into is null;
create index battle_opener on battle (opened_by) where merged_into is not null;

insert into battle (battle_id, system_id, last_kill_at)
select c.battle_id, c.system_id, max(p.occurred_at)
from cluster c join placement p using (cluster_id) where c.battle_id is not null
group by c.battle_id, c.system_id;

-- How far the feed is: the latest kill that each partition has brought (seconds since 1970, UTC).
create table feed_time (
    partition_id integer primary key,
    latest       bigint not null
);

-- Corrections of admins that are in force, with the battle that they belong to now. The battles' events are the source; this is
-- what placing and re-clustering read. linkage says what the act means for links, if anything.
create table overlay_act (
    act_id      text not null,
    battle_id   text not null,
    system_id   integer not null,
    entry       text not null,
    linkage     text check (linkage in ('timeCut', 'partyCut', 'moved', 'joined')),
    from_at     bigint,
    to_at       bigint,
    parties     bigint[],
    killmail_id bigint,
    partner_id  bigint,
    asked_at    timestamptz not null,
    primary key (battle_id, act_id)
);
create index overlay_act_linkage on overlay_act (system_id) where linkage is not null;
create index overlay_act_killmail on overlay_act (killmail_id);

-- What came of each act, so that one that is delivered again is answered again and not done again.
create table act_outcome (
    act_id  text not null,
    part    integer not null,
    outcome text not null,
    primary key (act_id, part)
);

-- Re-clusterings that are under way, with how far they are.
create table recluster_job (
    act_id       text not null,
    part         integer not null,
    partition_id integer not null,
    work         text not null,
    after_system integer not null default 0,
    figures      text not null,
    primary key (act_id, part)
);

create index cluster_battle on cluster (battle_id) where battle_id is not null;
create index cluster_system on cluster (system_id);
