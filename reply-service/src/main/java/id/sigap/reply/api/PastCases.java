package id.sigap.reply.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Facts;
import id.sigap.reply.cases.UrgencyRank;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cases of an agency's past days as policies see them, the newest first. */
@ApplicationScoped
public class PastCases {
    /** No more are read at once. */
    static final int MOST = 10_000;

    private static final String PAST = """
            select c.number, c.kind, c.topic, c.channel, c.account, c.urgency, c.visibility, c.confidence,
                c.personal_data, c.intensity, case when $3 then left(m.body, 2000) else '' end as words,
                coalesce((m.triage::json -> 'reading' ->> 'uncertain')::bool, false) as uncertain,
                (m.triage::json -> 'reading' -> 'flags')::text as flags
            from cases c left join messages m on m.message_id = c.last_message_id
            where c.agency = $1 and c.opened_at >= $2 order by c.opened_at desc limit $4""";

    private final Pool pool;

    /** Over the service's pool. */
    public PastCases(Pool pool) {
        this.pool = pool;
    }

    /**
     * At most {@link #MOST}, and one more to tell that there are more.
     *
     * @param words whether the citizens' words are wanted
     */
    Uni<List<Past>> since(String agency, Instant from, boolean words) {
        return pool.preparedQuery(PAST)
                .execute(Tuple.of(agency, from.atOffset(ZoneOffset.UTC), words, MOST + 1))
                .map(rows -> {
                    List<Past> cases = new ArrayList<>(rows.size());
                    rows.forEach(row -> cases.add(past(row)));
                    return cases;
                });
    }

    private static Past past(Row row) {
        return new Past(
                row.getString("number"),
                new Facts(
                        Kind.of(row.getString("kind")),
                        row.getString("topic"),
                        Channel.of(row.getString("channel")),
                        row.getString("account"),
                        UrgencyRank.at(row.getShort("urgency")),
                        Visibility.of(row.getString("visibility")),
                        row.getDouble("confidence"),
                        row.getBoolean("personal_data"),
                        row.getString("words"),
                        row.getDouble("intensity"),
                        row.getBoolean("uncertain"),
                        flags(row.getString("flags"))));
    }

    private static List<Flag> flags(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return Arrays.stream(EventJson.mapper().readValue(json, String[].class))
                    .map(Flag::of)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored triage is not readable", e);
        }
    }

    /** A case of the past. */
    record Past(String number, Facts facts) {}
}
