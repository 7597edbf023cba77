-- Every event that anybody was told of with a 2xx. The event's id is computed from channel, account, kind and the
-- channel's own id (and for an edit its time and words, for a receipt its stage): unique ids are unique messages.
create table inbox (
    seq          bigint generated always as identity primary key,
    event_id     uuid        not null,
    request_id   uuid,
    request_hash bytea,
    topic        text        not null,
    key          text        not null,
    headers      text        not null,
    value        bytea       not null,
    received_at  timestamptz not null default now(),
    published_at timestamptz,
    constraint inbox_event unique (event_id)
);

-- An Idempotency-Key of a client, as one id; webhooks have none.
create unique index inbox_request on inbox (request_id) where request_id is not null;

-- What the relay has still to publish, in order.
create index inbox_waiting on inbox (seq) where published_at is null;

comment on table inbox is 'Events taken from channels, and their way to Kafka';
comment on column inbox.request_hash is 'SHA-256 of the request that made the event: tells a repetition from a contradiction';

-- Rows change once, from waiting to published: vacuum early, so that the index of waiting rows stays small.
alter table inbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.2);

create table quarantine (
    id           uuid primary key,
    agency       text        not null,
    account      text        not null,
    channel      text        not null,
    reason       text        not null,
    field        text        not null,
    payload      bytea       not null,
    payload_hash bytea       not null,
    received_at  timestamptz not null,
    replayed_at  timestamptz,
    constraint quarantine_payload unique (account, payload_hash)
);

create index quarantine_by_agency on quarantine (agency, id desc);

comment on table quarantine is 'Items that could not be read, each as a delivery with this item alone';
