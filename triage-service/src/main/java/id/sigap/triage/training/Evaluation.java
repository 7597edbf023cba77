package id.sigap.triage.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well labels were found: counts, calibration, and what was most surely wrong. */
public final class Evaluation {
    private static final int BINS = 10;

    private final List<String> labels;

    /** Counts, first by what the message is, then by what it was taken for. */
    private final int[][] confusion;

    private final int[] inBin = new int[BINS];
    private final int[] rightInBin = new int[BINS];
    private final double[] sureInBin = new double[BINS];
    private final List<Mistake> mistakes = new ArrayList<>();

    /** For labels in this order. */
    public Evaluation(List<String> labels) {
        this.labels = List.copyOf(labels);
        this.confusion = new int[labels.size()][labels.size()];
    }

    /**
     * Counts one decision.
     *
     * @param truth what it is
     * @param taken what it was taken for
     * @param confidence the probability of that, 0 to 1
     * @param text the words, for the list of mistakes
     */
    public void add(String truth, String taken, double confidence, String text) {
        confusion[labels.indexOf(truth)][labels.indexOf(taken)]++;
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        inBin[bin]++;
        sureInBin[bin] += confidence;
        if (truth.equals(taken)) {
            rightInBin[bin]++;
        } else {
            mistakes.add(new Mistake(truth, taken, confidence, text));
        }
    }

    /** The mean F1 of the labels that occur. */
    public double macroF1() {
        return labels.stream()
                .filter(label -> support(label) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(0);
    }

    /** The share that is right. */
    public double accuracy() {
        int right = labels.stream().mapToInt(this::hits).sum();
        return total() == 0 ? 0 : (double) right / total();
    }

    /** How many messages were judged. */
    public int total() {
        return labels.stream().mapToInt(this::support).sum();
    }

    /** How many messages are of a label. */
    public int support(String label) {
        int sum = 0;
        for (int count : confusion[labels.indexOf(label)]) {
            sum += count;
        }
        return sum;
    }

    /** The share of what was taken for a label that is of it. */
    public double precision(String label) {
        int taken = 0;
        for (int[] row : confusion) {
            taken += row[labels.indexOf(label)];
        }
        return taken == 0 ? 0 : (double) hits(label) / taken;
    }

    /** The share of a label that was taken for it. */
    public double recall(String label) {
        return support(label) == 0 ? 0 : (double) hits(label) / support(label);
    }

    /** The harmonic mean of precision and recall. */
    public double f1(String label) {
        double sum = precision(label) + recall(label);
        return sum == 0 ? 0 : 2 * precision(label) * recall(label) / sum;
    }

    /** The expected calibration error: how far confidence and truth are apart, over ten bins, weighted by their size. */
    public double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sureInBin[bin] - rightInBin[bin]);
        }
        return total() == 0 ? 0 : error / total();
    }

    /** The most sure mistakes first. */
    public List<Mistake> mistakes() {
        return mistakes.stream()
                .sorted((a, b) -> Double.compare(b.confidence(), a.confidence()))
                .toList();
    }

    /** Precision, recall and F1 by label as a Markdown table. */
    public String table() {
        StringBuilder out = new StringBuilder("| label | n | precision | recall | F1 |\n|---|---|---|---|---|\n");
        for (String label : labels) {
            if (support(label) > 0) {
                out.append(line(
                        "| %s | %d | %.3f | %.3f | %.3f |",
                        label, support(label), precision(label), recall(label), f1(label)));
            }
        }
        return out.toString();
    }

    /** What was taken for what, as a Markdown table: truth by row. */
    public String confusionTable() {
        StringBuilder out = new StringBuilder("| is \\ taken for |");
        labels.forEach(label -> out.append(' ').append(label).append(" |"));
        out.append("\n|").append("---|".repeat(labels.size() + 1)).append('\n');
        for (String truth : labels) {
            if (support(truth) > 0) {
                out.append("| ").append(truth).append(" |");
                for (int count : confusion[labels.indexOf(truth)]) {
                    out.append(' ').append(count).append(" |");
                }
                out.append('\n');
            }
        }
        return out.toString();
    }

    /** How often each confidence was right, as a Markdown table. */
    public String reliabilityTable() {
        StringBuilder out = new StringBuilder("| confidence | n | mean | right |\n|---|---|---|---|\n");
        for (int bin = 0; bin < BINS; bin++) {
            if (inBin[bin] > 0) {
                out.append(line(
                        "| %.1f–%.1f | %d | %.3f | %.3f |",
                        (double) bin / BINS,
                        (bin + 1.0) / BINS,
                        inBin[bin],
                        sureInBin[bin] / inBin[bin],
                        (double) rightInBin[bin] / inBin[bin]));
            }
        }
        return out.toString();
    }

    private int hits(String label) {
        int at = labels.indexOf(label);
        return confusion[at][at];
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }

    /**
     * A wrong decision.
     *
     * @param truth what it is
     * @param taken what it was taken for
     * @param confidence how sure that was
     * @param text the words
     */
    public record Mistake(String truth, String taken, double confidence, String text) {
        /** Without the words, which may be somebody's own. */
        @Override
        public String toString() {
            return "Mistake[" + truth + " taken for " + taken + "]";
        }
    }
}
