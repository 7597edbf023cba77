package id.sigap.triage.onnx;

import id.sigap.triage.kind.KindClassifier;
import id.sigap.triage.kind.KindDecision;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.text.NormalText;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Kinds by an ONNX model, without reasons, which such a model does not tell. A text that it fails for is decided by the
 * linear model and bears that one's name, so no message waits for, or is lost with, a model.
 */
public final class OnnxKinds implements KindClassifier {
    /** No character of its own: a surrogate without its other half is no text to whom texts are UTF-8. */
    private static final char UNKNOWN = '\uFFFD';

    private final OnnxModel model;
    private final int together;
    private final KindClassifier otherwise;
    private final Tally tally;
    private final String name;

    /**
     * With a model, in the place of the linear one.
     *
     * @param together so many texts it is given at once
     * @param otherwise decides what the model does not
     * @param tally is told how many texts were decided by which
     */
    public OnnxKinds(OnnxModel model, int together, KindClassifier otherwise, Tally tally) {
        this.model = model;
        this.together = together;
        this.otherwise = otherwise;
        this.tally = tally;
        this.name = model.name() + "+" + otherwise.model();
    }

    /** The model's name, and that of the linear one, by which the same texts' topic and urgency are read. */
    @Override
    public String model() {
        return name;
    }

    @Override
    public int together() {
        return together;
    }

    @Override
    public KindDecision classify(NormalText text, LinearModel.Sums sums) {
        return read(List.of(text)).get(0).decide(sums);
    }

    @Override
    public List<Decider> read(List<NormalText> texts) {
        @Nullable
        double[][] rows = model.read(texts.stream().map(OnnxKinds::words).toList());
        int failed = 0;
        for (double[] row : rows) {
            failed += row == null ? 1 : 0;
        }
        tally.read(rows.length - failed, failed);
        return IntStream.range(0, rows.length)
                .<Decider>mapToObj(i -> decider(texts.get(i), rows[i]))
                .toList();
    }

    private Decider decider(NormalText text, double @Nullable [] probabilities) {
        if (probabilities == null) {
            return sums -> otherwise.classify(text, sums);
        }
        KindDecision decision = KindDecision.of(model.kinds(), probabilities, List.of(), name);
        return sums -> decision;
    }

    /** The citizen's own words as they were written: models bring their own way of making them plain. */
    private static String words(NormalText text) {
        String words = text.ownAsWritten();
        StringBuilder repaired = null;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < words.length()
                    && Character.isLowSurrogate(words.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                repaired = repaired == null ? new StringBuilder(words) : repaired;
                repaired.setCharAt(i, UNKNOWN);
            }
        }
        return repaired == null ? words : repaired.toString();
    }

    /** Counts what was decided by which model. */
    @FunctionalInterface
    public interface Tally {
        /**
         * After texts were read.
         *
         * @param decided by the ONNX model
         * @param fellBack by the linear model in its place
         */
        void read(int decided, int fellBack);
    }
}
