package id.sigap.runtime.outbox;

/** How long to wait after the nth failure in a row: 200 ms, doubling, at most 5 s. */
final class Backoff {
    private static final long FIRST_MILLIS = 200;
    private static final long LAST_MILLIS = 5_000;

    private long next = FIRST_MILLIS;

    long failed() {
        long now = next;
        next = Math.min(LAST_MILLIS, next * 2);
        return now;
    }

    void succeeded() {
        next = FIRST_MILLIS;
    }
}
