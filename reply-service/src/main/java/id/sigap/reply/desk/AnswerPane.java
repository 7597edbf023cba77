package id.sigap.reply.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer in the making, with what this person may do to it. The questions are for the template.
 *
 * @param explanation what its state means
 * @param textLimit how many characters the channel takes
 * @param levels the approvals that it has, and the one that it waits for
 * @param leavesAt when it goes out, in milliseconds since 1970; 0 when it does not wait for that
 * @param own why this person cannot approve it; absent when they can
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
        @Nullable String own) {
    static AnswerPane of(CaseViews.Reply reply, Caller caller, int textLimit, ZoneId zone, DeskWords words) {
        ReplyState state = ReplyState.of(reply.state());
        int needed = Release.of(reply.release()).approvals();
        JsonNode given = approvals(reply);
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
                own(reply, caller, given, words));
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
        return supervisor && (failed() || state == ReplyState.UNKNOWN);
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
            levels.add(new Level(
                    levels.size() + 1,
                    who + " · " + words.moment(decided, zone) + " · " + words.span(Duration.between(asked, decided)),
                    0));
            since = decided;
        }
        if (state == ReplyState.SUBMITTED && since != null && levels.size() < needed) {
            levels.add(new Level(
                    levels.size() + 1,
                    Say.SUBMITTED_BY.by(words) + " " + Objects.requireNonNullElse(reply.submittedBy(), words.us()),
                    since.toEpochMilli()));
        }
        return levels;
    }

    private static @Nullable String own(CaseViews.Reply reply, Caller caller, JsonNode given, DeskWords words) {
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
        return null;
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
        public boolean running() {
            return runsSince > 0;
        }
    }
}
