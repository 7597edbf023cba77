package id.sigap.reply.tracking;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong tokens per address and minute; who guesses is slowed down, who has a token never is. */
final class Guesses {
    private static final long WINDOW_MILLIS = 60_000;
    private static final int ADDRESSES = 10_000;

    private final int allowed;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    /**
     * With a limit.
     *
     * @param allowed wrong tokens per minute
     */
    Guesses(int allowed) {
        this.allowed = allowed;
    }

    /** Notes a wrong token; whether the address has had too many. */
    synchronized boolean tooMany(String address, long nowMillis) {
        Count count = counts.compute(
                address,
                (key, before) -> before == null || nowMillis - before.since() >= WINDOW_MILLIS
                        ? new Count(nowMillis, 1)
                        : new Count(before.since(), before.wrong() + 1));
        return count.wrong() > allowed;
    }

    private record Count(long since, int wrong) {}
}
