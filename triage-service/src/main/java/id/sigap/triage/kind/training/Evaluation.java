package id.sigap.triage.kind.training;

import id.sigap.contracts.Kind;
import id.sigap.triage.kind.KindClassifier;
import id.sigap.triage.kind.KindWeights;
import id.sigap.triage.text.Normaliser;
import java.util.List;
import java.util.Locale;

/** How well a classifier does on messages that it has not seen. */
public final class Evaluation {
    private static final Kind[] KINDS = Kind.values();

    /** Counts, first by what the message is, then by what it was taken for. */
    private final int[][] confusion;

    private Evaluation(int[][] confusion) {
        this.confusion = confusion;
    }

    /** Classifies all messages. */
    public static Evaluation of(KindClassifier classifier, List<LabelledMessage> messages) {
        int[][] confusion = new int[KINDS.length][KINDS.length];
        for (LabelledMessage message : messages) {
            Kind taken =
                    classifier.classify(Normaliser.normalise(message.text())).kind();
            confusion[KindWeights.column(message.kind())][KindWeights.column(taken)]++;
        }
        return new Evaluation(confusion);
    }

    /** The mean F1 of the kinds that occur in the messages. */
    public double macroF1() {
        double sum = 0;
        int kinds = 0;
        for (Kind kind : KINDS) {
            if (support(kind) > 0) {
                sum += f1(kind);
                kinds++;
            }
        }
        return kinds == 0 ? 0 : sum / kinds;
    }

    /** How many messages are of a kind. */
    public int support(Kind kind) {
        int sum = 0;
        for (int count : confusion[KindWeights.column(kind)]) {
            sum += count;
        }
        return sum;
    }

    /** The share of what was taken for a kind that is of it. */
    public double precision(Kind kind) {
        int taken = 0;
        for (int[] row : confusion) {
            taken += row[KindWeights.column(kind)];
        }
        return taken == 0 ? 0 : (double) hits(kind) / taken;
    }

    /** The share of a kind that was taken for it. */
    public double recall(Kind kind) {
        return support(kind) == 0 ? 0 : (double) hits(kind) / support(kind);
    }

    /** The harmonic mean of precision and recall. */
    public double f1(Kind kind) {
        double sum = precision(kind) + recall(kind);
        return sum == 0 ? 0 : 2 * precision(kind) * recall(kind) / sum;
    }

    /** A table for people. */
    public String table() {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "macro-F1 %.4f%n", macroF1()));
        for (Kind kind : KINDS) {
            if (support(kind) > 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "%-10s n=%-4d precision %.3f recall %.3f F1 %.3f  taken for",
                        kind.wire(),
                        support(kind),
                        precision(kind),
                        recall(kind),
                        f1(kind)));
                for (Kind taken : KINDS) {
                    out.append(' ')
                            .append(taken.wire())
                            .append('=')
                            .append(confusion[KindWeights.column(kind)][KindWeights.column(taken)]);
                }
                out.append(System.lineSeparator());
            }
        }
        return out.toString();
    }

    private int hits(Kind kind) {
        return confusion[KindWeights.column(kind)][KindWeights.column(kind)];
    }
}
