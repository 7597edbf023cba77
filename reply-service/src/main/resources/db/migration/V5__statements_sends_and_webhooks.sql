-- One answer for many; the depth of sending; what other systems are told.

-- The cases of an incident, in the order in which everybody locks cases.
create index cases_incident on cases (agency, incident, conversation_id) where incident is not null;

-- One text for all citizens of an incident, approved once.
create table statements (
    statement_id  uuid primary key,
    version       integer not null default 0,
    agency        text not null,
    incident      text not null,
    -- waiting: whoever waits for an answer; answered: whoever had one, e.g. that the trains run again
    audience      text not null,
    state         text not null,
    body          text not null,
    text_hash     text not null,
    release       text not null,
    written_by    text not null,
    written_at    timestamptz not null,
    submitted_by  text,
    submitted_at  timestamptz,
    -- the last approval; cases opened later are offered the text as a draft instead
    released_at   timestamptz,
    -- when every case had its reply; absent while replies are still being written
    spread_at     timestamptz,
    -- whether later messages of the incident are drafted with it
    offered       boolean not null default true,
    ended_by      text,
    ended_at      timestamptz
);
create index statements_incident on statements (agency, incident, written_at desc);
create index statements_spreading on statements (released_at) where state = 'released' and spread_at is null;
create index statements_offered on statements (agency, incident, released_at desc)
    where offered and state in ('released', 'paused');

-- Approvals of a statement, each bound to exactly one text.
create table statement_approvals (
    approval_id   uuid primary key,
    statement_id  uuid not null references statements,
    level         smallint not null,
    text_hash     text not null,
    submitted_at  timestamptz not null,
    decided_at    timestamptz not null,
    decided_by    text not null,
    voided_at     timestamptz
);
create unique index statement_approvals_level on statement_approvals (statement_id, level) where voided_at is null;
create unique index statement_approvals_person on statement_approvals (statement_id, decided_by) where voided_at is null;

-- What a statement became for each case: a reply, or the reason why there is none. Once per case, whoever is killed when.
create table statement_cases (
    statement_id   uuid not null references statements,
    case_id        uuid not null,
    reply_id       uuid,
    skipped        text,
    -- what was approved, what its slots were filled with, and what came of it
    template_hash  text,
    slots          text,
    rendered_hash  text,
    primary key (statement_id, case_id)
);
create unique index statement_cases_reply on statement_cases (reply_id) where reply_id is not null;

-- A released reply that must not go out for now, because its statement is paused.
alter table replies add column held boolean not null default false;
drop index replies_due;
create index replies_due on replies (account, urgency desc, send_after, reply_id) where state = 'queued' and not held;
create index replies_in_flight on replies (account) where state = 'sending';

-- When a reply is to go out, where a person named a time.
create table scheduled_sends (
    reply_id  uuid primary key,
    send_at   timestamptz not null,
    set_by    text not null,
    set_at    timestamptz not null
);

-- Sent answers that somebody wants back from the channel.
create table withdrawals (
    reply_id    uuid primary key,
    asked_by    text not null,
    asked_at    timestamptz not null,
    reason      text,
    -- asked, done, refused, unknown
    state       text not null,
    code        text,
    decided_at  timestamptz
);

-- Other systems that are told of cases.
create table webhook_endpoints (
    endpoint_id  uuid primary key,
    version      integer not null default 0,
    agency       text not null,
    url          text not null,
    description  text,
    -- all types when empty
    types        text[] not null,
    -- whether it is told what citizens wrote and were answered
    with_words   boolean not null,
    active       boolean not null,
    stopped      text,
    created_by   text not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null
);
create index webhook_endpoints_agency on webhook_endpoints (agency, endpoint_id);

create table webhook_secrets (
    secret_id    uuid primary key,
    endpoint_id  uuid not null references webhook_endpoints on delete cascade,
    secret       text not null,
    created_at   timestamptz not null,
    -- a secret that was replaced signs beside the new one until then
    expires_at   timestamptz
);
create index webhook_secrets_endpoint on webhook_secrets (endpoint_id);

-- One event on its way to one endpoint.
create table webhook_deliveries (
    id            uuid primary key,
    endpoint_id   uuid not null references webhook_endpoints on delete cascade,
    -- the id that the receiver sees, the same in every attempt and replay
    event_id      text not null,
    type          text not null,
    payload       text not null,
    -- waiting, delivered, failed
    state         text not null,
    attempts      integer not null default 0,
    created_at    timestamptz not null,
    next_at       timestamptz,
    give_up_at    timestamptz not null,
    delivered_at  timestamptz
);
create unique index webhook_deliveries_once on webhook_deliveries (endpoint_id, event_id);
create index webhook_deliveries_due on webhook_deliveries (endpoint_id, next_at) where state = 'waiting';
create index webhook_deliveries_log on webhook_deliveries (endpoint_id, id desc);

create table webhook_attempts (
    attempt_id   bigint generated always as identity primary key,
    delivery_id  uuid not null references webhook_deliveries on delete cascade,
    at           timestamptz not null,
    -- absent when there was no answer
    status       integer,
    outcome      text not null,
    millis       integer not null
);
create index webhook_attempts_delivery on webhook_attempts (delivery_id);
