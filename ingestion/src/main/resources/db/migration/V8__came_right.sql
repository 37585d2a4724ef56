-- Payloads that left quarantine as the same killmail, or the same number of the feed, came right: with them what became of all
-- payloads adds up. What an admin lets out is judged and counted anew instead.
alter table feed_cursor
    add column came_right bigint not null default 0;
