package id.sigap.reply.tracking;

import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.directory.CurrentDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a citizen may see of their conversation: their own words and the answers that were given, nothing internal. */
@ApplicationScoped
public class Tracking {
    private static final String CASES = """
            select agency, number, state, answered_at is not null as answered, opened_at
            from cases where conversation_id = $1 order by opened_at""";

    private static final String MESSAGES = """
            select agency, body, sent_at, withdrawn_at from messages where conversation_id = $1 order by sent_at limit 200""";

    private static final String ANSWERS = """
            select r.body, r.accepted_at from replies r where r.state = 'accepted'
                and r.delivery_status is distinct from 'withdrawn' and r.reply_id = any(array(
                select o.reply_id from replies o join cases c on c.case_id = o.case_id where c.conversation_id = $1
                union
                -- What a case answered that this conversation's was merged into.
                select answered_by from messages where conversation_id = $1 and answered_by is not null))
            order by r.accepted_at limit 200""";

    private final Pool pool;
    private final CurrentDirectory directory;

    /** Over the service's pool. */
    public Tracking(Pool pool, CurrentDirectory directory) {
        this.pool = pool;
        this.directory = directory;
    }

    /** The conversation; empty when there is none, or none yet. */
    Uni<Optional<Story>> story(UUID conversation) {
        Tuple id = Tuple.of(conversation);
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(CASES).execute(id),
                        pool.preparedQuery(MESSAGES).execute(id),
                        pool.preparedQuery(ANSWERS).execute(id))
                .asTuple()
                .map(found -> tell(found.getItem1(), found.getItem2(), found.getItem3()));
    }

    private Optional<Story> tell(RowSet<Row> cases, RowSet<Row> messages, RowSet<Row> answers) {
        if (messages.size() == 0) {
            return Optional.empty();
        }
        String agencyId = messages.iterator().next().getString("agency");
        Agency agency = directory.get().agency(agencyId).orElse(null);
        ZoneId zone = ZoneId.of(agency == null ? "Asia/Jakarta" : agency.zone());
        List<Turn> turns = new ArrayList<>();
        messages.forEach(row -> turns.add(new Turn(
                false,
                row.getOffsetDateTime("withdrawn_at") != null,
                row.getString("body"),
                row.getOffsetDateTime("sent_at"),
                zone)));
        answers.forEach(row ->
                turns.add(new Turn(true, false, row.getString("body"), row.getOffsetDateTime("accepted_at"), zone)));
        turns.sort(Comparator.comparing(Turn::at));
        Row newest = null;
        for (Row row : cases) {
            newest = row;
        }
        return Optional.of(new Story(
                agency == null ? agencyId : agency.name(),
                newest == null ? null : newest.getString("number"),
                progress(newest),
                turns));
    }

    private static Progress progress(@Nullable Row newest) {
        if (newest == null) {
            return Progress.RECEIVED;
        }
        return switch (newest.getString("state")) {
            case "answered", "waiting-for-citizen" -> Progress.ANSWERED;
            case "resolved" -> Progress.DONE;
            case "closed" -> newest.getBoolean("answered") ? Progress.DONE : Progress.CLOSED;
            default -> Progress.IN_WORK;
        };
    }

    /**
     * A conversation as its citizen sees it.
     *
     * @param agency who answers
     * @param number the case's number; absent while there is no case
     * @param progress how far it is
     * @param turns messages and answers in their order
     */
    public record Story(String agency, @Nullable String number, Progress progress, List<Turn> turns) {}

    /**
     * One message or answer.
     *
     * @param ours whether we wrote it
     * @param withdrawn whether it was taken back, so that its words are not shown
     * @param text the words
     * @param at when
     * @param zone in which the time is said
     */
    public record Turn(boolean ours, boolean withdrawn, String text, OffsetDateTime at, ZoneId zone) {
        /** The words line by line: a template can keep the lines without trusting any markup. */
        public List<String> lines() {
            return Stream.of(text.split("\n", -1)).toList();
        }
    }
}
