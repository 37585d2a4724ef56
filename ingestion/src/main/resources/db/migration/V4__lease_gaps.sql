-- Which instance is at work. Times are the database's own; the epoch rises whenever the lease goes to another instance.
create table lease (
    name       text primary key,
    owner      text        not null,
    epoch      bigint      not null,
    expires_at timestamptz not null
);

-- Ranges of a live feed that could not be read any more, both ends inclusive. Written when the cursor moves past them.
create table feed_gap (
    feed           text        not null,
    first_sequence bigint      not null,
    last_sequence  bigint      not null,
    version        bigint      not null,
    status         text        not null,
    not_before     timestamptz,
    not_after      timestamptz,
    noticed_at     timestamptz not null,
    job_id         text,
    filled_at      timestamptz,
    primary key (feed, first_sequence)
);
create index feed_gap_open on feed_gap (noticed_at) where status = 'OPEN';

-- Hosts that have sent us away, and until when nobody asks them.
create table host_ban (
    host         text primary key,
    banned_until timestamptz not null,
    noticed_at   timestamptz not null
);
