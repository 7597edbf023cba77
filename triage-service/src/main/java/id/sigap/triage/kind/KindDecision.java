package id.sigap.triage.kind;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Because;
import id.sigap.contracts.event.Scores;
import id.sigap.triage.linear.LinearWeights;
import java.util.List;

/**
 * What a message is, and why.
 *
 * @param kind the most probable kind
 * @param confidence its probability
 * @param scores of all kinds; they sum to 1
 * @param because the words that spoke most for the kind, heaviest first; empty if the model cannot say
 * @param model name and version of what decided
 */
public record KindDecision(Kind kind, double confidence, Scores scores, List<Because> because, String model) {
    private static final double STEPS = 10_000;

    /**
     * By the probabilities of the kinds, with four decimals each; the most probable takes what rounding leaves over, so
     * that the sum stays 1.
     *
     * @param kinds all kinds, each once
     * @param probabilities in the order of these; they sum to 1
     */
    public static KindDecision of(List<Kind> kinds, double[] probabilities, List<Because> because, String model) {
        int best = LinearWeights.best(probabilities);
        Scores scores = rounded(kinds, probabilities, best);
        return new KindDecision(kinds.get(best), scores.of(kinds.get(best)), scores, because, model);
    }

    private static Scores rounded(List<Kind> kinds, double[] probabilities, int best) {
        double[] rounded = new double[probabilities.length];
        long left = (long) STEPS;
        for (int kind = 0; kind < rounded.length; kind++) {
            if (kind != best) {
                long share = Math.round(probabilities[kind] * STEPS);
                left -= share;
                rounded[kind] = share / STEPS;
            }
        }
        rounded[best] = left / STEPS;
        return new Scores(
                rounded[kinds.indexOf(Kind.COMPLAINT)],
                rounded[kinds.indexOf(Kind.QUESTION)],
                rounded[kinds.indexOf(Kind.PRAISE)],
                rounded[kinds.indexOf(Kind.OTHER)],
                rounded[kinds.indexOf(Kind.SPAM)]);
    }
}
