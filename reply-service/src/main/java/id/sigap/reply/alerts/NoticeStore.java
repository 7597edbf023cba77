package id.sigap.reply.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.Ids;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.reply.notice.Telling;
import id.sigap.reply.notice.Waiting;
import id.sigap.reply.rows.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes down whom an alert is for, once. */
final class NoticeStore {
    private static final String WRITE = """
            insert into alert_notices (id, alert_id, agency, rule, way, receiver, language, type, event, message_id,
                due_at, state, created_at, tell_at, told_at)
            select n.id, n.alert_id, n.agency, n.rule, n.way, n.receiver, n.language, n.type, n.event, n.message_id,
                n.due_at, n.state, $14::timestamptz, n.tell_at, case when n.state = 'told' then n.tell_at end
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::uuid[], $11::timestamptz[], $12::text[], $13::timestamptz[])
              as n(id, alert_id, agency, rule, way, receiver, language, type, event, message_id, due_at, state, tell_at)
            on conflict (alert_id, way, receiver) do nothing
            returning alert_id, way, receiver""";

    private static final String RECEIVERS = """
            insert into alert_receivers (agency, receiver, language)
            select distinct r.agency, r.receiver, r.language
            from unnest($1::text[], $2::text[], $3::text[]) as r(agency, receiver, language)
            on conflict do nothing""";

    private NoticeStore() {}

    /** Writes down; those that were not known before. */
    static Uni<Set<Written>> write(SqlConnection connection, List<Notice> notices, Instant now) {
        if (notices.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Tuple parameters = Columns.of(notices)
                .uuid(n -> Ids.timeOrdered(now))
                .uuid(n -> n.alert().id())
                .text(n -> n.alert().facts().agency())
                .text(n -> n.telling().rule())
                .text(n -> n.telling().way().wire())
                .text(n -> n.telling().receiver())
                .text(n -> n.telling().language().wire())
                .text(n -> n.alert().type().wire())
                .text(n -> json(n.alert()))
                .uuid(n -> {
                    Waiting waiting = Waiting.of(n.alert());
                    return waiting == null ? null : waiting.message();
                })
                .time(n -> {
                    Waiting waiting = Waiting.of(n.alert());
                    return waiting == null ? null : waiting.dueAt();
                })
                .text(Notice::state)
                .time(n -> n.telling().at() == null ? now : n.telling().at())
                .same(now)
                .tuple();
        return connection.preparedQuery(WRITE).execute(parameters).flatMap(rows -> {
            Set<Written> written = new HashSet<>();
            for (Row row : rows) {
                written.add(new Written(row.getUUID("alert_id"), row.getString("way"), row.getString("receiver")));
            }
            return receivers(connection, notices).replaceWith(written);
        });
    }

    private static Uni<Void> receivers(SqlConnection connection, List<Notice> notices) {
        List<Notice> mailed =
                notices.stream().filter(n -> n.state().equals(Notice.WAITING)).toList();
        if (mailed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Columns.of(mailed)
                .text(n -> n.alert().facts().agency())
                .text(n -> n.telling().receiver())
                .text(n -> n.telling().language().wire())
                .tuple();
        return connection.preparedQuery(RECEIVERS).execute(parameters).replaceWithVoid();
    }

    private static String json(AlertEvent alert) {
        try {
            return EventJson.mapper().writeValueAsString(alert);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert that was read can be written", e);
        }
    }

    /** What tells notices apart. */
    record Written(UUID alertId, String way, String receiver) {
        static Written of(Notice notice) {
            Telling telling = notice.telling();
            return new Written(notice.alert().id(), telling.way().wire(), telling.receiver());
        }
    }
}
