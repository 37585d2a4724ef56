-- What characters, corporations, alliances and factions are called; from entity.updated. name is that of the latest record (as_of),
-- ticker that of the latest record with one (ticker_as_of), so that the order of delivery does not matter.
create table entity (
    entity_id    bigint primary key,
    kind         text not null,
    name         text not null,
    as_of        timestamptz not null,
    ticker       text,
    ticker_as_of timestamptz
);

-- the default privileges of V3 hold for what the same role creates; another one may have run this
grant select on entity to battlescope_reader;
