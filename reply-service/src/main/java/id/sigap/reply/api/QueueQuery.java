package id.sigap.reply.api;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.runtime.problem.ProblemException;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The question behind one page of the queue, as SQL with parameters: the urgent first, then by when the answer is due.
 * Whoever asks sees only their agencies, whatever the filters say.
 */
public final class QueueQuery {
    /** A case with the beginning of its last message, and what is needed to cover the personal data in it. */
    static final String CASES = """
            select c.*, left(said.body, 160) as excerpt, said.triage as said_triage,
                said.edited_at is distinct from said.read_edit as said_unread
            from cases c left join messages said on said.message_id = c.last_message_id where\s""";

    private final StringBuilder where = new StringBuilder("c.agency = any($1)");
    private final List<Object> parameters = new ArrayList<>();
    private final int limit;
    /** How much of the condition and its parameters is not about the place where the page begins. */
    private int whereOfAll = -1;

    private int parametersOfAll;

    /** For these agencies, with at most this many lines. */
    public QueueQuery(Collection<String> agencies, int limit) {
        parameters.add(agencies.toArray(String[]::new));
        this.limit = limit;
    }

    /** {@code waiting} (for us), {@code open} (everything that is not closed), {@code all}, or one state. */
    public QueueQuery state(String state) {
        if (state.equals("open")) {
            where.append(" and c.state <> 'closed'");
        } else if (state.equals("waiting")) {
            where.append(" and c.state not in ('answered', 'waiting-for-citizen', 'resolved', 'snoozed', 'closed')");
        } else if (!state.equals("all")) {
            equal("state", word("state", state, CaseState::of).wire());
            // Names the partial index that serves it.
            where.append(state.equals("closed") ? " and c.state = 'closed'" : " and c.state <> 'closed'");
        }
        return this;
    }

    /** One kind; null for all. */
    public QueueQuery kind(@Nullable String kind) {
        return kind == null ? this : equal("kind", word("kind", kind, Kind::of).wire());
    }

    /** One channel; null for all. */
    public QueueQuery channel(@Nullable String channel) {
        return channel == null
                ? this
                : equal("channel", word("channel", channel, Channel::of).wire());
    }

    /** One unit; null for all. */
    public QueueQuery unit(@Nullable String unit) {
        return unit == null ? this : equal("unit", unit);
    }

    /** What one person works on; null for all. */
    public QueueQuery assignee(@Nullable String assignee) {
        return assignee == null ? this : equal("assignee", assignee);
    }

    /** What nobody works on. */
    public QueueQuery unassigned() {
        where.append(" and c.assignee is null");
        return this;
    }

    /** One urgency; null for all. */
    public QueueQuery urgency(@Nullable String urgency) {
        if (urgency != null) {
            int rank = UrgencyRank.of(word("urgency", urgency, Urgency::of));
            where.append(" and c.urgency = ").append(rank);
        }
        return this;
    }

    /** What waits and was to be answered before this moment. */
    public QueueQuery dueBefore(Instant moment) {
        where.append(" and c.waiting_since is not null and c.respond_by < $")
                .append(parameter(moment.atOffset(ZoneOffset.UTC)));
        return this;
    }

    /** The cases of one incident; null for all. */
    public QueueQuery incident(@Nullable String incident) {
        return incident == null ? this : equal("incident", incident);
    }

    QueueQuery conversation(@Nullable UUID conversation) {
        if (conversation != null) {
            where.append(" and c.conversation_id = $").append(parameter(conversation));
        }
        return this;
    }

    /** The case's number, or words of the citizen. */
    public QueueQuery words(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return this;
        }
        String literal = readable("q", words)
                .strip()
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        int number = parameter(literal + "%");
        int anywhere = parameter("%" + literal + "%");
        where.append(" and (c.number ilike $")
                .append(number)
                .append(" or c.citizen ilike $")
                .append(anywhere);
        String said = IndonesianWordsQuery.of(words);
        if (!said.isEmpty()) {
            where.append(" or c.case_id = any(array(select m.case_id from messages m where m.agency = any($1)")
                    .append(" and to_tsvector('indonesian', m.body) @@ to_tsquery('indonesian', $")
                    .append(parameter(said))
                    .append(")))");
        }
        where.append(")");
        return this;
    }

    /** From behind the last line of the page before. */
    public QueueQuery after(@Nullable String cursor) {
        if (cursor == null) {
            return this;
        }
        Place place = Place.read(cursor);
        whereOfAll = where.length();
        parametersOfAll = parameters.size();
        int urgency = parameter(place.urgency());
        int due = parameter(place.respondBy().atOffset(ZoneOffset.UTC));
        int id = parameter(place.caseId());
        where.append(" and (c.urgency < $").append(urgency);
        where.append("::int2 or c.urgency = $").append(urgency).append("::int2 and (c.respond_by, c.case_id) > ($");
        where.append(due).append(", $").append(id).append("))");
        return this;
    }

    /** From behind this case. */
    public QueueQuery behind(CaseViews.Line line) {
        return after(
                new Place((short) UrgencyRank.of(Urgency.of(line.urgency())), line.respondBy(), line.caseId()).write());
    }

    /** One line more than the page has, to know whether another follows. */
    String sql() {
        return CASES + where + " order by c.urgency desc, c.respond_by, c.case_id limit " + (limit + 1);
    }

    /** How many there are in all pages. */
    String totalSql() {
        String all = whereOfAll < 0 ? where.toString() : where.substring(0, whereOfAll);
        return "select count(*) as total from cases c where " + all;
    }

    Tuple totalTuple() {
        return Tuple.from(whereOfAll < 0 ? parameters : parameters.subList(0, parametersOfAll));
    }

    Tuple tuple() {
        return Tuple.from(parameters);
    }

    int limit() {
        return limit;
    }

    private QueueQuery equal(String column, String value) {
        where.append(" and c.").append(column).append(" = $").append(parameter(readable(column, value)));
        return this;
    }

    private int parameter(Object value) {
        parameters.add(value);
        return parameters.size();
    }

    /** The database has no text with this character, and refuses to look for it. */
    private static String readable(String field, String value) {
        if (value.indexOf('\0') >= 0) {
            throw ProblemException.badRequest(field, "This has a character that no text has.");
        }
        return value;
    }

    private static <E> E word(String field, String value, Function<String, E> of) {
        try {
            return of.apply(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(field, "This " + e.getMessage() + ".");
        }
    }

    /** Where a page ended. */
    record Place(short urgency, Instant respondBy, UUID caseId) {
        String write() {
            String plain = urgency + "|" + respondBy.toEpochMilli() + "|" + caseId;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        }

        static Place read(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", 3);
                return new Place(
                        Short.parseShort(parts[0]),
                        Instant.ofEpochMilli(Long.parseLong(parts[1])),
                        UUID.fromString(parts[2]));
            } catch (RuntimeException e) {
                throw ProblemException.badRequest("after", "This is not a cursor of this list.");
            }
        }
    }
}
