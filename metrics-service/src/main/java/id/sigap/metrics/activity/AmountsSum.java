package id.sigap.metrics.activity;

import id.sigap.metrics.turn.ActivityCount;
import org.jspecify.annotations.Nullable;

/** Adds up hours of an account, or of several. Not for several threads. */
public final class AmountsSum {
    private final ActivityCount.Citizens citizens = new ActivityCount.Citizens();
    private long received;
    private long replies;
    private long acknowledgements;
    private long posts;

    /** Adds an hour. */
    public void add(ActivityCount count) {
        received += count.inbound();
        replies += count.replies();
        acknowledgements += count.acknowledgements();
        posts += count.posts();
        count.addTo(citizens);
    }

    /** All that was added. */
    public Activity.Amounts sum() {
        long wrote = citizens.wrote();
        long answered = citizens.answered();
        return new Activity.Amounts(
                received,
                replies,
                acknowledgements,
                posts,
                share(replies, replies + posts),
                new Activity.Citizens(wrote, answered, share(answered, wrote), citizens.exact()));
    }

    private static @Nullable Double share(long part, long of) {
        return of == 0 ? null : (double) part / of;
    }
}
