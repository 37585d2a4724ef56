-- Events that could not be handled, and those that have to wait for them, by processor (its name in token_entry) and sequence. A letter is
-- the record as it was read. letter_key is the event's number in its sequence, or partition.offset where it has none: the same event
-- published again takes the place of the one that is parked. placed_at is the offset it was first seen at and gives the order;
-- record_offset is that of what is kept. waits_for is null where it failed itself; last_act is the latest act that tried it in vain.
create table parked_letter (
    letter_id       bigint generated always as identity primary key,
    token_name      text not null,
    sequence        text not null,
    letter_key      text not null,
    number          bigint,
    topic           text not null,
    partition       integer not null,
    placed_at       bigint not null,
    record_offset   bigint not null,
    record_time     bigint not null,
    record_key      text,
    header_names    text[] not null,
    header_values   bytea[] not null,
    payload_type    text not null,
    payload         bytea,
    cause           text not null,
    waits_for       text,
    attempts        integer not null,
    parked_at       timestamptz not null default clock_timestamp(),
    last_attempt_at timestamptz not null default clock_timestamp(),
    last_act        text,
    unique (token_name, sequence, letter_key)
);

-- What parked sequences are about: an event that is about any of it waits too.
create table parked_touch (
    token_name text not null,
    touched    text not null,
    sequence   text not null,
    primary key (token_name, touched, sequence)
);
create index parked_touch_sequence on parked_touch (token_name, sequence);

-- What an act that tries letters again has come to so far; gone when it has ended.
create table parked_retry (
    act_id  text primary key,
    retried bigint not null
);

-- Letters of the pipeline that an admin threw away stay here, but in no list.
alter table dead_letter
    add column evicted_at   timestamptz,
    add column evicted_by   text,
    add column evict_reason text;
create index dead_letter_kept on dead_letter (occurred_at desc, dead_letter_id desc) where evicted_at is null;

grant select on parked_letter, parked_touch to battlescope_reader;
