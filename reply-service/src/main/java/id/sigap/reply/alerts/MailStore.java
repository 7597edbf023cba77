package id.sigap.reply.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.AlertRule;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.EventType;
import id.sigap.reply.notice.Line;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Mails in the database: made of what is ready, claimed by one instance at a time, settled with their notices. */
final class MailStore {
    /** Beyond the longest that one mail takes: reading, sending, writing down. */
    private static final Duration LEASE = Duration.ofSeconds(90);
    /** In one mail; what is more goes with the next one. */
    private static final int MOST_IN_A_MAIL = 1_000;

    /**
     * A receiver's row is locked while its mail is made, so that two instances do not make one each. While a mail is on
     * its way no other is made: when the server was away, people get one, not one for each minute of it.
     */
    private static final String BUNDLE = """
            with ready as (
                select r.agency, r.receiver, r.language from alert_receivers r
                where not exists (select 1 from alert_mails w
                        where w.agency = r.agency and w.receiver = r.receiver and w.language = r.language)
                  and exists (select 1 from alert_notices n
                        where n.agency = r.agency and n.receiver = r.receiver and n.language = r.language
                          and n.state = 'waiting' and n.mail_id is null and n.tell_at <= now())
                  and (r.last_at is null or r.last_at <= now() - make_interval(secs => $1)
                    or (r.last_at <= now() - make_interval(secs => $2)
                      and exists (select 1 from alert_notices n
                        where n.agency = r.agency and n.receiver = r.receiver and n.language = r.language
                          and n.state = 'waiting' and n.mail_id is null and n.tell_at <= now()
                          and n.due_at > now() and n.due_at <= now() + make_interval(secs => $1))))
                order by r.last_at nulls first limit 20 for update of r skip locked),
            made as (
                insert into alert_mails (mail_id, agency, receiver, language, next_at, give_up_at)
                select gen_random_uuid(), agency, receiver, language, now(), now() + make_interval(secs => $3)
                from ready returning mail_id, agency, receiver, language),
            paced as (
                update alert_receivers r set last_at = now() from ready
                where r.agency = ready.agency and r.receiver = ready.receiver and r.language = ready.language)
            update alert_notices n set mail_id = m.mail_id
            from made m cross join lateral (
                select q.id from alert_notices q
                where q.agency = m.agency and q.receiver = m.receiver and q.language = m.language
                  and q.state = 'waiting' and q.mail_id is null and q.tell_at <= now()
                order by q.tell_at limit $4::int) as chosen
            where n.id = chosen.id""";

    private static final String CLAIM = """
            update alert_mails w set attempts = w.attempts + 1, next_at = now() + make_interval(secs => $2)
            where w.mail_id in (select mail_id from alert_mails where next_at <= now()
                order by next_at limit $1::int for update skip locked)
            returning w.mail_id, w.agency, w.receiver, w.language, w.attempts""";

    /**
     * A turn is over when a reply that answers it was accepted after it began to wait, its message was taken back, or its
     * case is closed; one whose case was merged into another follows that one.
     */
    private static final String CONTENT = """
            select n.id, n.type, n.event, c.case_id, c.number, c.assignee,
                n.message_id is not null and coalesce(m.withdrawn_at is not null or c.state = 'closed' or exists (
                    select 1 from replies r where r.case_id = c.case_id and r.state = 'accepted'
                      and r.delivery_status is distinct from 'withdrawn'
                      and n.message_id = any(r.answers)
                      and r.accepted_at >= (n.event::json->>'startedAt')::timestamptz), false) as over
            from alert_notices n
            left join messages m on m.message_id = n.message_id and m.agency = n.agency
            left join case_merges g on g.merged = m.case_id
            left join cases c on c.case_id = coalesce(g.into_case, m.case_id) and c.agency = n.agency
            where n.mail_id = $1 and n.state = 'waiting'
            order by n.id""";

    private static final String SETTLE = """
            with gone as (delete from alert_mails where mail_id = $1)
            update alert_notices set state = case when id = any($2) then 'over' else $3::text end,
                told_at = case when $3 = 'told' and id <> all($2) then now() end
            where mail_id = $1 and state = 'waiting'""";

    private static final String LATER = """
            update alert_mails set next_at = now() + make_interval(secs => $2)
            where mail_id = $1 and now() + make_interval(secs => $2) <= give_up_at returning mail_id""";

    private MailStore() {}

    /** Makes mails of what is ready. */
    static Uni<Void> bundle(SqlClient client, AlertSettings settings) {
        return client.preparedQuery(BUNDLE)
                .execute(Tuple.of(
                        seconds(settings.mailEvery()),
                        seconds(settings.urgentMailEvery()),
                        seconds(settings.giveUp()),
                        MOST_IN_A_MAIL))
                .replaceWithVoid();
    }

    /** Takes what is due, at most so many. */
    static Uni<List<Claimed>> claim(SqlClient client, int most) {
        return client.preparedQuery(CLAIM)
                .execute(Tuple.of(most, seconds(LEASE)))
                .map(rows -> {
                    List<Claimed> claimed = new ArrayList<>();
                    for (Row row : rows) {
                        claimed.add(new Claimed(
                                row.getUUID("mail_id"),
                                row.getString("agency"),
                                row.getString("receiver"),
                                AlertRule.Language.of(row.getString("language")),
                                row.getInteger("attempts")));
                    }
                    return claimed;
                });
    }

    /** What a mail tells, as things stand now. */
    static Uni<Content> content(SqlClient client, UUID mail) {
        return client.preparedQuery(CONTENT).execute(Tuple.of(mail)).map(rows -> {
            List<Line> lines = new ArrayList<>();
            List<UUID> over = new ArrayList<>();
            for (Row row : rows) {
                if (row.getBoolean("over")) {
                    over.add(row.getUUID("id"));
                } else {
                    lines.add(new Line(
                            alert(row.getString("type"), row.getString("event")),
                            row.getUUID("case_id"),
                            row.getString("number"),
                            row.getString("assignee")));
                }
            }
            return new Content(lines, over);
        });
    }

    /** A mail was taken, or nothing was left to tell. */
    static Uni<Void> told(SqlClient client, UUID mail, List<UUID> over) {
        return settle(client, mail, over, Notice.TOLD);
    }

    /** Nobody is told: the agency has left the directory. */
    static Uni<Void> failed(SqlClient client, UUID mail) {
        return settle(client, mail, List.of(), Notice.FAILED);
    }

    /** A mail was not taken: it is tried again, or given up. */
    static Uni<Void> later(Pool pool, UUID mail, Duration wait) {
        return pool.withTransaction(c -> c.preparedQuery(LATER)
                .execute(Tuple.of(mail, seconds(wait)))
                .flatMap(rows -> rows.size() > 0 ? Uni.createFrom().voidItem() : failed(c, mail)));
    }

    private static Uni<Void> settle(SqlClient client, UUID mail, List<UUID> over, String state) {
        return client.preparedQuery(SETTLE)
                .execute(Tuple.from(Arrays.asList(mail, over.toArray(UUID[]::new), state)))
                .replaceWithVoid();
    }

    /** An alert as it was written down. */
    static AlertEvent alert(String type, String json) {
        EventType kind = EventType.ofCloudEventType(EventType.PREFIX + type);
        try {
            if (kind != null && EventJson.mapper().readValue(json, kind.record()) instanceof AlertEvent alert) {
                return alert;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert that was written down cannot be read", e);
        }
        throw new IllegalStateException("this is no alert: " + type);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /**
     * A mail that this instance is at.
     *
     * @param attempts how many there were, this one included
     */
    record Claimed(UUID mailId, String agency, String receiver, AlertRule.Language language, int attempts) {
        /** Without the address, so that no log line can hold it. */
        @Override
        public String toString() {
            return "Claimed[" + mailId + "]";
        }
    }

    /**
     * What is told.
     *
     * @param lines what still holds
     * @param over notices of turns that have ended meanwhile
     */
    record Content(List<Line> lines, List<UUID> over) {}
}
