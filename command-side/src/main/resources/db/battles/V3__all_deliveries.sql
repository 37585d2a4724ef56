-- Deliveries of a killmail that say something else than the one in force: its value, its labels or how it came to us. Together with that
-- one they say all that was ever said of the killmail, so that killmail.enriched can be published again.
create table killmail_repeat (
    killmail_id bigint not null,
    digest      bytea not null,
    payload     bytea not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (killmail_id, digest)
);

-- When something else was last said of it; null while nothing was.
alter table killmail add column changed_at timestamptz;
create index killmail_changed on killmail (changed_at) where changed_at is not null;
create index killmail_recorded on killmail using brin (recorded_at) with (autosummarize = on);
