-- What an agency's own text says to those who write English; without one they get our own wording.

alter table templates add column english text;

create or replace function record_template() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        perform record_act(old.agency, clock_timestamp(), 'template-deleted', null, null, old.template_id::text);
    else
        perform record_act(new.agency, new.changed_at, 'template-saved', new.changed_by, null,
            new.template_id::text || ' sha256:' || encode(sha256(convert_to(new.body, 'UTF8')), 'hex')
            || coalesce(' en sha256:' || encode(sha256(convert_to(new.english, 'UTF8')), 'hex'), ''));
    end if;
    return null;
end $$;
