-- What admins want of a publisher, and which topic it has published to: a topic of the same name that was made anew is not the same.
create table publisher_control (
    processor text primary key,
    paused    boolean not null default false,
    topic_id  text
);

-- Acts of admins on publishers and archives, with how far they are. Positions are those of the store that is read. While leased_until
-- lies ahead, the worker named is at it; whoever finds it past may go on from after_position. before says in a word how what is acted on
-- was; told, whether the outcome is on its topic.
create table publishing_act (
    act_id         text primary key,
    processor      text not null,
    work           text not null,
    state          text not null check (state in ('running', 'done', 'refused')),
    after_position bigint not null default 0,
    last_position  bigint not null default 0,
    total          bigint not null default 0,
    published      bigint not null default 0,
    per_second     double precision,
    topic_id       text,
    before         text,
    started_at     timestamptz not null default clock_timestamp(),
    moved_at       timestamptz not null default clock_timestamp(),
    worker         text,
    leased_until   timestamptz,
    outcome        text,
    told           boolean not null default false
);
create unique index publishing_act_running on publishing_act (processor) where state = 'running';
create index publishing_act_untold on publishing_act (act_id) where not told;

-- Events lie in the order of their time, so that a summary of each range of blocks finds a range of time.
create index domain_event_time on domain_event_entry using brin (time_stamp) with (autosummarize = on);
