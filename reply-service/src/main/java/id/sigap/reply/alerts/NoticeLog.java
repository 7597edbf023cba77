package id.sigap.reply.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.AlertFacts;
import id.sigap.reply.notice.Waiting;
import id.sigap.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was told of what, for supervisors. */
@ApplicationScoped
public class NoticeLog {
    private static final String PAGE = """
            select id, alert_id, agency, rule, way, receiver, type, event, state, created_at, tell_at, told_at,
                (select count(*) from alert_notices n
                 where n.agency = any($1) and ($2::text is null or n.state = $2)) as total
            from alert_notices
            where agency = any($1) and ($2::text is null or state = $2) and ($3::uuid is null or id < $3)
            order by id desc limit $4::int""";

    private final Pool pool;

    /** Over the service's pool. */
    public NoticeLog(Pool pool) {
        this.pool = pool;
    }

    /** A page of the caller's agencies, the newest first. */
    public Uni<Page> page(Caller caller, @Nullable String state, @Nullable UUID after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.from(Arrays.asList(caller.agencies().toArray(String[]::new), state, after, limit + 1)))
                .map(rows -> {
                    List<Entry> items = new ArrayList<>();
                    long total = 0;
                    for (Row row : rows) {
                        items.add(entry(row));
                        total = row.getLong("total");
                    }
                    return items.size() <= limit
                            ? new Page(items, total, null)
                            : new Page(
                                    items.subList(0, limit),
                                    total,
                                    items.get(limit - 1).noticeId());
                });
    }

    private static Entry entry(Row row) {
        AlertEvent alert = MailStore.alert(row.getString("type"), row.getString("event"));
        AlertFacts facts = alert.facts();
        Waiting waiting = Waiting.of(alert);
        return new Entry(
                row.getUUID("id"),
                row.getUUID("alert_id"),
                row.getString("type"),
                row.getString("agency"),
                facts.unit(),
                facts.account(),
                waiting == null ? null : waiting.caseId(),
                waiting == null ? null : waiting.dueAt(),
                row.getString("rule"),
                row.getString("way"),
                row.getString("receiver"),
                row.getString("state"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("tell_at").toInstant(),
                time(row.getOffsetDateTime("told_at")));
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * A page.
     *
     * @param total how many there are on all pages
     * @param next where the next one begins; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<Entry> items, long total, @Nullable UUID next) {}

    /**
     * One alert for one receiver.
     *
     * @param type of the alert
     * @param rule by which, its id in the directory
     * @param way {@code email} or {@code webhook}
     * @param receiver an address, or an endpoint's name
     * @param state {@code waiting}, {@code told} (a webhook: handed to the endpoint's own log), {@code over} (the turn had
     *     ended before), {@code dropped} (quiet hours) or {@code failed}
     * @param tellAt not before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            UUID noticeId,
            UUID alertId,
            String type,
            String agency,
            @Nullable String unit,
            @Nullable String account,
            @Nullable UUID caseId,
            @Nullable Instant dueAt,
            String rule,
            String way,
            String receiver,
            String state,
            Instant createdAt,
            Instant tellAt,
            @Nullable Instant toldAt) {}
}
