package id.sigap.triage.incident;

import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.SketchedIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;

/** One event that many write of: which terms its messages have, how many there are, and since when. Of bounded size. */
final class Incident {
    /** How ordinary a term is. */
    interface Ordinary {
        /** The share of ordinary messages that have the term, above 0. */
        double share(int term);
    }

    /** Which of two that are one goes on: the earlier, and of equally early ones the one with the smaller id. */
    static final Comparator<Incident> SENIORITY =
            Comparator.comparingLong(Incident::first).thenComparing(Incident::id);

    /** So many of the newest messages tell how fast it grows. */
    static final int PACE = 10;

    private static final int MOST_TERMS = 1_000;
    private static final int SAMPLE = 5;
    private static final int MOST_TOPICS = 64;
    /** From so many messages on, the older ones count half: what people write of an event changes with it. */
    private static final float MOST_MEMBERS = 600;
    /** The share of the incident in what comes in is that of about so many messages. */
    private static final double MEMORY = 64;

    /** A term that neither the event nor the ordinary messages have says nothing. */
    private static final double NOTHING = 0.5;

    private static final double SHRINKAGE = 2;
    /** One term never decides, whatever it is. */
    private static final double LEAST = -2;

    private static final double MOST = 3.5;
    /** Terms that most of two incidents' messages have prove little when they are ordinary too. */
    private static final double TELLING = 1;

    private final TermCounts terms = new TermCounts(MOST_TERMS);
    private final Map<String, Integer> topics = new TreeMap<>();
    private final List<UUID> sample = new ArrayList<>(SAMPLE);
    private final long[] times = new long[PACE];
    private int counted;
    private String id;
    private long first;
    private long last;
    private float members;
    private int size;
    private int raised;
    private double share;

    Incident(String id, long first, double share) {
        this.id = id;
        this.first = first;
        this.last = first;
        this.share = share;
    }

    /**
     * As another instance told it.
     *
     * @throws IllegalArgumentException if its terms are none
     */
    static Incident of(SketchedIncident told) {
        Incident incident = new Incident(told.incident(), told.firstAt().toEpochMilli(), 1 / MEMORY);
        PackedTerms.unpack(told.terms(), incident.terms);
        incident.members = Math.max(1, told.members());
        incident.heed(told);
        told.sample().stream().limit(SAMPLE).forEach(incident.sample::add);
        if (!told.topic().equals(Topic.NONE)) {
            incident.topics.put(told.topic(), Math.max(1, told.members()));
        }
        return incident;
    }

    /** As it is told to other instances. */
    SketchedIncident told() {
        return new SketchedIncident(
                id,
                topic(),
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                size,
                raised,
                sample,
                Math.round(members),
                PackedTerms.of(terms));
    }

    /** Takes over what another instance knows better of the same incident; in any order and however often. */
    void heed(SketchedIncident told) {
        first = Math.min(first, told.firstAt().toEpochMilli());
        last = Math.max(last, told.lastAt().toEpochMilli());
        size = Math.max(size, told.size());
        raised = Math.max(raised, told.raised());
    }

    /**
     * Log-odds that a message speaks of this event rather than of anything else, by its terms alone. A message without
     * any of its words has none at all.
     */
    double evidence(Terms of, Ordinary ordinary) {
        if (!hasAny(of)) {
            return 0; // by far the most messages end here
        }
        double evidence = 0;
        for (int i = 0; i < of.size(); i++) {
            double usual = ordinary.share(of.get(i));
            double here = terms.get(of.get(i)) + NOTHING + SHRINKAGE * usual;
            double elsewhere = (members + SHRINKAGE) * usual + NOTHING;
            evidence += Math.max(LEAST, Math.min(MOST, Math.log(here / elsewhere)));
        }
        return evidence;
    }

    /** Milliseconds within which the newest of its messages came in, {@link #PACE} of them or fewer. */
    long pace() {
        int known = Math.min(counted, PACE);
        long oldest = last;
        for (int i = 0; i < known; i++) {
            oldest = Math.min(oldest, times[i]);
        }
        return last - oldest;
    }

    private boolean hasAny(Terms of) {
        for (int i = of.topics(); i < of.size(); i++) {
            if (terms.get(of.get(i)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Counts a message. */
    void add(Sketch sketch) {
        Terms of = sketch.terms();
        for (int i = 0; i < of.size(); i++) {
            terms.add(of.get(i), 1);
        }
        members++;
        if (members > MOST_MEMBERS || terms.isFull()) {
            terms.shrink(0.5f, 1);
            members *= 0.5f;
        }
        if (!sketch.topic().equals(Topic.NONE) && (topics.containsKey(sketch.topic()) || topics.size() < MOST_TOPICS)) {
            topics.merge(sketch.topic(), 1, Integer::sum);
        }
        if (sample.size() < SAMPLE) {
            sample.add(sketch.message());
        }
        last = Math.max(last, sketch.at());
        times[counted % PACE] = sketch.at();
        counted++;
        size++;
    }

    /** Takes in another that is the same event, whose messages are others. */
    void merge(Incident other) {
        other.terms.forEach(terms::add);
        members += other.members;
        size += other.size;
        raised = Math.max(raised, other.raised);
        last = Math.max(last, other.last);
        share = Math.min(1, share + other.share);
        other.topics.forEach((topic, count) -> topics.merge(topic, count, Integer::sum));
    }

    /** Has this size, whatever was added. */
    void recount(int messages) {
        size = messages;
    }

    /** Goes on under the id of one that is the same event and began earlier. */
    void become(String older) {
        id = older;
    }

    /**
     * How much two incidents have in common, 0 to 1: the weight of the telling terms that both have, of the weight of
     * those that the poorer one has.
     */
    double likeness(Incident other, Ordinary ordinary) {
        double[] sums = new double[3];
        terms.forEach((term, count) -> {
            double usual = ordinary.share(term);
            double mine = weight(count, members, usual);
            sums[0] += Math.min(mine, weight(other.terms.get(term), other.members, usual));
            sums[1] += mine;
        });
        other.terms.forEach((term, count) -> sums[2] += weight(count, other.members, ordinary.share(term)));
        double poorer = Math.min(sums[1], sums[2]);
        return poorer <= 0 ? 0 : sums[0] / poorer;
    }

    private static double weight(float count, float members, double usual) {
        double share = count / members;
        return count < 2 ? 0 : share * Math.max(0, Math.log(share / usual) - TELLING);
    }

    /** The term of the topic at the top that most of its messages are about; 0 if they are about none. */
    int topTopic(IntPredicate isTop) {
        int[] top = new int[1];
        float[] most = new float[1];
        terms.forEach((term, count) -> {
            if (count > most[0] && isTop.test(term)) {
                top[0] = term;
                most[0] = count;
            }
        });
        return top[0];
    }

    /** Learns whether the next message was one of this incident. */
    void next(boolean member) {
        share += ((member ? 1 : 0) - share) / MEMORY;
    }

    /** The share of the incident in what came in of late. */
    double share() {
        return share;
    }

    /** What most of its messages are about. */
    String topic() {
        return topics.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Topic.NONE);
    }

    List<UUID> sample() {
        return sample;
    }

    String id() {
        return id;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** Messages so far, by all that is known. */
    int size() {
        return size;
    }

    /** The size of the last surge that was told; 0 for none. */
    int raised() {
        return raised;
    }

    void raise(int level) {
        raised = level;
    }
}
