package id.sigap.reply.approval;

import id.sigap.reply.dispatch.ReplyState;
import org.jspecify.annotations.Nullable;

/**
 * The rules of release. What is approved is what is sent: an approval counts for one text only, and any change of the
 * text, or of what the citizen wrote, voids it. Nobody approves what they wrote or submitted, and every level takes
 * another person.
 */
public final class FourEyes {
    private FourEyes() {}

    /** Somebody puts a draft forward. Without approvals in its release it is released at once. */
    public static Verdict submit(ReviewedReply reply, String seenHash) {
        if (reply.state() != ReplyState.DRAFT) {
            return new Verdict.Refused(Refusal.WRONG_STATE);
        }
        if (!seenHash.equals(reply.textHash())) {
            return new Verdict.Refused(Refusal.TEXT_CHANGED);
        }
        return reply.release().approvals() == 0 ? new Verdict.Released() : new Verdict.Awaits(1);
    }

    /** Somebody approves the text that they saw. */
    public static Verdict approve(ReviewedReply reply, String by, String seenHash) {
        if (reply.state() != ReplyState.SUBMITTED) {
            return new Verdict.Refused(Refusal.WRONG_STATE);
        }
        Refusal part = part(reply, by);
        if (part != null) {
            return new Verdict.Refused(part);
        }
        if (!seenHash.equals(reply.textHash())) {
            return new Verdict.Refused(Refusal.TEXT_CHANGED);
        }
        int given = valid(reply) + 1;
        return given >= reply.release().approvals() ? new Verdict.Released() : new Verdict.Awaits(given + 1);
    }

    /**
     * An approver changes the text while it waits: it goes on waiting, from the first approval on, for what was approved
     * was another text. Who submitted it takes it back instead.
     */
    public static Verdict revise(ReviewedReply reply, String by) {
        if (reply.state() != ReplyState.SUBMITTED) {
            return new Verdict.Refused(Refusal.WRONG_STATE);
        }
        return by.equals(reply.submittedBy()) ? new Verdict.Refused(Refusal.OWN_SUBMISSION) : returned(reply);
    }

    /**
     * The author agrees to the text that an approver made of theirs, and so the approver's change counts as an approval:
     * two people stand behind exactly this text.
     *
     * @param editor the approver whose change waits for this; null when none does
     */
    public static Verdict confirm(ReviewedReply reply, String by, String seenHash, @Nullable String editor) {
        if (reply.state() != ReplyState.SUBMITTED) {
            return new Verdict.Refused(Refusal.WRONG_STATE);
        }
        if (editor == null || !editor.equals(reply.writtenBy())) {
            return new Verdict.Refused(Refusal.NOTHING_TO_CONFIRM);
        }
        if (!by.equals(reply.submittedBy()) || by.equals(editor)) {
            return new Verdict.Refused(Refusal.NOT_AUTHOR);
        }
        if (!seenHash.equals(reply.textHash())) {
            return new Verdict.Refused(Refusal.TEXT_CHANGED);
        }
        int given = valid(reply) + 1;
        return given >= reply.release().approvals() ? new Verdict.Released() : new Verdict.Awaits(given + 1);
    }

    /** Somebody sends it back to its writer. */
    public static Verdict reject(ReviewedReply reply) {
        return reply.state() == ReplyState.SUBMITTED ? returned(reply) : new Verdict.Refused(Refusal.WRONG_STATE);
    }

    /** Somebody changes the text: whatever was approved was another text. */
    public static Verdict edit(ReviewedReply reply) {
        return reply.state() == ReplyState.DRAFT || reply.state() == ReplyState.SUBMITTED
                ? returned(reply)
                : new Verdict.Refused(Refusal.WRONG_STATE);
    }

    /** Somebody takes back what is released and not yet on its way. */
    public static Verdict undo(ReviewedReply reply) {
        return reply.state() == ReplyState.QUEUED ? returned(reply) : new Verdict.Refused(Refusal.WRONG_STATE);
    }

    /**
     * Somebody who may lets go out once more what failed, or what nobody can tell of. Only that was approved before and
     * has tried: whatever else is not sent must go the way of approval.
     */
    public static Verdict sendAgain(ReviewedReply reply) {
        return reply.state() == ReplyState.UNKNOWN || reply.state() == ReplyState.FAILED
                ? new Verdict.Released()
                : new Verdict.Refused(Refusal.WRONG_STATE);
    }

    /** The citizen wrote more, or changed or withdrew what the reply answers. */
    public static Verdict citizenChanged(ReviewedReply reply) {
        return reply.state().open() ? returned(reply) : new Verdict.Refused(Refusal.WRONG_STATE);
    }

    /** Whether somebody has no part in the text yet: neither wrote it, nor put it forward, nor approved it. */
    public static boolean stranger(ReviewedReply reply, String by) {
        return part(reply, by) == null;
    }

    private static @Nullable Refusal part(ReviewedReply reply, String by) {
        if (by.equals(reply.submittedBy())) {
            return Refusal.OWN_SUBMISSION;
        }
        if (by.equals(reply.writtenBy())) {
            return Refusal.OWN_TEXT;
        }
        return reply.approvals().stream().anyMatch(given -> given.by().equals(by)) ? Refusal.APPROVED_ALREADY : null;
    }

    /** The approval that a submitted reply waits for, from 1. */
    public static int level(ReviewedReply reply) {
        return valid(reply) + 1;
    }

    private static Verdict returned(ReviewedReply reply) {
        boolean waited = reply.state() == ReplyState.SUBMITTED;
        return new Verdict.Returned(waited ? level(reply) : 0, reply.approvals().size());
    }

    private static int valid(ReviewedReply reply) {
        return (int) reply.approvals().stream()
                .filter(given -> given.textHash().equals(reply.textHash()))
                .count();
    }
}
