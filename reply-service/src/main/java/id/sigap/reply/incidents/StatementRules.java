package id.sigap.reply.incidents;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Release;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.reply.approval.ApprovalRoute;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.cases.CaseNumber;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.checking.CheckedAnswer;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.reply.checks.AnsweredTurn;
import id.sigap.reply.checks.CheckedAgency;
import id.sigap.reply.checks.CheckedReply;
import id.sigap.reply.checks.ReplyChecks;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.dispatch.ReplyWindow;
import id.sigap.reply.draft.Tongue;
import id.sigap.reply.policy.ReleaseDecision;
import id.sigap.reply.statement.Recipient;
import id.sigap.reply.statement.SpeakingUnit;
import id.sigap.reply.statement.StatementText;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the directory has to say of statements: how many approvals one takes, and what is known of its citizens. */
@ApplicationScoped
public class StatementRules {
    /** For the question for recipients: what language the case's newest message is in that was long enough to tell. */
    static final String LANGUAGE = """
            (select m.triage::json -> 'reading' ->> 'language' from messages m
             where m.case_id = c.case_id and m.part = 'turn'
               and m.triage::json -> 'reading' ->> 'language' <> 'undetermined'
             order by m.sent_at desc, m.message_id desc limit 1) as language""";

    private final CurrentDirectory directory;

    /** With the directory in force. */
    public StatementRules(CurrentDirectory directory) {
        this.directory = directory;
    }

    /** The unit that speaks for all open cases of the incident. */
    Uni<String> unit(SqlClient client, Statement statement) {
        Agency agency = directory.get().agency(statement.agency()).orElseThrow(ProblemException::notFound);
        return StatementStore.units(client, statement.agency(), statement.incident())
                .map(units -> SpeakingUnit.of(agency, units));
    }

    /** Who gives an approval of the statement, having been put forward for a unit. */
    ApprovalRoute route(Statement statement, @Nullable String unit, int level) {
        Agency agency = directory.get().agency(statement.agency()).orElseThrow(ProblemException::notFound);
        return ApprovalRoute.of(agency, StatementWaits.unit(agency, unit), level);
    }

    /** The strictest of what policy asks for any case of the incident, and never less than another person's approval. */
    Uni<Release> release(SqlClient client, Statement statement) {
        Agency agency = directory.get().agency(statement.agency()).orElseThrow(ProblemException::notFound);
        return StatementStore.facts(client, statement.agency(), statement.incident())
                .map(rows -> {
                    Release strictest = Release.ONE_APPROVAL;
                    for (Row row : rows) {
                        Release asked = ReleaseDecision.of(agency, facts(row)).release();
                        strictest = asked.compareTo(strictest) > 0 ? asked : strictest;
                    }
                    return strictest;
                });
    }

    /**
     * Passes unless a check forbids the text for any open case of the incident. What differs from case to case and what
     * only a single answer can do is not asked: whether it is somebody's twin, or answers each question.
     *
     * @throws ProblemException 422 with the check as its code
     */
    Uni<Void> mustPass(SqlClient client, Statement statement) {
        Directory world = directory.get();
        Agency agency = world.agency(statement.agency()).orElseThrow(ProblemException::notFound);
        StatementText text = StatementText.parse(statement.body());
        Instant now = Instant.now();
        return StatementStore.facts(client, statement.agency(), statement.incident())
                .invoke(rows -> {
                    for (Row row : rows) {
                        Facts facts = facts(row);
                        text.examples(agency.name(), CaseNumber.of(agency.caseNumberPrefix(), 2026, 1))
                                .forEach(body -> mustPass(world, agency, facts, body, now));
                    }
                })
                .replaceWithVoid();
    }

    private static void mustPass(Directory world, Agency agency, Facts facts, String body, Instant now) {
        CheckedReply reply = new CheckedReply(
                body,
                facts.channel(),
                facts.visibility(),
                ReplyChecker.textLimit(world, facts.channel(), facts.visibility(), now),
                true,
                AnsweredTurn.of(facts.kind(), facts.topic(), facts.urgency(), List.of(), List.of()),
                CheckedAgency.of(agency),
                List.of());
        new CheckedAnswer(null, reply, agency.id(), facts, ReplyChecks.of(reply)).mustPass(TextHash.of(body));
    }

    /** A row of {@link SpreadStore#read} as a statement looks at it; empty when the directory has lost its account. */
    Optional<Recipient> recipient(Row row, Instant now) {
        Directory world = directory.get();
        Optional<Agency> agency = world.agency(row.getString("agency"));
        Channel channel = Channel.of(row.getString("channel"));
        Optional<ChannelProfile> profile =
                world.profile(channel, now.atOffset(ZoneOffset.UTC).toLocalDate());
        if (agency.isEmpty()
                || profile.isEmpty()
                || world.account(channel, row.getString("account")).isEmpty()) {
            return Optional.empty();
        }
        Agency owner = agency.get();
        Tongue tongue = tongue(row);
        String open = row.getString("open_state");
        return Optional.of(new Recipient(
                row.getUUID("case_id"),
                CaseState.of(row.getString("state")),
                row.getBoolean("waits"),
                row.getBoolean("answered"),
                row.getBoolean("withdrawn"),
                open == null ? null : ReplyState.of(open),
                row.getBoolean("own_text"),
                row.getBoolean("unsettled"),
                ReplyWindow.open(
                        profile.get(), row.getOffsetDateTime("last_message_at").toInstant(), now),
                profile.get().longestReply(Visibility.of(row.getString("visibility"))),
                row.getString("citizen"),
                Visibility.of(row.getString("visibility")),
                row.getString("number"),
                owner.unit(row.getString("unit")).map(Unit::name).orElse(owner.name()),
                owner.name(),
                questions(owner, row.getString("topic"), List.of(row.getArrayOfStrings("missing")), tongue),
                tongue));
    }

    /** Of the newest message that was long enough to tell. */
    private static Tongue tongue(Row row) {
        String language = row.getString("language");
        return Tongue.of(language == null ? List.of() : List.of(WrittenLanguage.of(language)));
    }

    /** The questions for what is missing, in the order of asking; what nobody worded in a language is not asked in it. */
    static List<String> questions(Agency agency, String topicId, List<String> missing, Tongue tongue) {
        @Nullable Topic topic = agency.topic(topicId).orElse(null);
        if (topic == null || missing.isEmpty()) {
            return List.of();
        }
        return topic.asks().stream()
                .filter(slot -> missing.contains(slot.id()))
                .map(slot -> tongue == Tongue.ENGLISH ? slot.english() : slot.question())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Facts facts(Row row) {
        return new Facts(
                Kind.of(row.getString("kind")),
                row.getString("topic"),
                Channel.of(row.getString("channel")),
                row.getString("account"),
                UrgencyRank.at(row.getShort("urgency")),
                Visibility.of(row.getString("visibility")),
                row.getDouble("confidence"),
                row.getBoolean("personal_data"),
                "");
    }
}
