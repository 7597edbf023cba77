package id.sigap.triage.incident;

/**
 * What an agency's ordinary messages are about: counts by term that fade with time, over the corpus' shares as a prior.
 * Of a fixed size: terms share cells when there are many, which only makes a term look more ordinary than it is.
 */
final class OrdinaryRates {
    private static final int CELLS = 1 << 15;
    /** The corpus weighs as much as this many messages of the agency itself. */
    private static final double PRIOR = 200;
    /** Weights grow instead of all cells fading; beyond this they are scaled down. */
    private static final double HEAVIEST = 1e6;

    /** The corpus knows no agency's topics: until the agency's own messages say more, each is taken for common. */
    private static final double TOPIC = 0.1;

    private static final int TOP = 2;
    private static final int MOST_TOPICS = 1_000;

    private final OrdinaryWords words;
    private final TermCounts topics = new TermCounts(MOST_TOPICS);
    private final double fadeMillis;
    private final float[] cells = new float[CELLS];
    private double messages;
    private long since = Long.MIN_VALUE;
    private long began = Long.MIN_VALUE;
    private double weight = 1;

    OrdinaryRates(OrdinaryWords words, double fadeMillis) {
        this.words = words;
        this.fadeMillis = fadeMillis;
    }

    /** Learns which terms stand for topics. */
    void know(Terms terms) {
        for (int i = 0; i < terms.topics(); i++) {
            if (topics.get(terms.get(i)) == 0) {
                topics.add(terms.get(i), i == 0 ? TOP : TOP - 1);
            }
        }
    }

    /** Whether a term stands for a topic that has none above it. */
    boolean isTop(int term) {
        return topics.get(term) == TOP;
    }

    /** Counts a message. */
    void add(Sketch sketch, long now) {
        fade(now);
        count(sketch, weight);
    }

    /** Takes back a message that turned out to be none of the ordinary ones. */
    void remove(Sketch sketch, long now) {
        fade(now);
        count(sketch, -weight * Math.exp(-Math.max(0, now - sketch.at()) / fadeMillis));
    }

    /** Ordinary messages, faded, without those that are too new to be called so. */
    private double settled(int recent) {
        return Math.max(0, messages / weight - recent);
    }

    /**
     * The share of ordinary messages that have a term, above 0.
     *
     * @param recentWith messages too new to be called ordinary, with the term
     * @param recent messages too new to be called ordinary
     */
    double share(int term, int recentWith, int recent) {
        double with = Math.max(0, cells[cell(term)] / weight - recentWith);
        double share = (with + PRIOR * words.share(term)) / (settled(recent) + PRIOR);
        return topics.get(term) == 0 ? share : Math.max(share, TOPIC);
    }

    /** Ordinary messages with a term per millisecond, as seen since the beginning or within the fading time. */
    double perMilli(int term, long now) {
        double watched = fadeMillis * (1 - Math.exp(-Math.max(1, now - began) / fadeMillis));
        return cells[cell(term)] / weight / watched;
    }

    private void count(Sketch sketch, double by) {
        messages = Math.max(0, messages + by);
        Terms terms = sketch.terms();
        for (int i = 0; i < terms.size(); i++) {
            int cell = cell(terms.get(i));
            cells[cell] = (float) Math.max(0, cells[cell] + by);
        }
    }

    private void fade(long now) {
        if (since == Long.MIN_VALUE) {
            since = now;
            began = now;
        }
        if (now > since) {
            weight *= Math.exp((now - since) / fadeMillis);
            since = now;
            if (weight > HEAVIEST) {
                scale();
            }
        }
    }

    private void scale() {
        for (int i = 0; i < CELLS; i++) {
            cells[i] = (float) (cells[i] / weight);
        }
        messages /= weight;
        weight = 1;
    }

    private static int cell(int term) {
        return (term * 0x85EBCA6B) >>> 17;
    }
}
