-- Every killmail that was accepted, once. A second delivery of an id is known by this table.
create table killmail_reference (
    killmail_id bigint primary key,
    hash        text,
    system_id   integer     not null,
    occurred_at timestamptz not null,
    source      text        not null,
    received_at timestamptz not null
);

-- How far each feed was read, and what became of its payloads. Moved in one transaction with what it counts.
create table feed_cursor (
    feed        text primary key,
    number      bigint      not null,
    mark        bigint      not null,
    fingerprint text        not null,
    accepted    bigint      not null,
    duplicates  bigint      not null,
    quarantined bigint      not null,
    updated_at  timestamptz not null
);

-- What could not be a killmail. Reading the same line again finds it here.
create table quarantine (
    source      text        not null,
    position    bigint      not null,
    code        text        not null,
    detail      text        not null,
    killmail_id bigint,
    payload     text        not null,
    first_seen  timestamptz not null,
    primary key (source, position)
);
create index quarantine_by_code on quarantine (code, first_seen);
