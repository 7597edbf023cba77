package id.sigap.triage.topic;

import id.sigap.contracts.directory.Topic;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of an agency's topics a message is about. Two witnesses are heard: the words that the directory lists for
 * each topic, and the model's probabilities. Only topics of the agency can be found; what the model takes for a topic of
 * somebody else counts towards {@link #ELSEWHERE}. A topic that the model has never heard of is found by its words.
 *
 * <p>The answer is as specific as is sure: first the best of the topics at the top, each with all below it, then down
 * the tree as long as one branch stands out.
 */
public final class TopicFinder {
    /** The topic of matters of other offices (luar); found only by agencies that have it, else {@link Topic#NONE}. */
    public static final String ELSEWHERE = "luar";

    private final List<Topic> topics;
    private final TopicIndex words;
    private final Tuning tuning;

    /** By points, up to the most that count, what they multiply a topic's probability with. */
    private final double[] said;

    /** By topic the place of its parent, or -1. */
    private final int[] parents;
    /** By topic the model's label, or -1 when the model does not know it. */
    private final int[] labels;
    /** The topics in an order in which children stand before their parents. */
    private final int[] upwards;

    private final int elsewhere;
    private final LinearWeights.@Nullable Head head;
    private final int noneLabel;
    private final int elsewhereLabel;
    private final boolean modelKnowsAny;

    /**
     * For one agency and one model.
     *
     * @param topics the agency's
     * @param model the weights of topics
     */
    public TopicFinder(List<Topic> topics, LinearWeights model) {
        this(topics, model, Tuning.FOUND);
    }

    TopicFinder(List<Topic> topics, LinearWeights model, Tuning tuning) {
        this.topics = List.copyOf(topics);
        this.words = new TopicIndex(topics);
        this.tuning = tuning;
        this.said = IntStream.rangeClosed(0, tuning.mostWords())
                .mapToDouble(points -> Math.pow(1.0 + points, tuning.perWord()))
                .toArray();
        List<String> ids = topics.stream().map(Topic::id).toList();
        this.head = model.labels().stream().anyMatch(label -> label.startsWith(LinearModel.TOPIC + "/"))
                ? model.head(LinearModel.TOPIC)
                : null;
        List<String> known = head == null ? List.of() : head.labels();
        this.labels = ids.stream().mapToInt(known::indexOf).toArray();
        this.parents =
                topics.stream().mapToInt(topic -> place(ids, topic.parent())).toArray();
        this.upwards = upwards(parents);
        this.elsewhere = ids.indexOf(ELSEWHERE);
        this.noneLabel = known.indexOf(Topic.NONE);
        this.elsewhereLabel = known.indexOf(ELSEWHERE);
        boolean any = false;
        for (int i = 0; i < labels.length; i++) {
            any |= i != elsewhere && labels[i] >= 0;
        }
        this.modelKnowsAny = any;
    }

    /**
     * The topic, or {@link Topic#NONE}.
     *
     * @param sums what the model's features say for each of its labels
     */
    public String find(NormalText text, double[] sums) {
        int[] own = words.scores(text);
        int[] spoken = withParents(own);
        int found = head == null || !modelKnowsAny ? byWords(own, spoken) : byBoth(own, spoken, head, sums);
        return found < 0 ? Topic.NONE : topics.get(found).id();
    }

    /** The spoken topic of which most is said, with what is said of those above it. */
    private static int byWords(int[] own, int[] spoken) {
        int best = -1;
        for (int i = 0; i < own.length; i++) {
            if (own[i] > 0 && (best < 0 || spoken[i] > spoken[best])) {
                best = i;
            }
        }
        return best;
    }

    private int byBoth(int[] own, int[] spoken, LinearWeights.Head learned, double[] sums) {
        double[] probabilities = LinearWeights.softmax(learned.of(sums));
        double none = noneLabel < 0 ? 0 : probabilities[noneLabel];
        double away = elsewhereLabel < 0 ? 0 : probabilities[elsewhereLabel];
        double foreign = 1 - none - away;
        double[] masses = new double[topics.size()];
        for (int i = 0; i < masses.length; i++) {
            if (i != elsewhere) {
                double learnt = labels[i] >= 0 ? probabilities[labels[i]] : own[i] > 0 ? tuning.unheard() : 0;
                foreign -= labels[i] >= 0 ? learnt : 0;
                masses[i] = learnt * said(spoken[i]);
            }
        }
        away = tuning.away() * (away + tuning.foreign() * Math.max(0, foreign));
        away *= elsewhere < 0 ? 1 : said(spoken[elsewhere]);
        double[] branches = branches(masses);
        int top = largest(branches, -1);
        double best = top < 0 ? 0 : branches[top];
        if (tuning.away() * none >= Math.max(best, away)) {
            return -1;
        }
        return away > best ? elsewhere : descend(top, masses, branches);
    }

    /** What words add to a topic: they multiply its probability. */
    private double said(int spoken) {
        return said[Math.min(spoken, said.length - 1)];
    }

    /** Each topic with all below it. */
    private double[] branches(double[] masses) {
        double[] branches = masses.clone();
        for (int topic : upwards) {
            if (parents[topic] >= 0) {
                branches[parents[topic]] += branches[topic];
            }
        }
        return branches;
    }

    /** Down from a topic as long as one branch stands out. */
    private int descend(int from, double[] masses, double[] branches) {
        int at = from;
        while (true) {
            int below = largest(branches, at);
            if (below < 0 || branches[below] < tuning.branch() * branches[at] || branches[below] < masses[at]) {
                return at;
            }
            at = below;
        }
    }

    /** The topic under a parent (-1: at the top) with the largest branch; -1 when all are empty. */
    private int largest(double[] branches, int parent) {
        int best = -1;
        for (int i = 0; i < branches.length; i++) {
            if (parents[i] == parent && branches[i] > 0 && (best < 0 || branches[i] > branches[best])) {
                best = i;
            }
        }
        return best;
    }

    private int[] withParents(int[] own) {
        int[] spoken = own.clone();
        for (int i = upwards.length - 1; i >= 0; i--) {
            int topic = upwards[i];
            if (parents[topic] >= 0) {
                spoken[topic] += spoken[parents[topic]];
            }
        }
        return spoken;
    }

    private static int place(List<String> ids, @Nullable String id) {
        return id == null ? -1 : ids.indexOf(id);
    }

    private static int[] upwards(int[] parents) {
        int[] depths = new int[parents.length];
        Integer[] order = new Integer[parents.length];
        for (int i = 0; i < parents.length; i++) {
            order[i] = i;
            for (int at = i; parents[at] >= 0 && depths[i] < parents.length; at = parents[at]) {
                depths[i]++;
            }
        }
        Arrays.sort(order, (a, b) -> depths[b] - depths[a]);
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /**
     * How the two witnesses are weighed; found on a part of the training split.
     *
     * @param perWord a topic of which words say n points is (n + 1) to the power of this more probable
     * @param mostWords points beyond these add nothing
     * @param foreign the part of other agencies' topics that counts as elsewhere; the rest is taken for a mistake
     * @param away what the probability of other matters, and of none, is multiplied with: people write to the right
     *     agency more often than the training messages do
     * @param unheard the probability of a spoken topic that the model does not know
     * @param branch the share of a topic that its best branch must have to be gone down
     */
    record Tuning(double perWord, int mostWords, double foreign, double away, double unheard, double branch) {
        static final Tuning FOUND = new Tuning(2.5, 9, 0.6, 0.5, 0.15, 0.35);
    }
}
