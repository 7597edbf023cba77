-- A statement is changed in place by its approver and sent back with a reason, as an answer is.

-- Who sent it back last, why and when; absent once it is put forward again.
alter table statements add column returned_by text, add column returned_reason text, add column returned_at timestamptz;

-- The approver whose change the author may agree to; absent when nobody changed it in place, or the directory asks for
-- another approver.
alter table statement_waits add column editor text;

-- What a statement said before somebody changed it.
create table statement_versions (
    statement_id  uuid not null references statements,
    version       integer not null,
    body          text not null,
    written_by    text not null,
    written_at    timestamptz not null,
    primary key (statement_id, version)
);
