-- What people at the desk keep for themselves.

-- An answer as it is being typed: it outlives a reload and follows its writer to another device.
create table typed_texts (
    case_id   uuid not null references cases,
    person    text not null,
    body      text not null,
    -- rises with every save: what another device saved meanwhile is not overwritten unseen
    version   integer not null,
    saved_at  timestamptz not null,
    primary key (case_id, person)
);
create index typed_texts_old on typed_texts (saved_at);

-- Filters of the queue under a name of one's own.
create table saved_views (
    view_id   uuid primary key,
    person    text not null,
    name      text not null,
    query     text not null,
    saved_at  timestamptz not null,
    unique (person, name)
);

-- What was done to many cases at once, with what each was before, to take it back.
create table bulk_acts (
    bulk_id    uuid primary key,
    person     text not null,
    act        text not null,
    done       jsonb not null,
    refused    integer not null,
    at         timestamptz not null,
    undone_at  timestamptz
);
create index bulk_acts_old on bulk_acts (at);

-- What waits for an approval, in the queue's order.
create index replies_submitted_urgent on replies (agency, urgency desc, submitted_at) where state = 'submitted';
