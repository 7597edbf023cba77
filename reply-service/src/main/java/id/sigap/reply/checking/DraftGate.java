package id.sigap.reply.checking;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.checks.AnsweredTurn;
import id.sigap.reply.checks.CheckedAgency;
import id.sigap.reply.checks.CheckedReply;
import id.sigap.reply.checks.ReplyChecks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands before every draft that policy would release by itself: what a check forbids waits for a person. */
public final class DraftGate {
    private final Directory world;
    private final Instant now;
    private final Map<String, List<String>> recent;

    /**
     * For one batch.
     *
     * @param recent what accounts said last in public, newest first
     */
    public DraftGate(Directory world, Instant now, Map<String, List<String>> recent) {
        this.world = world;
        this.now = now;
        this.recent = new HashMap<>(recent);
    }

    /** Whether a draft may leave without a person; if so, the next ones of the batch must not be its twins. */
    public boolean passes(Draft draft) {
        Understanding understanding = draft.understanding();
        AnsweredTurn turn = AnsweredTurn.of(
                understanding.kind(),
                understanding.topic(),
                understanding.urgency(),
                draft.said(),
                ReplyChecker.questions(draft.agency(), understanding.topic(), understanding.missing()));
        CheckedReply reply = new CheckedReply(
                draft.body(),
                draft.channel(),
                draft.visibility(),
                ReplyChecker.textLimit(world, draft.channel(), draft.visibility(), now),
                ReplyChecker.windowOpen(world, draft.channel(), draft.lastMessageAt(), now),
                turn,
                CheckedAgency.of(draft.agency()),
                draft.visibility() == Visibility.PUBLIC ? recent.getOrDefault(draft.account(), List.of()) : List.of());
        boolean passes = !ReplyChecks.blocked(ReplyChecks.of(reply));
        if (passes && draft.visibility() == Visibility.PUBLIC) {
            List<String> newest = new ArrayList<>(List.of(draft.body()));
            newest.addAll(recent.getOrDefault(draft.account(), List.of()));
            recent.put(draft.account(), newest);
        }
        return passes;
    }

    /**
     * A draft and what it answers.
     *
     * @param agency who answers
     * @param account through which account
     * @param channel on which channel
     * @param visibility who reads it
     * @param understanding what is understood of the turn
     * @param said the messages of the turn that the batch has
     * @param lastMessageAt when the citizen last wrote
     * @param body the text
     */
    public record Draft(
            Agency agency,
            String account,
            Channel channel,
            Visibility visibility,
            Understanding understanding,
            List<AnsweredTurn.Said> said,
            Instant lastMessageAt,
            String body) {
        /** Without its words, so that no log line can hold them. */
        @Override
        public String toString() {
            return "Draft[" + account + "]";
        }
    }
}
