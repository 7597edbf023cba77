package id.sigap.triage.kind;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Because;
import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.Features;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kinds by the linear model, with the words that decided. */
public final class LinearKinds implements KindClassifier {
    /** What all terms that are not named weigh together. */
    public static final String REST = "…";

    private static final int REASONS = 5;
    private static final double SCORE_STEP = 10_000;
    private static final int SPREAD = 0x9E3779B1;
    private static final Comparator<Because> HEAVIEST =
            Comparator.comparingDouble(Because::weight).reversed().thenComparing(Because::term);

    private final LinearWeights weights;
    private final LinearWeights.Head head;
    private final List<Kind> kinds;

    /** By a model's head of kinds. */
    public LinearKinds(LinearModel model) {
        this.weights = model.nature();
        this.head = weights.head(LinearModel.KIND);
        this.kinds = head.labels().stream().map(Kind::of).toList();
    }

    @Override
    public String model() {
        return weights.name();
    }

    @Override
    public KindDecision classify(NormalText text, LinearModel.Sums sums) {
        double[] mine = head.of(sums.nature());
        double[] probabilities = LinearWeights.softmax(mine);
        int best = LinearWeights.best(probabilities);
        return KindDecision.of(kinds, probabilities, because(text.tokens(), sums.vector(), mine, best), model());
    }

    /**
     * The words that spoke for a kind more than for the kinds on average, with their pieces and pairs, heaviest first,
     * and what the rest weighs: together the score, which is the kind's log-probability above the mean of all kinds'.
     */
    private List<Because> because(List<Token> tokens, FeatureVector vector, double[] sums, int kind) {
        double[] byToken = weights.byToken(vector, tokens.size(), head, kind);
        Because[] heaviest = new Because[REASONS];
        int count = 0;
        @Nullable String[] names = together(tokens, byToken);
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            double weight = rounded(byToken[i]);
            boolean enough = count == REASONS && weight < heaviest[REASONS - 1].weight();
            if (name != null && weight > 0 && !enough) {
                Because reason = new Because(name.replace('_', ' '), weight);
                int at = count;
                while (at > 0 && HEAVIEST.compare(reason, heaviest[at - 1]) < 0) {
                    at--;
                }
                if (at < REASONS) {
                    System.arraycopy(heaviest, at, heaviest, at + 1, Math.min(count, REASONS - 1) - at);
                    heaviest[at] = reason;
                    count = Math.min(count + 1, REASONS);
                }
            }
        }
        List<Because> named = new ArrayList<>(count + 1);
        double rest = sums[kind] - mean(sums);
        for (int i = 0; i < count; i++) {
            named.add(heaviest[i]);
            rest -= heaviest[i].weight();
        }
        named.add(new Because(REST, rounded(rest)));
        return List.copyOf(named);
    }

    /**
     * Adds what a word says that is there several times to where it is first; the names of these, null for the others.
     *
     * @param byToken what each token says; afterwards what each of the names says
     */
    private static @Nullable String[] together(List<Token> tokens, double[] byToken) {
        @Nullable String[] names = new String[byToken.length];
        int[] firsts = new int[Math.max(16, Integer.highestOneBit(byToken.length) * 4)];
        for (int i = 0; i < names.length; i++) {
            if (byToken[i] == 0) {
                continue;
            }
            String name = Features.name(tokens.get(i));
            int slot = (name.hashCode() * SPREAD) >>> 7 & (firsts.length - 1);
            while (firsts[slot] != 0 && !name.equals(names[firsts[slot] - 1])) {
                slot = (slot + 1) & (firsts.length - 1);
            }
            if (firsts[slot] == 0) {
                firsts[slot] = i + 1;
                names[i] = name;
            } else {
                byToken[firsts[slot] - 1] += byToken[i];
            }
        }
        return names;
    }

    private static double mean(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total / sums.length;
    }

    private static double rounded(double weight) {
        return Math.round(weight * SCORE_STEP) / SCORE_STEP;
    }
}
