-- Cases, what citizens wrote in them, the answers and their way to the channel.

-- The unit of work that a conversation opens. At most one of a conversation is open.
create table cases (
    case_id          uuid primary key,
    version          integer not null default 0,
    number           text not null,
    agency           text not null,
    account          text not null,
    channel          text not null,
    conversation_id  uuid not null,
    thread_key       text not null,
    visibility       text not null,
    citizen          text,
    state            text not null,
    kind             text not null,
    confidence       double precision not null,
    topic            text not null,
    unit             text not null,
    -- 0 low, 1 normal, 2 high, 3 critical: so that an index can put the urgent first
    urgency          smallint not null,
    intensity        double precision not null,
    personal_data    boolean not null,
    missing          text[] not null,
    incident         text,
    -- who routed it last; absent when a rule did. What a person decided, a rule leaves alone
    routed_by        text,
    -- the messages of the turn that waits, in order; empty when nothing waits
    turn             uuid[] not null,
    waiting_since    timestamptz,
    respond_by       timestamptz not null,
    last_message_id  uuid not null,
    last_message_at  timestamptz not null,
    answered_at      timestamptz,
    assignee         text,
    opened_at        timestamptz not null,
    changed_at       timestamptz not null,
    closed_at        timestamptz,
    disposition      text
);
create unique index cases_one_open on cases (conversation_id) where state <> 'closed';
create index cases_ended on cases (conversation_id, opened_at desc) where state = 'closed';
create unique index cases_number on cases (agency, number);
-- The queue: the urgent first, then by when the answer is due.
create index cases_queue on cases (agency, urgency desc, respond_by, case_id) where state <> 'closed';
create index cases_closed on cases (agency, urgency desc, respond_by, case_id) where state = 'closed';

-- What citizens wrote, with what triage understood.
create table messages (
    message_id       uuid primary key,
    -- absent when the message is excluded (spam)
    case_id          uuid,
    agency           text not null,
    conversation_id  uuid not null,
    external_id      text not null,
    -- turn (waits or waited for an answer), no-answer (thanks), excluded (spam)
    part             text not null,
    body             text not null,
    attachments      text,
    triage           text not null,
    kind             text not null,
    sent_at          timestamptz not null,
    received_at      timestamptz not null,
    triaged_at       timestamptz not null,
    answered_by      uuid,
    edited_at        timestamptz,
    withdrawn_at     timestamptz
);
create index messages_case on messages (case_id, sent_at);
create index messages_conversation on messages (conversation_id, sent_at);

-- What a message said before its citizen changed it.
create table message_versions (
    message_id  uuid not null,
    body        text not null,
    until       timestamptz not null,
    primary key (message_id, until)
);

-- Changes that overtook their message: the topics are read independently of each other.
create table early_changes (
    message_id    uuid primary key,
    body          text,
    edited_at     timestamptz,
    withdrawn_at  timestamptz,
    noted_at      timestamptz not null
);

-- Answers: proposed, under approval, on their way, sent.
create table replies (
    reply_id             uuid primary key,
    version              integer not null default 0,
    -- no foreign key: a batch inserts thousands of cases and replies together, in one transaction
    case_id              uuid not null,
    agency               text not null,
    account              text not null,
    channel              text not null,
    state                text not null,
    body                 text not null,
    text_hash            text not null,
    -- who wrote the text: absent when it is the system's own and unchanged
    written_by           text,
    release              text not null,
    drafted_at           timestamptz not null,
    submitted_by         text,
    submitted_at         timestamptz,
    -- released without a person, under the agency's policy
    automatic            boolean not null default false,
    queued_at            timestamptz,
    send_after           timestamptz,
    urgency              smallint not null,
    attempt_id           uuid,
    attempts             integer not null default 0,
    instance             uuid,
    lease_until          timestamptz,
    answers              uuid[] not null default '{}',
    accepted_at          timestamptz,
    external_id          text,
    failure              text,
    failure_code         text,
    failed_at            timestamptz,
    delivery_status      text,
    delivery_at          timestamptz
);
-- One answer of a case is in the making or waits to be sent.
create unique index replies_one_open on replies (case_id) where state in ('draft', 'submitted', 'queued');
create index replies_case on replies (case_id);
create index replies_due on replies (account, urgency desc, send_after, reply_id) where state = 'queued';
create index replies_sending on replies (lease_until) where state = 'sending';
create index replies_stuck on replies (agency, failed_at) where state in ('unknown', 'failed');
create index replies_external on replies (account, external_id) where external_id is not null;

-- Approvals, each bound to exactly one text.
create table approvals (
    approval_id   uuid primary key,
    reply_id      uuid not null references replies,
    level         smallint not null,
    text_hash     text not null,
    submitted_at  timestamptz not null,
    decided_at    timestamptz not null,
    decided_by    text not null,
    voided_at     timestamptz
);
create unique index approvals_level on approvals (reply_id, level) where voided_at is null;
create unique index approvals_person on approvals (reply_id, decided_by) where voided_at is null;

-- What people did to a case, and what became of its answers; only ever added to.
create table history (
    history_id  bigint generated always as identity primary key,
    case_id     uuid not null references cases,
    at          timestamptz not null,
    act         text not null,
    done_by     text,
    detail      text
);
create index history_case on history (case_id, history_id);

create table templates (
    template_id  uuid primary key,
    version      integer not null default 0,
    agency       text not null,
    name         text not null,
    kind         text,
    topic        text,
    body         text not null,
    changed_by   text not null,
    changed_at   timestamptz not null
);
create unique index templates_name on templates (agency, name);

-- The last case number of an agency's year.
create table case_numbers (
    agency  text not null,
    year    integer not null,
    last    bigint not null,
    primary key (agency, year)
);

-- How fast an account may send, over all instances, and until when it must not.
create table account_pace (
    account       text primary key,
    tokens        double precision not null,
    refilled_at   timestamptz not null,
    paused_until  timestamptz,
    pause_reason  text,
    failures      integer not null default 0
);

-- Events that wait for Kafka; written in the transaction of what they tell of.
create table outbox (
    seq           bigint generated always as identity primary key,
    topic         text not null,
    key           text not null,
    headers       text not null,
    value         bytea not null,
    published_at  timestamptz
);
create index outbox_waiting on outbox (seq) where published_at is null;
