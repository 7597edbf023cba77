-- Long private answers go out in several messages. Laid down before the first one leaves; each is sent at most once.

create table reply_parts (
    part_id          uuid primary key,
    reply_id         uuid not null references replies on delete cascade,
    -- from 1
    part             smallint not null,
    of_parts         smallint not null,
    body             text not null,
    -- when the channel took it; absent until then
    accepted_at      timestamptz,
    external_id      text,
    delivery_status  text,
    delivery_at      timestamptz
);
create unique index reply_parts_place on reply_parts (reply_id, part);
create index reply_parts_external on reply_parts (external_id) where external_id is not null;

-- Between two of its parts a reply is being sent, and nobody is at it: it has no lease.
drop index replies_due;
create index replies_due on replies (account, urgency desc, send_after, reply_id)
    where state = 'queued' and not held or state = 'sending' and lease_until is null;
