package id.sigap.metrics.traffic;

import id.sigap.metrics.figure.Share;
import id.sigap.metrics.selection.CountedTurns;

/** Counts turns that were answered within a time, of those that are old enough to be judged. Not for several threads. */
final class Judged {
    private final long now;
    private final long millis;
    private long count;
    private long matured;

    /** With the moment and the time, ms. */
    Judged(long now, long millis) {
        this.now = now;
        this.millis = millis;
    }

    void add(CountedTurns.Group turns) {
        if (now - turns.startsAt() >= millis) {
            matured += turns.count();
            count += turns.answeredWithin(millis) ? turns.count() : 0;
        }
    }

    Share share() {
        return new Share(millis / 1_000, count, matured, matured == 0 ? null : (double) count / matured);
    }
}
