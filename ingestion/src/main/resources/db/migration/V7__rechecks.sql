-- Numbers of a live feed that are asked for again: files that came damaged, or were rewritten, so that what came may be the former one.
-- Written in the transaction that moves the cursor past them, and changed in the one that books what came of it.
create table feed_recheck (
    feed   text        not null,
    number bigint      not null,
    reason text        not null,
    tries  integer     not null,
    since  timestamptz not null,
    due_at timestamptz not null,
    primary key (feed, number)
);
create index feed_recheck_due on feed_recheck (feed, due_at);
