package id.sigap.reply.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Release;
import id.sigap.contracts.directory.ReplyPolicy;
import id.sigap.reply.api.AnswerViews;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.approval.AwaitedApproval;
import id.sigap.reply.checking.CheckViews;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.dispatch.SendCause;
import id.sigap.reply.draft.Source;
import id.sigap.reply.revision.WordDiff;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer in the making, with what this person may do to it. The questions are for the template.
 *
 * @param explanation what its state means
 * @param textLimit how many characters the channel takes
 * @param levels the approvals that it has, and the one that it waits for
 * @param leavesAt when it goes out, in milliseconds since 1970; 0 when it does not wait for that
 * @param own why this person cannot approve it; absent when they can
 * @param because the directory's policy that decides how it is released
 * @param checks what the checks say of its text
 * @param making what the system made its draft of
 * @param diff what its last change changed; empty when nothing did
 * @param confirms whether this person, its author, may agree to what an approver changed
 * @param cause why it has not arrived; empty when it may still, or has
 * @param instead what can be done where sending it again cannot arrive; empty where it may
 */
record AnswerPane(
        UUID id,
        int version,
        String text,
        String hash,
        String explanation,
        ReplyState state,
        boolean supervisor,
        String submitLabel,
        int textLimit,
        List<Level> levels,
        long leavesAt,
        @Nullable String own,
        String because,
        Checks checks,
        Making making,
        List<WordDiff.Part> diff,
        boolean confirms,
        String cause,
        String instead) {
    /** How a decision names the policy that made it: by its place in the directory. */
    private static final Pattern POLICY = Pattern.compile("replies\\[(\\d{1,4})].*");

    static AnswerPane of(
            Optional<Agency> agency,
            CaseViews.Reply reply,
            List<WordDiff.Part> diff,
            Instant lastMessageAt,
            Caller caller,
            int textLimit,
            ZoneId zone,
            DeskWords words) {
        AnswerViews.@Nullable Answer answer = reply.answer();
        AnswerViews.@Nullable Waiting waiting = answer == null ? null : answer.approval();
        ReplyState state = ReplyState.of(reply.state());
        // What a draft will need is decided when it is submitted, by the policy and the case of then.
        int needed = Release.of(
                        state == ReplyState.DRAFT && answer != null
                                ? answer.policy().then()
                                : reply.release())
                .approvals();
        JsonNode given = approvals(reply);
        String code = state == ReplyState.FAILED || state == ReplyState.UNKNOWN ? reply.failureCode() : null;
        SendCause cause = code == null ? null : SendCause.of(code);
        return new AnswerPane(
                reply.replyId(),
                reply.version(),
                reply.body(),
                reply.textHash(),
                words.explain(state, needed, given.size()),
                state,
                caller.is(Roles.SUPERVISOR),
                needed == 0 ? words.send() : words.submit(),
                textLimit,
                levels(reply, state, given, needed, zone, words),
                state == ReplyState.QUEUED && reply.sendAfter() != null
                        ? reply.sendAfter().toEpochMilli()
                        : 0,
                own(reply, caller, given, waiting, words),
                answer == null ? "" : because(answer.policy().because(), agency, words),
                Checks.of(reply, words),
                Making.of(reply.composition(), words),
                diff.stream().allMatch(part -> part.kind().equals("same")) ? List.of() : diff,
                waiting != null && caller.name().equals(waiting.confirmBy()),
                cause == null || reply.failureCode() == null ? "" : words.cause(reply.failureCode()),
                cause == null || state != ReplyState.FAILED || cause.worthRetrying(reply.failedAt(), lastMessageAt)
                        ? ""
                        : words.instead(cause.again()));
    }

    /** The policy as the page of policies has it; as the decision told it, where the directory has another one by now. */
    private static String because(String told, Optional<Agency> agency, DeskWords words) {
        Matcher named = POLICY.matcher(told);
        if (agency.isEmpty() || !named.matches()) {
            return told;
        }
        int place = Integer.parseInt(named.group(1));
        List<ReplyPolicy> policies = agency.get().replies();
        return place >= policies.size()
                ? told
                : place + 1 + ". "
                        + ConditionWords.of(policies.get(place).when(), agency.get(), words) + " → "
                        + words.of(policies.get(place).then());
    }

    /** A supervisor may put in other words what waits for approval; a second person then looks. */
    public boolean canRevise() {
        return state == ReplyState.SUBMITTED && supervisor && !confirms;
    }

    public boolean editable() {
        return state == ReplyState.DRAFT;
    }

    public boolean canApprove() {
        return state == ReplyState.SUBMITTED && supervisor && own == null;
    }

    public boolean canReject() {
        return state == ReplyState.SUBMITTED;
    }

    public boolean canUndo() {
        return state == ReplyState.QUEUED;
    }

    /** A supervisor's decision, who has looked at the channel. */
    public boolean canSendAgain() {
        return supervisor && (failed() && instead.isEmpty() || state == ReplyState.UNKNOWN);
    }

    /** Somebody found it in the conversation on the channel. */
    public boolean canTellThatItArrived() {
        return state == ReplyState.UNKNOWN;
    }

    public boolean failed() {
        return state == ReplyState.FAILED;
    }

    public boolean moving() {
        return state == ReplyState.QUEUED || state == ReplyState.SENDING;
    }

    /** Whether somebody has to decide now. */
    public boolean waits() {
        return state == ReplyState.SUBMITTED;
    }

    /** Whether the channel's limit is worth telling. */
    public boolean limited() {
        return textLimit < Integer.MAX_VALUE;
    }

    private static List<Level> levels(
            CaseViews.Reply reply, ReplyState state, JsonNode given, int needed, ZoneId zone, DeskWords words) {
        List<Level> levels = new ArrayList<>();
        @Nullable Instant since = reply.submittedAt();
        for (JsonNode approval : given) {
            Instant asked = Instant.parse(approval.path("submittedAt").asText());
            Instant decided = Instant.parse(approval.path("decidedAt").asText());
            String who = approval.path("by").asText();
            levels.add(Level.given(levels.size() + 1, who, asked, decided, zone, words));
            since = decided;
        }
        if (state == ReplyState.SUBMITTED && since != null && levels.size() < needed) {
            AnswerViews.@Nullable Answer answer = reply.answer();
            AnswerViews.@Nullable Waiting waiting = answer == null ? null : answer.approval();
            levels.add(new Level(
                    levels.size() + 1,
                    (waiting == null || waiting.asked().isEmpty()
                                    ? ""
                                    : asked(waiting.asked(), waiting.late(), words) + " · ")
                            + Say.SUBMITTED_BY.by(words) + " "
                            + Objects.requireNonNullElse(reply.submittedBy(), words.us()),
                    since.toEpochMilli()));
        }
        return levels;
    }

    /** Who may decide by now, and whether they should have. */
    static String asked(List<AwaitedApproval.Asked> people, boolean late, DeskWords words) {
        String who = people.stream()
                .flatMap(asked -> Stream.concat(
                        asked.people().stream(),
                        asked.roles().stream().map(role -> role.equals(Roles.SUPERVISOR) ? words.role(true) : role)))
                .distinct()
                .collect(Collectors.joining(", "));
        return late ? who + " (" + Say.LATE.by(words) + ")" : who;
    }

    private static @Nullable String own(
            CaseViews.Reply reply,
            Caller caller,
            JsonNode given,
            AnswerViews.@Nullable Waiting waiting,
            DeskWords words) {
        if (caller.name().equals(reply.submittedBy())) {
            return words.refused("own-submission");
        }
        if (caller.name().equals(reply.writtenBy())) {
            return words.refused("own-text");
        }
        for (JsonNode approval : given) {
            if (caller.name().equals(approval.path("by").asText())) {
                return words.refused("approved-already");
            }
        }
        return waiting == null || waiting.mine() ? null : Say.NOT_ASKED.by(words);
    }

    private static JsonNode approvals(CaseViews.Reply reply) {
        try {
            return EventJson.mapper().readTree(reply.approvals());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored approvals are not readable", e);
        }
    }

    /**
     * An approval, given or waited for.
     *
     * @param number from 1
     * @param told who gave it and how long it took, or who asked for it
     * @param runsSince in milliseconds since 1970, while it is waited for; 0 when it is given
     */
    record Level(int number, String told, long runsSince) {
        static Level given(int number, String who, Instant asked, Instant decided, ZoneId zone, DeskWords words) {
            return new Level(
                    number,
                    who + " · " + words.moment(decided, zone) + " · " + words.span(Duration.between(asked, decided)),
                    0);
        }

        public boolean running() {
            return runsSince > 0;
        }
    }

    /**
     * What the checks say.
     *
     * @param blocked whether it can neither be submitted nor approved like this
     * @param findings what they found
     * @param passed how many found nothing
     */
    record Checks(boolean blocked, List<Remark> findings, int passed) {
        static Checks of(CaseViews.Reply reply, DeskWords words) {
            AnswerViews.@Nullable Answer answer = reply.answer();
            return answer == null ? new Checks(false, List.of(), 0) : of(answer.checks(), reply.body(), words);
        }

        static Checks of(CheckViews.Report report, String text, DeskWords words) {
            boolean indonesian = words.language() == Language.INDONESIAN;
            return new Checks(
                    report.blocked(),
                    report.findings().stream()
                            .map(found -> new Remark(
                                    found.severity().equals("blocking"),
                                    indonesian ? found.reason() : found.reasonEn(),
                                    text.substring(
                                            Math.min(found.start(), text.length()),
                                            Math.min(found.end(), text.length())),
                                    found.suggestion()))
                            .toList(),
                    report.passed().size());
        }

        /** Whether there is anything to tell. */
        public boolean told() {
            return passed > 0 || !findings.isEmpty();
        }
    }

    /** One finding: why, where, and what to write instead. */
    record Remark(
            boolean blocks,
            String reason,
            String where,
            @Nullable String instead) {}

    /**
     * What a draft was made of.
     *
     * @param outcome in words; empty when nothing is known
     * @param sources the articles that it quotes
     */
    record Making(String outcome, List<Source> sources) {
        static Making of(CaseViews.@Nullable Composition composition, DeskWords words) {
            if (composition == null) {
                return new Making("", List.of());
            }
            try {
                return new Making(
                        words.outcome(composition.outcome(), composition.reason()),
                        EventJson.mapper().readValue(composition.sources(), new TypeReference<>() {}));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("stored sources are not readable", e);
            }
        }
    }
}
