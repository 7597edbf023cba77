package id.sigap.triage.incident;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out whether an incident begins: whether some terms of a message are suddenly in many more of the recent ones
 * than is ordinary, and whether enough citizens' messages share several of these terms.
 */
final class Outbreak {
    /** Messages that make an incident. */
    private static final int MESSAGES = 7;
    /** So many that share bursting terms are worth asking what else they share, and who shares that. */
    private static final int START = 4;
    /** Citizens that make an incident: one who writes the same again and again is none. */
    private static final int CITIZENS = 5;
    /** Recent messages that must have a term before it counts as bursting. */
    private static final int AT_LEAST = 4;
    /** How many times the ordinary number, and how many more. */
    private static final double TIMES = 3;

    private static final double MORE = 2;

    private static final double MOST_WEIGHT = 4;
    /** The weight of bursting terms that a message must have, and must share with another: never one term alone. */
    private static final double WEIGHT = 5;

    private static final double SHARED = 4;
    /**
     * After what looked like the beginning of one and was none, some messages are not looked at: two while there are few
     * recent ones, a hundred while there are two thousand, so that looking never costs more than the rest.
     */
    private static final int PATIENCE = 32_768;

    private static final int LEAST_PAUSE = 2;

    private static final int ROUNDS = 3;

    private final RecentMessages recent;
    private final RecentMessages newest;
    private final Incident.Ordinary ordinary;
    private int pause;

    /**
     * Over what came in of late.
     *
     * @param newest the end of {@code recent}, in which a sudden event shows while it is still small
     */
    Outbreak(RecentMessages recent, RecentMessages newest, Incident.Ordinary ordinary) {
        this.recent = recent;
        this.newest = newest;
        this.ordinary = ordinary;
    }

    /** The recent messages of the incident that this message, one of them, begins; empty if it begins none. */
    Set<Sketch> around(Sketch sketch) {
        if (pause > 0) {
            pause--;
            return Set.of();
        }
        double[] weights = weights(sketch.terms());
        if (sum(weights) < WEIGHT) {
            return Set.of();
        }
        Set<Sketch> members = new LinkedHashSet<>();
        for (Sketch other : recent) {
            if (shared(sketch.terms(), weights, other.terms()) >= SHARED) {
                members.add(other);
            }
        }
        for (int round = 0; round < ROUNDS && members.size() >= START; round++) {
            members = refined(members);
        }
        if (isEnough(members)) {
            return members;
        }
        pause = LEAST_PAUSE + recent.size() * recent.size() / PATIENCE;
        return Set.of();
    }

    /** Those that belong to the incident that these would make: some come, some go. */
    private Set<Sketch> refined(Set<Sketch> members) {
        Incident draft = new Incident("", 0, 0);
        members.forEach(draft::add);
        double share = (double) members.size() / recent.size();
        Set<Sketch> refined = new LinkedHashSet<>();
        for (Sketch other : recent) {
            if (AgencyIncidents.belongs(other, draft, share, ordinary)) {
                refined.add(other);
            }
        }
        return refined;
    }

    private static boolean isEnough(Set<Sketch> members) {
        if (members.size() < MESSAGES) {
            return false;
        }
        Set<UUID> citizens = new HashSet<>();
        members.forEach(member -> citizens.add(member.conversation()));
        return citizens.size() >= CITIZENS;
    }

    private double[] weights(Terms terms) {
        double[] weights = new double[terms.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(weight(terms.get(i), recent), weight(terms.get(i), newest));
        }
        return weights;
    }

    private double weight(int term, RecentMessages among) {
        int with = among.with(term);
        if (with < AT_LEAST) {
            return 0;
        }
        double expected = ordinary.share(term) * among.size();
        return with < TIMES * expected + MORE ? 0 : Math.min(MOST_WEIGHT, Math.log(with / expected));
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private static double shared(Terms terms, double[] weights, Terms others) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0 && others.has(terms.get(i))) {
                sum += weights[i];
            }
        }
        return sum;
    }
}
