package id.sigap.reply.webhooks;

import java.time.Duration;

/** When an endpoint that did not take an event is told again: three times as long after each attempt, up to six hours. */
final class RetryPlan {
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int TRIPLINGS = 12;
    private static final double JITTER = 0.2;

    private final Duration first;

    RetryPlan(Duration first) {
        this.first = first;
    }

    /**
     * The wait after an attempt.
     *
     * @param attempts how many there were, from 1
     * @param asked what the endpoint asked for
     * @param chance from 0 to 1: where in the jitter, so that endpoints that fell together do not rise together
     */
    Duration after(int attempts, Duration asked, double chance) {
        double wait = first.toMillis() * Math.pow(3, Math.min(Math.max(attempts - 1, 0), TRIPLINGS));
        double capped = Math.min(wait, (double) LONGEST.toMillis()) * (1 - JITTER + 2 * JITTER * chance);
        Duration own = Duration.ofMillis((long) capped);
        Duration least = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        return own.compareTo(least) >= 0 ? own : least;
    }
}
