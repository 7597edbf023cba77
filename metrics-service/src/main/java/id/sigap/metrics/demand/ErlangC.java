package id.sigap.metrics.demand;

import org.jspecify.annotations.Nullable;

/**
 * How many people answer so many messages in time: Erlang C, the queue M/M/n without abandonment. A message does not hang
 * up as a caller does, so of Erlang A's patience only the infinite is left, which is Erlang C.
 *
 * <p>The wait for a person: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in
 * automatic telephone exchanges" (1917). Wait and handling together: Gross, Shortle, Thompson and Harris, "Fundamentals of
 * Queueing Theory", 4th edition (2008), section 2.3.
 *
 * <p>Each hour is taken by itself and as steady, handling times as exponential, and messages as served in order.
 */
public final class ErlangC {
    /** More people than this are not looked for. */
    public static final int MOST = 5_000;

    private static final double ALMOST = 1e-9;

    private ErlangC() {}

    /**
     * The least people with which a share of messages is answered within a time.
     *
     * @param perHour how many messages come in an hour
     * @param handlingSeconds what one takes on average
     * @param withinSeconds the time from its arrival to its answer
     * @param share how many are to be answered in it, above 0 and below 1
     * @return 0 if nothing comes; null if no number of people reaches it: handling alone takes too long
     */
    public static @Nullable Integer people(double perHour, double handlingSeconds, double withinSeconds, double share) {
        if (perHour <= 0) {
            return 0;
        }
        if (1 - Math.exp(-withinSeconds / handlingSeconds) < share) {
            return null;
        }
        double load = perHour / 3_600 * handlingSeconds;
        double blocked = 1;
        for (int people = 1; people <= MOST; people++) {
            blocked = load * blocked / (people + load * blocked);
            if (people > load && inTime(people, load, blocked, withinSeconds / handlingSeconds) >= share) {
                return people;
            }
        }
        return null;
    }

    /**
     * The share of messages that is answered within a time, with so many people.
     *
     * @return 0 if they are too few for what comes: then the pile grows without end
     */
    public static double answeredWithin(int people, double perHour, double handlingSeconds, double withinSeconds) {
        double load = perHour / 3_600 * handlingSeconds;
        double blocked = 1;
        for (int n = 1; n <= people; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return people > load ? inTime(people, load, blocked, withinSeconds / handlingSeconds) : 0;
    }

    /** The probability that a message finds all people busy. */
    static double waits(int people, double load, double blocked) {
        return people * blocked / (people - load * (1 - blocked));
    }

    /** With the time in units of the handling time. */
    private static double inTime(int people, double load, double blocked, double time) {
        double waits = waits(people, load, blocked);
        double spare = people - 1 - load;
        // Both powers are of negative numbers: one of a positive one would be infinite where there is much time.
        double late = Math.abs(spare) < ALMOST
                ? time * Math.exp(-time)
                : (Math.exp(-time) - Math.exp(-(people - load) * time)) / spare;
        return 1 - Math.exp(-time) - waits * late;
    }
}
