-- The edit whose words the triage of a message is of; absent while it is of the first words. Where it differs from
-- edited_at, the words of now have not been read yet, and places in the triage are those of other words.
alter table messages add column read_edit timestamptz;

-- When a person last corrected the kind or topic: what a machine reads later in the same turn leaves both alone.
alter table cases add column corrected_at timestamptz;
