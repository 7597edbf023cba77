-- What a message said before its citizen changed it goes with the message, whichever way that goes; and it does not
-- outlive its own time (sigap.retention.earlier-words).
delete from message_versions v where not exists (select 1 from messages m where m.message_id = v.message_id);
alter table message_versions add constraint message_versions_of_a_message
    foreign key (message_id) references messages on delete cascade;
create index message_versions_until on message_versions (until);
