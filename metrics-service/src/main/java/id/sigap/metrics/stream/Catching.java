package id.sigap.metrics.stream;

/**
 * Whether a task still reads what happened while it was away: after a start, a rebalance, or from the beginning. What it
 * would warn of then may have been answered long ago, in records that it has not read yet.
 *
 * <p>It catches up for as long as records come that are old: the newest time of any of them is more than
 * {@link #OLD_MILLIS} ago, and the last came within {@link #QUIET_MILLIS}. So it also ends where there is no newer record.
 */
final class Catching {
    private static final long OLD_MILLIS = 60_000;
    private static final long QUIET_MILLIS = 2_000;
    /** Until the first records can have come. */
    private static final long START_MILLIS = 3_000;

    private final long startedAt;
    private long lastAt = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;

    Catching(long startedAt) {
        this.startedAt = startedAt;
    }

    /** A record of that time was read. */
    void read(long now, long of) {
        lastAt = now;
        newest = Math.max(newest, of);
    }

    /** Whether it catches up. */
    boolean up(long now) {
        if (now - startedAt < START_MILLIS) {
            return true;
        }
        return lastAt > now - QUIET_MILLIS && newest < now - OLD_MILLIS;
    }
}
