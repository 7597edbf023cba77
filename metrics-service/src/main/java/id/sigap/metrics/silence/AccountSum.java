package id.sigap.metrics.silence;

import id.sigap.metrics.activity.Activity;
import id.sigap.metrics.activity.AmountsSum;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.selection.CountedTurns;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.Rounding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds up what is known of one account. Not for several threads. */
final class AccountSum {
    private final String agency;
    private final String account;
    private final String channel;
    private final boolean inDirectory;
    private final Sample sample;
    private final AmountsSum amounts = new AmountsSum();
    private boolean ever;
    private long lastInbound;
    private long lastOutbound;
    private long lastPostHour = -1;

    AccountSum(String agency, String account, String channel, boolean inDirectory, Sample sample) {
        this.agency = agency;
        this.account = account;
        this.channel = channel;
        this.inDirectory = inDirectory;
        this.sample = sample;
    }

    /** An hour of the span. */
    void add(ActivityCount count) {
        amounts.add(count);
    }

    /** There was something, sometime. */
    void existed() {
        ever = true;
    }

    /** An hour, the newest first: whether an older one could tell more of when there was a sign of life last. */
    boolean last(long hour, ActivityCount count) {
        lastInbound = Math.max(lastInbound, count.lastInbound());
        lastOutbound = Math.max(lastOutbound, count.lastOutbound());
        lastPostHour = count.posts() > 0 ? Math.max(lastPostHour, hour) : lastPostHour;
        return lastInbound == 0 || lastOutbound == 0 || lastPostHour < 0;
    }

    /** Turns of the span. */
    void add(CountedTurns.Group turns) {
        ever = true;
        sample.add(turns.startsAt(), turns.outcome(), turns.lastedMillis(), turns.count());
    }

    /** What is known, without a rank. */
    Silence.Account told() {
        Activity.Amounts did = amounts.sum();
        Figures figures = sample.figures();
        return new Silence.Account(
                null,
                agency,
                account,
                channel,
                inDirectory,
                state(did, figures.n()),
                did,
                figures.n(),
                figures.waiting(),
                figures.ignored(),
                moment(lastInbound),
                moment(lastOutbound),
                lastPostHour < 0 ? null : Instant.ofEpochMilli(lastPostHour * Rounding.HOUR_MILLIS));
    }

    private Silence.State state(Activity.Amounts did, long turns) {
        if (!ever) {
            return Silence.State.NEVER;
        }
        if (did.replies() > 0) {
            return Silence.State.ANSWERS;
        }
        if (turns > 0) {
            return did.posts() > 0 ? Silence.State.POSTS_AND_IGNORES : Silence.State.IGNORES;
        }
        return did.posts() > 0 ? Silence.State.POSTS : Silence.State.QUIET;
    }

    private static @Nullable Instant moment(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
