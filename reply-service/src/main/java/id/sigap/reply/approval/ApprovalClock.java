package id.sigap.reply.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one wait for an approval, be it of an answer or of a statement to many. It runs from when the text came to
 * this level, and hands the approval on when nobody gives it in time.
 *
 * @param level the approval that is waited for, from 1
 * @param since when the wait for this level began
 * @param hop how often it was handed on
 * @param targetAt by when the first who were asked should have decided; absent when nothing is aimed at
 * @param dueAt when it is handed on next; absent when it stays where it is
 */
public record ApprovalClock(
        int level,
        Instant since,
        int hop,
        @Nullable Instant targetAt,
        @Nullable Instant dueAt) {
    /** A wait that begins now. */
    public static ApprovalClock begin(int level, ApprovalRoute route, Instant now) {
        return new ApprovalClock(level, now, 0, route.targetAt(now), route.due(0, now));
    }

    /** A wait of which nothing is on record: it stays with those who are asked first. */
    public static ApprovalClock unknown(int level, Instant since) {
        return new ApprovalClock(level, since, 0, null, null);
    }

    /**
     * Nobody decided in time: one step further by the directory of now, or, when it has no more, it stays where it is.
     * The wait itself goes on.
     */
    public ApprovalClock handedOn(ApprovalRoute route, Instant now) {
        int next = hop + 1;
        return next < route.steps().size()
                ? new ApprovalClock(level, since, next, targetAt, route.due(next, now))
                : new ApprovalClock(level, since, hop, targetAt, null);
    }

    /** What is written down of a hop from this clock to the next, e.g. {@code level 1 → deputies: tono}. */
    public String summary(ApprovalClock next, ApprovalRoute route) {
        return next.hop() == hop
                ? "level " + level + ": nobody is left to hand it on to"
                : "level " + level + " → " + route.steps().get(next.hop()).summary();
    }

    /** Whether the first who were asked should have decided by now. */
    public boolean late(Instant now) {
        return targetAt != null && now.isAfter(targetAt);
    }
}
