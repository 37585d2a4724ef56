-- A projection that only tests know.
create table kill_count (
    system_id integer primary key,
    kills     bigint not null
);
create index kill_count_kills on kill_count (kills desc);
