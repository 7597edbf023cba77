package id.sigap.reply.knowledge;

/**
 * How likely an article answers a text: a logistic regression over what the two have in common. Its coefficients were
 * fitted to the nearest article of each of 382 messages that people judged (docs/drafts.md): the 225 of the evaluation,
 * and 157 that were written for other ends. To be fitted anew when what it sees changes.
 */
final class Likelihood {
    private static final double ASKED = 3.9;
    private static final double SAID = 2.0;
    private static final double WEIGHT = 0.096;
    private static final double TOPIC = 0.81;
    private static final double START = -3.4;

    private Likelihood() {}

    /** From 0 to 1. */
    static double of(IndexedArticle.Overlap overlap, Nearness nearness) {
        double sum = START
                + ASKED * overlap.asked()
                + SAID * overlap.said()
                + WEIGHT * overlap.weight()
                + TOPIC * nearness.step();
        return 1 / (1 + Math.exp(-sum));
    }

    /** How near an article's topics are to the one that triage saw. */
    enum Nearness {
        /** One of the two has none: it speaks neither for nor against. */
        UNKNOWN(1),
        /** Another matter. */
        OTHER(0),
        /** A wider topic of the same family. */
        FAMILY(1),
        /** The very topic. */
        SAME(2);

        private final int step;

        Nearness(int step) {
            this.step = step;
        }

        int step() {
            return step;
        }

        static Nearness of(ArticleContent content, Wanted wanted) {
            if (wanted.topics().isEmpty() || content.topics().isEmpty()) {
                return UNKNOWN;
            }
            if (content.topics().contains(wanted.topics().get(0))) {
                return SAME;
            }
            return wanted.topics().stream().anyMatch(content.topics()::contains) ? FAMILY : OTHER;
        }
    }
}
