package id.sigap.metrics.stream;

/**
 * Whether a task still reads what happened while it was away: after a start, a rebalance, or from the beginning. What it
 * would warn of then may have been answered long ago, in records that it has not read yet.
 *
 * <p>It catches up for as long as records come that are old: the newest time of any of them is more than
 * {@link #OLD_MILLIS} ago, and the last came within a time. So it also ends where there is no newer record.
 */
final class Catching {
    private static final long OLD_MILLIS = 60_000;

    private final long startedAt;
    private final long startMillis;
    private final long quietMillis;
    private long lastAt = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;

    /**
     * Begins.
     *
     * @param startMillis until the first records can have come
     * @param quietMillis how long after the last record there are none left
     */
    Catching(long startedAt, long startMillis, long quietMillis) {
        this.startedAt = startedAt;
        this.startMillis = startMillis;
        this.quietMillis = quietMillis;
    }

    /** A record of that time was read. */
    void read(long now, long of) {
        lastAt = now;
        newest = Math.max(newest, of);
    }

    /** Whether it catches up. */
    boolean up(long now) {
        if (now - startedAt < startMillis) {
            return true;
        }
        return old(now);
    }

    /** Whether it reads what is old. */
    boolean old(long now) {
        return lastAt > now - quietMillis && newest < now - OLD_MILLIS;
    }
}
