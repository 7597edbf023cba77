-- Who an answer waits for, what its text was before, and what was said last in public.

-- A submitted answer waits for an approval. Written when it is submitted, and again for each level; a line of an answer
-- that is submitted no more counts for nothing, and goes when its time has come.
create table approval_waits (
    reply_id      uuid primary key,
    case_id       uuid not null,
    agency        text not null,
    level         smallint not null,
    -- since when it waits for this level
    since         timestamptz not null,
    -- how often it was handed on
    hop           smallint not null,
    target_at     timestamptz,
    -- when it is handed on next; absent when nobody is left
    due_at        timestamptz,
    -- the approver who changed the text and whose approval counts once the author has confirmed it
    editor        text
);
create index approval_waits_due on approval_waits (due_at) where due_at is not null;
-- The queue of approvals.
create index replies_submitted on replies (agency, submitted_at, reply_id) where state = 'submitted';

-- What an answer said before a person changed it.
create table reply_versions (
    reply_id    uuid not null,
    version     integer not null,
    body        text not null,
    text_hash   text not null,
    written_by  text,
    until       timestamptz not null,
    changed_by  text not null,
    primary key (reply_id, version)
);

-- The last replies of an account, for the check that public ones are no twins.
create index replies_recent on replies (account, accepted_at desc) where accepted_at is not null;
