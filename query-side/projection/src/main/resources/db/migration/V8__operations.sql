-- Versions of what a processor keeps. The tables of version 1 lie in schema public, those of a rebuilt one in a schema of its own, where
-- they have the same names: readers and writers name the schemas they mean in their search_path. layout is the version of the columns.
-- state: building (not answering yet), living (answers come from it), kept (for a rollback), dropping.
create table projection_version (
    processor   text not null,
    version     integer not null,
    schema_name text not null,
    layout      integer not null,
    state       text not null,
    created_at  timestamptz not null default clock_timestamp(),
    primary key (processor, version)
);
create unique index projection_version_living on projection_version (processor) where state = 'living';

-- What admins want of a version, and what an act at work needs. token_name is the processor's name in token_entry. While held_by names an
-- act, no instance runs it; paused is what remains when no act is at work.
create table processor_control (
    token_name text primary key,
    processor  text not null,
    paused     boolean not null default false,
    held_by    text
);

-- Several versions of one projection count for themselves.
alter table projection_progress
    add column schema_name text not null default 'public';
alter table projection_progress
    drop constraint projection_progress_pkey,
    add primary key (processor, schema_name);

grant select on all tables in schema public to battlescope_reader;
