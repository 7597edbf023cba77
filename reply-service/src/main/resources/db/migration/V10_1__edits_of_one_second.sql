-- Channels tell the time of an edit in seconds, so two edits of a message may share one. Which of them is the newer is
-- then told by when ingest had them. Null: not known, and older than what is.
alter table messages add column edit_received_at timestamptz;
alter table early_changes add column edit_received_at timestamptz;
