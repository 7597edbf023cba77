-- PostgreSQL's planner keeps samples of what columns hold, in pg_statistic, where no retention and no erasure of ours
-- reaches. Of what citizens wrote, who they are and what they are told it keeps none; of the words by which messages are
-- found only the most frequent single ones, without which it would search badly.
alter table cases
    alter column thread_key set statistics 0,
    alter column citizen set statistics 0,
    alter column citizen_id set statistics 0;
alter table messages
    alter column external_id set statistics 0,
    alter column body set statistics 0,
    alter column attachments set statistics 0,
    alter column triage set statistics 0;
alter index cases_contact alter column 2 set statistics 0;
alter table citizen_links alter column contact set statistics 0;
alter table message_versions alter column body set statistics 0;
alter table early_changes alter column body set statistics 0;
alter table replies
    alter column body set statistics 0,
    alter column external_id set statistics 0;
alter table reply_parts
    alter column body set statistics 0,
    alter column external_id set statistics 0;
alter table mentions alter column note set statistics 0;
alter table history alter column detail set statistics 0;
alter table audit alter column detail set statistics 0;
alter table typed_texts alter column body set statistics 0;
alter table outbox
    alter column headers set statistics 0,
    alter column value set statistics 0;
alter table idempotency_keys alter column body set statistics 0;

-- Nor of what no question compares, and what would be sorted anew every minute while a crowd writes.
alter table cases
    alter column confidence set statistics 0,
    alter column intensity set statistics 0,
    alter column missing set statistics 0,
    alter column turn set statistics 0,
    alter column last_message_at set statistics 0;
alter table replies
    alter column text_hash set statistics 0,
    alter column answers set statistics 0;
alter table drafts
    alter column text_hash set statistics 0,
    alter column asks set statistics 0;
alter table audit_chain alter column hash set statistics 0;
alter table outbox alter column key set statistics 0;
