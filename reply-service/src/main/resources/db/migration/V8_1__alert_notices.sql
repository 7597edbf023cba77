-- Who is told of what needs somebody's eyes: people by mail, other systems by a webhook that an alert rule names.

-- What an alert rule calls an endpoint.
alter table webhook_endpoints add column name text;
create unique index webhook_endpoints_name on webhook_endpoints (agency, name);

-- One alert for one receiver, once.
create table alert_notices (
    id          uuid primary key,
    alert_id    uuid not null,
    agency      text not null,
    rule        text not null,
    -- email, webhook
    way         text not null,
    receiver    text not null,
    language    text not null,
    type        text not null,
    -- as it was told to us; no words of a citizen are in it
    event       text not null,
    -- the turn's first message and when its answer is due; absent when the alert is about no turn
    message_id  uuid,
    due_at      timestamptz,
    -- waiting, told, over (the turn had ended before anybody was told), dropped (quiet hours), failed
    state       text not null,
    created_at  timestamptz not null,
    -- not before the quiet hours are over
    tell_at     timestamptz not null,
    told_at     timestamptz,
    mail_id     uuid
);
create unique index alert_notices_once on alert_notices (alert_id, way, receiver);
create index alert_notices_ready on alert_notices (agency, receiver, language, tell_at)
    where state = 'waiting' and mail_id is null;
create index alert_notices_mail on alert_notices (mail_id) where mail_id is not null;
create index alert_notices_log on alert_notices (agency, id desc);

-- When somebody was last mailed: what paces a storm.
create table alert_receivers (
    agency    text not null,
    receiver  text not null,
    language  text not null,
    last_at   timestamptz,
    primary key (agency, receiver, language)
);

-- A mail on its way; gone once it was taken or given up.
create table alert_mails (
    mail_id     uuid primary key,
    agency      text not null,
    receiver    text not null,
    language    text not null,
    attempts    integer not null default 0,
    next_at     timestamptz not null,
    give_up_at  timestamptz not null
);
create index alert_mails_due on alert_mails (next_at);
create unique index alert_mails_one on alert_mails (agency, receiver, language);
