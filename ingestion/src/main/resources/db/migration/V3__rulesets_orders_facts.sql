-- What ingestion tells of itself: the whole state of each key, and which of its versions the broker has.
create table feed_fact (
    key               text   primary key,
    version           bigint not null,
    body              text   not null,
    published_version bigint
);
create index feed_fact_unpublished on feed_fact (key) where published_version is distinct from version;

-- Each act of an admin that was decided, once. Without an outcome only within the transaction that decides it.
create table feed_act (
    act_id     text primary key,
    decided_at timestamptz not null,
    outcome    text
);

-- Rulesets in the order they were put in force; the highest number holds.
create table ruleset_version (
    number     integer     primary key,
    ruleset    text        not null,
    actor      text        not null,
    reason     text        not null,
    act_id     text,
    adopted_at timestamptz not null
);

-- Killmails that stand refused by a ruleset. One that is accepted after all leaves.
create table killmail_refusal (
    killmail_id    bigint      primary key,
    occurred_at    timestamptz not null,
    code           text        not null,
    ruleset_number integer     not null,
    refused_at     timestamptz not null
);
create index killmail_refusal_by_time on killmail_refusal (occurred_at);

-- What rulesets look at, of each killmail that was judged lately. Kept for previews, and forgotten after two days.
create table screened_killmail (
    killmail_id  bigint      primary key,
    seen_at      timestamptz not null,
    occurred_at  timestamptz not null,
    system_id    integer     not null,
    isk          numeric(24, 2),
    alliances    bigint[]    not null,
    corporations bigint[]    not null,
    characters   bigint[]    not null
);
create index screened_killmail_by_time on screened_killmail using brin (seen_at);

-- A payload that passed after all stays for the record. The act says who had it judged last.
alter table quarantine
    add column released_at timestamptz,
    add column judged_by   text;
