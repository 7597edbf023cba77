package id.sigap.reply.cases;

import id.sigap.contracts.Urgency;
import java.util.List;

/** Urgency as the database sorts it: 0 low, 1 normal, 2 high, 3 critical. Stored, so never to be renumbered. */
public final class UrgencyRank {
    private static final List<Urgency> RANKS = List.of(Urgency.LOW, Urgency.NORMAL, Urgency.HIGH, Urgency.CRITICAL);

    private UrgencyRank() {}

    /** The rank of an urgency. */
    public static int of(Urgency urgency) {
        return RANKS.indexOf(urgency);
    }

    /** The urgency of a rank. */
    public static Urgency at(int rank) {
        return RANKS.get(rank);
    }
}
