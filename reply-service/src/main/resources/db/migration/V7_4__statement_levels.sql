-- A statement is approved level by level, as an answer is: whose turn it is, since when, and when it is handed on.

-- The unit that speaks for all cases of the incident, as of the submission: its approvers are asked.
alter table statements add column unit text;

create table statement_waits (
    statement_id  uuid primary key references statements,
    level         smallint not null,
    -- since when it waits for this level
    since         timestamptz not null,
    -- how often it was handed on
    hop           smallint not null,
    target_at     timestamptz,
    -- when it is handed on next; absent when nobody is left
    due_at        timestamptz
);
create index statement_waits_due on statement_waits (due_at) where due_at is not null;
create index statements_submitted on statements (agency, submitted_at) where state = 'submitted';
