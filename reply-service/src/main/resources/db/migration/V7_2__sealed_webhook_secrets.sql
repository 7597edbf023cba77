-- Webhook secrets are kept sealed; the key's name stands beside, so that a new key can take over.
-- What is older has no name: it is plain, until the service seals it when it starts with a key.

alter table webhook_secrets add column key_id text;
