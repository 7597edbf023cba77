package id.sigap.reply.checking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.checks.AnsweredTurn;
import id.sigap.reply.checks.CheckedAgency;
import id.sigap.reply.checks.CheckedReply;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.dispatch.ReplyWindow;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a text for a case with all that is known of the case by now, in one question to the database. What is read is
 * not locked: whoever acts on the result binds the act to the text's fingerprint, as approvals are.
 */
@ApplicationScoped
public class ReplyChecker {
    private static final String SELECT = """
            select c.*, %s,
                (select coalesce(json_agg(json_build_object('text', m.body,
                        'triage', case when m.edited_at is not distinct from m.read_edit then m.triage::json end) order by m.sent_at, m.message_id), '[]')
                    from messages m where m.message_id = any(c.turn) and m.withdrawn_at is null)::text as said,
                case when c.visibility = 'public' then array(select p.body from replies p
                    join cases o on o.case_id = p.case_id
                    where p.account = c.account and p.accepted_at is not null and o.visibility = 'public'
                      and p.case_id <> c.case_id
                    order by p.accepted_at desc limit 30) else '{}' end as recent
            from cases c""";

    private static final String OF_CASE = SELECT.formatted("null::text as reply_state, null::text as reply_body")
            + " where c.case_id = $1 and c.agency = any($2)";

    private static final String OF_REPLY = SELECT.formatted("r.state as reply_state, r.body as reply_body")
            + " join replies r on r.case_id = c.case_id where r.reply_id = $1 and r.agency = any($2)";

    private final Pool pool;
    private final CurrentDirectory directory;

    /** Over the service's pool. */
    public ReplyChecker(Pool pool, CurrentDirectory directory) {
        this.pool = pool;
        this.directory = directory;
    }

    /** Checks a text that somebody types for a case; fails with 404 when the caller may not see it. */
    public Uni<CheckedAnswer> typed(Caller caller, UUID caseId, String body) {
        return pool.preparedQuery(OF_CASE)
                .execute(parameters(caller, caseId))
                .map(rows -> answer(one(rows), body, null));
    }

    /** Checks a reply as it is; fails with 404 when the caller may not see it. */
    public Uni<CheckedAnswer> reply(Caller caller, UUID replyId) {
        return pool.preparedQuery(OF_REPLY).execute(parameters(caller, replyId)).map(rows -> {
            Row row = one(rows);
            return answer(row, row.getString("reply_body"), ReplyState.of(row.getString("reply_state")));
        });
    }

    /** Checks a text that no person has typed, for a case of this agency. */
    public Uni<CheckedAnswer> proposed(String agency, UUID caseId, String body) {
        return pool.preparedQuery(OF_CASE)
                .execute(Tuple.of(caseId, new String[] {agency}))
                .map(rows -> answer(one(rows), body, null));
    }

    /** What the channel's profile of now says: the longest reply, {@link Integer#MAX_VALUE} when nothing is declared. */
    public static int textLimit(Directory world, Channel channel, Visibility visibility, Instant now) {
        return profile(world, channel, now)
                .map(profile -> profile.longestReply(visibility))
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether the channel still takes a reply to what was written last at that time. */
    public static boolean windowOpen(Directory world, Channel channel, Instant lastMessageAt, Instant now) {
        return profile(world, channel, now)
                .map(profile -> ReplyWindow.open(profile, lastMessageAt, now))
                .orElse(true);
    }

    /** The questions for what is missing, as the topic words them in Indonesian and English. */
    public static List<String> questions(Agency agency, String topic, List<String> missing) {
        return agency.topic(topic).stream()
                .flatMap(found -> found.asks().stream())
                .filter(slot -> missing.contains(slot.id()))
                .flatMap(slot -> Stream.of(slot.question(), slot.english()))
                .filter(Objects::nonNull)
                .toList();
    }

    private CheckedAnswer answer(Row row, String body, @Nullable ReplyState state) {
        Instant now = Instant.now();
        Directory world = directory.get();
        Agency agency = world.agency(row.getString("agency")).orElseThrow(ProblemException::notFound);
        Channel channel = Channel.of(row.getString("channel"));
        Urgency urgency = UrgencyRank.at(row.getShort("urgency"));
        String topic = row.getString("topic");
        Kind kind = Kind.of(row.getString("kind"));
        List<AnsweredTurn.Said> said = said(row.getString("said"));
        AnsweredTurn turn = AnsweredTurn.of(
                kind, topic, urgency, said, questions(agency, topic, List.of(row.getArrayOfStrings("missing"))));
        Visibility visibility = Visibility.of(row.getString("visibility"));
        CheckedReply reply = new CheckedReply(
                body,
                channel,
                visibility,
                textLimit(world, channel, visibility, now),
                windowOpen(
                        world, channel, row.getOffsetDateTime("last_message_at").toInstant(), now),
                turn,
                CheckedAgency.of(agency),
                List.of(row.getArrayOfStrings("recent")));
        Facts facts = new Facts(
                kind,
                topic,
                channel,
                row.getString("account"),
                urgency,
                visibility,
                row.getDouble("confidence"),
                row.getBoolean("personal_data"),
                said.isEmpty() ? "" : said.get(said.size() - 1).text(),
                row.getDouble("intensity"),
                // What a person has corrected is sure.
                turn.uncertain() && row.getDouble("confidence") < 1,
                List.<Flag>copyOf(turn.flags()));
        return CheckedAnswer.of(state, reply, agency.id(), facts);
    }

    private static List<AnsweredTurn.Said> said(String json) {
        try {
            List<AnsweredTurn.Said> said = new ArrayList<>();
            for (JsonNode message : EventJson.mapper().readTree(json)) {
                JsonNode triage = message.get("triage");
                said.add(new AnsweredTurn.Said(
                        message.get("text").asText(),
                        triage == null || triage.isNull()
                                ? null
                                : EventJson.mapper().treeToValue(triage, Triage.class)));
            }
            return said;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored triage is not readable", e);
        }
    }

    private static Optional<ChannelProfile> profile(Directory world, Channel channel, Instant now) {
        return world.profile(channel, now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Tuple parameters(Caller caller, UUID id) {
        return Tuple.of(id, caller.agencies().toArray(String[]::new));
    }

    private static Row one(Iterable<Row> rows) {
        for (Row row : rows) {
            return row;
        }
        throw ProblemException.notFound();
    }
}
