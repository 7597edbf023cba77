-- What people say messages are: the rows that an agency's next model learns from. Nothing is kept of other messages.
create table corrections (
    message_id   uuid primary key,
    agency       text        not null,
    kind         text        not null,
    topic        text        not null,
    unit         text,
    -- personal data covered before it comes here
    text         text        not null,
    corrected_at timestamptz not null
);
create index corrections_newest on corrections (agency, corrected_at desc, message_id);
create index corrections_age on corrections (corrected_at);

comment on table corrections is 'Messages that people corrected, words covered, for as long as sigap.learning.retention says';

-- The models that were promoted: what each adds to the bundled one.
create table models (
    agency        text        not null,
    name          text        not null,
    base          text        not null,
    trained_at    timestamptz not null,
    corrections   integer     not null,
    learned_until timestamptz not null,
    trained_by    text        not null,
    before        text        not null,
    after         text        not null,
    weights       bytea       not null,
    primary key (agency, name)
);

comment on column models.base is 'The bundled model that it was trained on top of, and of no use without';

-- Which model reads an agency's messages; an agency without a row, or without a name, has the bundled one.
create table models_in_force (
    agency text primary key,
    name   text,
    since  timestamptz not null,
    set_by text        not null,
    foreign key (agency, name) references models (agency, name)
);

-- The last decision on an agency's model, with its figures, as JSON.
create table decisions (
    agency     text primary key,
    decision   text        not null,
    decided_at timestamptz not null
);
