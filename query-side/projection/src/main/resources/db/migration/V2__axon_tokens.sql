-- Axon's token store: which segment of which processor has handled what, and who holds the claim. The token is bytea, never a
-- large object (oid): those are not removed with their row and pile up with every update.
create table token_entry (
    processor_name text not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    "timestamp"    text not null,
    owner          text,
    primary key (processor_name, segment)
);
