-- The life of cases: who has them and for how long, what was passed on, joined and rated, and the record of every act.

alter table cases
    -- the channel's own id of the citizen; absent in cases from before it was kept
    add column citizen_id      text,
    -- when a case that was laid aside comes back by itself
    add column snoozed_until   timestamptz,
    -- the office outside that has the matter, until it has answered
    add column transferred_to  text;

-- One contact of a citizen: a telephone number is the same on every channel that has verified it (WhatsApp, SMS); any
-- other identity is the channel's own.
create function contact_of(channel text, identity text) returns text language sql immutable as $$
    select case when channel in ('whatsapp', 'sms') then 'phone:' || regexp_replace(identity, '\D', '', 'g')
        else channel || ':' || identity end
$$;
create index cases_contact on cases (agency, contact_of(channel, citizen_id)) where citizen_id is not null;
create index cases_snoozed on cases (snoozed_until) where state = 'snoozed';
-- What time alone moves on.
create index cases_resting on cases (changed_at) where state in ('answered', 'waiting-for-citizen', 'resolved');

-- What waits for us: not what is answered, waits for its citizen, is resolved, or was laid aside.
drop index cases_waiting;
create index cases_waiting on cases (agency, urgency desc, respond_by, case_id)
    where state not in ('answered', 'waiting-for-citizen', 'resolved', 'snoozed', 'closed');
create index cases_unassigned on cases (agency, urgency desc, respond_by, case_id)
    where assignee is null and state in ('new', 'drafting', 'needs-attention');
create index cases_assigned on cases (agency, assignee)
    where assignee is not null
      and state not in ('answered', 'waiting-for-citizen', 'resolved', 'snoozed', 'closed');

-- What citizens wrote, as Indonesian words. The index follows by itself; nothing else is kept.
create index messages_words on messages using gin (to_tsvector('indonesian', body));

-- Who had a case, from when to when. The hop before the first row is the case's first unit, since its opening.
create table case_hops (
    hop_id    bigint generated always as identity primary key,
    case_id   uuid not null,
    unit      text not null,
    assignee  text,
    from_at   timestamptz not null,
    until_at  timestamptz
);
create index case_hops_case on case_hops (case_id, hop_id);
create unique index case_hops_open on case_hops (case_id) where until_at is null;

-- Whoever moves a case, people, rules or timers, in many statements: none of them can forget the hop.
create function note_hop() returns trigger language plpgsql as $$
begin
    update case_hops set until_at = new.changed_at where case_id = new.case_id and until_at is null;
    if not found then
        insert into case_hops (case_id, unit, assignee, from_at, until_at)
        values (new.case_id, old.unit, old.assignee, old.opened_at, new.changed_at);
    end if;
    insert into case_hops (case_id, unit, assignee, from_at)
    values (new.case_id, new.unit, new.assignee, new.changed_at);
    return null;
end $$;
create trigger cases_hops after update of unit, assignee on cases for each row
    when (old.unit is distinct from new.unit or old.assignee is distinct from new.assignee)
    execute function note_hop();

-- Who said that they are at work, for which agency, and what they can take.
create table duty (
    agency         text not null,
    person         text not null,
    available      boolean not null,
    capacity       integer not null check (capacity between 0 and 1000),
    -- empty: all
    units          text[] not null,
    topics         text[] not null,
    languages      text[] not null,
    channels       text[] not null,
    since          timestamptz not null,
    last_assigned  timestamptz,
    primary key (agency, person)
);
create index duty_available on duty (agency) where available;

-- Matters that another office outside must settle, and what came of it.
create table case_transfers (
    transfer_id  uuid primary key,
    case_id      uuid not null references cases,
    agency       text not null,
    office       text not null,
    recipient    text not null,
    reason       text not null,
    sent_by      text not null,
    sent_at      timestamptz not null,
    answer       text,
    answered_by  text,
    answered_at  timestamptz
);
create index case_transfers_case on case_transfers (case_id, sent_at);

-- Cases that live on in another one: later messages of the conversation go there while it is open.
create table case_merges (
    merged           uuid primary key references cases,
    into_case        uuid not null references cases,
    agency           text not null,
    conversation_id  uuid not null,
    account          text not null,
    channel          text not null,
    merged_by        text not null,
    merged_at        timestamptz not null,
    check (merged <> into_case)
);
create index case_merges_conversation on case_merges (conversation_id, merged_at desc);
create index case_merges_into on case_merges (into_case);

-- Who was named in a note.
create table mentions (
    mention_id  uuid primary key,
    agency      text not null,
    person      text not null,
    case_id     uuid not null references cases,
    said_by     text not null,
    said_at     timestamptz not null,
    note        text not null,
    read_at     timestamptz
);
create index mentions_person on mentions (person, mention_id desc);

-- Who looks at a case or types in it now. Worth nothing after a restart, so not logged.
create unlogged table case_presence (
    case_id   uuid not null,
    person    text not null,
    agency    text not null,
    doing     text not null,
    until_at  timestamptz not null,
    primary key (case_id, person)
);
create index case_presence_until on case_presence (until_at);

-- Contacts that a person found to be one citizen's. Never across agencies.
create table citizen_links (
    agency      text not null,
    contact     text not null,
    citizen     uuid not null,
    linked_by   text not null,
    linked_at   timestamptz not null,
    primary key (agency, contact)
);
create index citizen_links_citizen on citizen_links (agency, citizen);

-- What citizens thought of it: once for every closing.
create table case_ratings (
    case_id    uuid not null references cases,
    agency     text not null,
    closed_at  timestamptz not null,
    rating     smallint not null check (rating between 1 and 5),
    comment    text,
    rated_at   timestamptz not null,
    primary key (case_id, closed_at)
);

-- Answers to requests that bore an Idempotency-Key, for whoever repeats them.
create table idempotency_keys (
    id           uuid primary key,
    person       text not null,
    key          text not null,
    fingerprint  text not null,
    begun_at     timestamptz not null,
    status       smallint,
    headers      text,
    body         text
);
create unique index idempotency_keys_key on idempotency_keys (person, key);

-- The record of every act. Nothing in it is ever changed or removed.
create table audit (
    audit_id     bigint generated always as identity primary key,
    agency       text not null,
    at           timestamptz not null,
    recorded_at  timestamptz not null,
    act          text not null,
    done_by      text,
    case_id      uuid,
    detail       text
);
create index audit_agency on audit (agency, audit_id);

-- What is not in the chain yet.
create table audit_waiting (
    audit_id  bigint primary key,
    agency    text not null
);

-- The chain: one link per row, in the order of sealing, each over the one before. One chain per agency.
create table audit_chain (
    agency    text not null,
    seq       bigint not null,
    audit_id  bigint not null,
    hash      bytea not null,
    primary key (agency, seq)
);
create unique index audit_chain_row on audit_chain (audit_id);

-- The last link of each chain: what was cut off at the end is missed here.
create table audit_heads (
    agency     text primary key,
    seq        bigint not null,
    hash       bytea not null,
    sealed_at  timestamptz not null
);

-- Records an act in the transaction of the act. Whoever changes something that is no case calls it as well.
create function record_act(
    of_agency text, happened_at timestamptz, what text, who text, of_case uuid, about text)
returns void language sql as $$
    with kept as (
        insert into audit (agency, at, recorded_at, act, done_by, case_id, detail)
        values (of_agency, happened_at, clock_timestamp(), what, who, of_case, about)
        returning audit_id, agency)
    insert into audit_waiting select audit_id, agency from kept;
$$;

create function record_history() returns trigger language plpgsql as $$
begin
    with kept as (
        insert into audit (agency, at, recorded_at, act, done_by, case_id, detail)
        select c.agency, h.at, clock_timestamp(), h.act, h.done_by, h.case_id, h.detail
        from added h join cases c on c.case_id = h.case_id order by h.history_id
        returning audit_id, agency)
    insert into audit_waiting select audit_id, agency from kept;
    return null;
end $$;
create trigger history_recorded after insert on history referencing new table as added
    for each statement execute function record_history();

-- What the system sends by itself is an act too. Drafts are not: the policy's release of one is.
create function record_sent() returns trigger language plpgsql as $$
begin
    perform record_act(new.agency, new.accepted_at, 'sent', null, new.case_id,
        new.reply_id::text || ' sha256:' || new.text_hash);
    return null;
end $$;
create trigger replies_sent after update of state on replies for each row
    when (new.state = 'accepted' and old.state <> 'accepted') execute function record_sent();

create function record_template() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        perform record_act(old.agency, clock_timestamp(), 'template-deleted', null, null, old.template_id::text);
    else
        perform record_act(new.agency, new.changed_at, 'template-saved', new.changed_by, null,
            new.template_id::text || ' sha256:' || encode(sha256(convert_to(new.body, 'UTF8')), 'hex'));
    end if;
    return null;
end $$;
create trigger templates_recorded after insert or update or delete on templates
    for each row execute function record_template();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change();
create trigger audit_chain_append_only before update or delete or truncate on audit_chain
    for each statement execute function refuse_change();
create trigger history_append_only before update or delete or truncate on history
    for each statement execute function refuse_change();
revoke update, delete, truncate on audit, audit_chain from current_user;
revoke delete, truncate on audit_heads from current_user;
