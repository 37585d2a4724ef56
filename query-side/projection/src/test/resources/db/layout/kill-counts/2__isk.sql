alter table kill_count
    add column isk numeric(24, 2) not null default 0;
alter index kill_count_kills rename to kill_count_by_kills;
