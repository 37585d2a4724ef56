-- What a killmail was last said to be worth, and when that was said anew. The same value again is a duplicate, another one a
-- revaluation. No value: nobody has said, or the killmail was accepted before this was kept.
alter table killmail_reference
    add column isk         numeric(24, 2),
    add column revalued_at timestamptz;

-- Killmails that were known and came with another value.
alter table feed_cursor add column revalued bigint not null default 0;
