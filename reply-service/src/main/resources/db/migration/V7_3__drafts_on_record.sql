-- Every draft leaves the hash of its text on record: the system's for a whole batch in one statement, people's as they
-- are saved. What a text said when can so be proved, whatever became of it.

create function record_drafts() returns trigger language plpgsql as $$
begin
    with kept as (
        insert into audit (agency, at, recorded_at, act, done_by, case_id, detail)
        select d.agency, d.composed_at, clock_timestamp(), 'text-kept', null, r.case_id,
            d.reply_id::text || ' sha256:' || d.text_hash || ' ' || d.composer
        from added d left join replies r on r.reply_id = d.reply_id
        returning audit_id, agency)
    insert into audit_waiting select audit_id, agency from kept;
    return null;
end $$;
create trigger drafts_recorded after insert on drafts referencing new table as added
    for each statement execute function record_drafts();

create function record_redrafts() returns trigger language plpgsql as $$
begin
    with kept as (
        insert into audit (agency, at, recorded_at, act, done_by, case_id, detail)
        select d.agency, clock_timestamp(), clock_timestamp(), 'text-kept', null, r.case_id,
            d.reply_id::text || ' sha256:' || d.text_hash || ' ' || d.composer
        from changed d join before b on b.reply_id = d.reply_id left join replies r on r.reply_id = d.reply_id
        where d.text_hash <> b.text_hash
        returning audit_id, agency)
    insert into audit_waiting select audit_id, agency from kept;
    return null;
end $$;
create trigger drafts_rerecorded after update on drafts referencing old table as before new table as changed
    for each statement execute function record_redrafts();

-- A statement to many citizens writes its replies at once: so this one goes by the statement, too.
create function record_written() returns trigger language plpgsql as $$
begin
    with kept as (
        insert into audit (agency, at, recorded_at, act, done_by, case_id, detail)
        select r.agency, clock_timestamp(), clock_timestamp(), 'text-kept', r.written_by, r.case_id,
            r.reply_id::text || ' sha256:' || r.text_hash
        from added r where r.written_by is not null
        returning audit_id, agency)
    insert into audit_waiting select audit_id, agency from kept;
    return null;
end $$;
create trigger replies_written after insert on replies referencing new table as added
    for each statement execute function record_written();

create function record_rewritten() returns trigger language plpgsql as $$
begin
    perform record_act(new.agency, clock_timestamp(), 'text-kept', new.written_by, new.case_id,
        new.reply_id::text || ' sha256:' || new.text_hash);
    return null;
end $$;
create trigger replies_rewritten after update on replies for each row
    when (new.written_by is not null and new.text_hash is distinct from old.text_hash)
    execute function record_rewritten();
