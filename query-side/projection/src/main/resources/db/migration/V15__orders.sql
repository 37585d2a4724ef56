-- What was asked for under an act's id, as a digest of the order that came first: asking for something else under the same id is refused.
create table act_order (
    act_id   text primary key,
    asked_of text not null,
    digest   text not null
);

grant select on act_order to battlescope_reader;
