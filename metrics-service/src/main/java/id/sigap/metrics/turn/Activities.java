package id.sigap.metrics.turn;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Whoever can show what accounts did, hour by hour, without reading all that they ever did. */
public interface Activities {
    /** An hour of each account of an agency that ever did or received anything: which hour does not matter. */
    List<ActivityKey> accounts(String agency);

    /**
     * Gives an account's hours of a span, the newest first, until one is not taken.
     *
     * @param account any hour of it
     * @param from first hour since 1970
     * @param to the hour behind the last
     * @param takes whether to go on
     */
    void newestFirst(ActivityKey account, long from, long to, BiPredicate<ActivityKey, ActivityCount> takes);

    /**
     * Gives the hours of a span of those accounts of an agency that are wanted.
     *
     * @param from first hour since 1970
     * @param to the hour behind the last
     */
    default void each(
            String agency,
            Predicate<ActivityKey> wanted,
            long from,
            long to,
            BiConsumer<ActivityKey, ActivityCount> use) {
        for (ActivityKey account : accounts(agency)) {
            if (wanted.test(account)) {
                newestFirst(account, from, to, (key, count) -> {
                    use.accept(key, count);
                    return true;
                });
            }
        }
    }
}
