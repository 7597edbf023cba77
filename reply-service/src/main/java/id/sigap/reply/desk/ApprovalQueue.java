package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Release;
import id.sigap.contracts.directory.Topic;
import id.sigap.reply.api.AnswerReader;
import id.sigap.reply.api.AnswerViews;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers that wait for an approval: the urgent first, then who waits longest. */
@ApplicationScoped
class ApprovalQueue {
    /** As many as somebody decides before the list is renewed anyway. */
    private static final int MOST = 50;

    /** The longest page of what somebody is asked to decide. */
    private static final int MOST_ASKED = 200;

    /** $2 is the person: what they wrote, submitted or approved already is for others to decide. */
    private static final String DECIDABLE = """
            r.submitted_by is distinct from $2 and r.written_by is distinct from $2
            and not exists (select 1 from approvals a
                where a.reply_id = r.reply_id and a.voided_at is null and a.decided_by = $2)""";

    private static final String WAITING = """
            select r.reply_id, r.case_id, r.body, r.text_hash, r.release, r.submitted_by, r.written_by,
                c.number, c.channel, c.kind, c.agency, c.topic, c.urgency, c.citizen, c.waiting_since, c.respond_by,
                left(said.body, 1200) as said, %s as decidable,
                (select count(*) from approvals a where a.reply_id = r.reply_id and a.voided_at is null) as given,
                coalesce((select max(a.decided_at) from approvals a
                    where a.reply_id = r.reply_id and a.voided_at is null), r.submitted_at) as since
            from replies r join cases c on c.case_id = r.case_id
            left join messages said on said.message_id = c.last_message_id
            where r.agency = any($1) and r.state = 'submitted'
            order by r.urgency desc, r.submitted_at limit $3""".formatted(DECIDABLE);

    private static final String NEXT = """
            select r.case_id from replies r where r.agency = any($1) and r.state = 'submitted' and r.case_id <> $3
            and %s order by r.urgency desc, r.submitted_at limit 1""".formatted(DECIDABLE);

    private final Pool pool;
    private final AnswerReader answers;
    private final CurrentDirectory directory;

    ApprovalQueue(Pool pool, AnswerReader answers, CurrentDirectory directory) {
        this.pool = pool;
        this.answers = answers;
        this.directory = directory;
    }

    /** What waits in the caller's agencies. */
    Uni<Page> page(Caller caller, DeskWords words) {
        Instant now = Instant.now();
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(WAITING).execute(Tuple.of(agencies(caller), caller.name(), MOST + 1)),
                        answers.approvals(caller, true, null, MOST_ASKED))
                .asTuple()
                .map(found -> {
                    RowSet<Row> rows = found.getItem1();
                    Set<UUID> asked = found.getItem2().items().stream()
                            .map(AnswerViews.Line::replyId)
                            .collect(Collectors.toSet());
                    List<Waiting> mine = new ArrayList<>();
                    List<Waiting> others = new ArrayList<>();
                    boolean supervisor = caller.is(Roles.SUPERVISOR);
                    int shown = 0;
                    for (Row row : rows) {
                        if (++shown > MOST) {
                            break;
                        }
                        (supervisor && row.getBoolean("decidable") && asked.contains(row.getUUID("reply_id"))
                                        ? mine
                                        : others)
                                .add(waiting(row, directory.get(), now, words));
                    }
                    return new Page(mine, others, rows.size() > MOST);
                });
    }

    /** The case of the next answer that the caller may decide; null when there is none. */
    Uni<@Nullable UUID> next(Caller caller, UUID done) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(agencies(caller), caller.name(), done))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() ? found.next().getUUID("case_id") : null;
                });
    }

    private static Waiting waiting(Row row, Directory directory, Instant now, DeskWords words) {
        Urgency urgency = UrgencyRank.at(row.getShort("urgency"));
        @Nullable OffsetDateTime waits = row.getOffsetDateTime("waiting_since");
        Instant due = row.getOffsetDateTime("respond_by").toInstant();
        Instant since = row.getOffsetDateTime("since").toInstant();
        int needed = Math.max(1, Release.of(row.getString("release")).approvals());
        return new Waiting(
                row.getUUID("case_id"),
                row.getUUID("reply_id"),
                row.getString("number"),
                words.of(Channel.of(row.getString("channel"))),
                words.of(Kind.of(row.getString("kind"))),
                directory
                        .agency(row.getString("agency"))
                        .flatMap(agency -> agency.topic(row.getString("topic")))
                        .map(Topic::name)
                        .orElse(words.otherTopic()),
                words.of(urgency),
                urgency.wire(),
                Objects.requireNonNullElse(row.getString("citizen"), words.citizen()),
                Objects.requireNonNullElse(row.getString("said"), ""),
                row.getString("body"),
                row.getString("text_hash"),
                Say.SUBMITTED_BY.by(words) + " "
                        + Objects.requireNonNullElse(row.getString("submitted_by"), words.us()),
                Say.LEVEL.with(words, row.getLong("given") + 1, needed),
                since.toEpochMilli(),
                words.span(Duration.between(since, now)),
                waits == null ? 0 : waits.toInstant().toEpochMilli(),
                waits == null ? 0 : due.toEpochMilli(),
                waits == null ? "" : words.due(due, now));
    }

    private static String[] agencies(Caller caller) {
        return caller.agencies().toArray(String[]::new);
    }

    /**
     * What waits.
     *
     * @param mine what the reader may decide
     * @param others what somebody else must
     * @param more whether there is more than is shown
     */
    record Page(List<Waiting> mine, List<Waiting> others, boolean more) {}

    /** One answer that waits, with what it answers. Times are in milliseconds since 1970, 0 when there are none. */
    record Waiting(
            UUID caseId,
            UUID replyId,
            String number,
            String channel,
            String kind,
            String topic,
            String urgency,
            String urgencyClass,
            String citizen,
            String said,
            String text,
            String hash,
            String by,
            String level,
            long since,
            String waits,
            long waitsSince,
            long dueAt,
            String due) {
        /** Urgency is told where it asks for something. */
        public boolean urgent() {
            return urgencyClass.equals("critical") || urgencyClass.equals("high");
        }
    }
}
