-- Admins' acts on processors, from their acceptance to their end; also the outbox of what is told of them. body is the order. status:
-- running, done or refused. beside: other acts on the processor go on beside it (a rebuild, a dry run). An act that has not taken effect
-- by its deadline is refused. revision rises with each change; told is the revision that was told last.
create table processor_act (
    act_id      text primary key,
    processor   text not null,
    body        jsonb not null,
    beside      boolean not null,
    accepted_at timestamptz not null default clock_timestamp(),
    deadline    timestamptz not null,
    status      text not null,
    code        text,
    detail      text,
    figures     jsonb,
    before      jsonb,
    after       jsonb,
    decided_at  timestamptz,
    revision    bigint not null default 1,
    told        bigint not null default 0,
    told_at     timestamptz
);
-- one act at a time
create unique index processor_act_alone on processor_act (processor) where status = 'running' and not beside;
create index processor_act_running on processor_act (accepted_at) where status = 'running';
create index processor_act_untold on processor_act (accepted_at) where told < revision;

-- Where a replay began and where the topic ended then, as {"from": {partition: offset}, "to": {partition: offset}}, with the last offset
-- handled and the last there was; null once the processor has caught up.
alter table processor_control
    add column replay jsonb;

-- How what was acted on was, and is.
alter table act
    add column before jsonb,
    add column after  jsonb;

grant select on processor_act to battlescope_reader;
