package id.sigap.reply.dispatch;

import java.time.Duration;

/** How long to wait before what was provably not accepted is tried again. */
public final class Backoff {
    /** Beyond this many attempts a person must look: at the longest wait that is most of a working day. */
    public static final int MOST_ATTEMPTS = 100;

    /** How long an account rests that takes nothing until a person acts; then one more try tells. */
    public static final Duration HELD = Duration.ofSeconds(30);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Backoff() {}

    /**
     * The wait after an attempt: doubling from one second to five minutes, and never less than the channel asked for.
     *
     * @param attempts how many there were, from 1
     * @param asked what the channel asked for
     */
    public static Duration after(int attempts, Duration asked) {
        int doublings = Math.min(Math.max(attempts - 1, 0), 9);
        Duration own = FIRST.multipliedBy(1L << doublings);
        Duration wait = own.compareTo(LONGEST) > 0 ? LONGEST : own;
        return asked.compareTo(wait) > 0 ? asked : wait;
    }
}
