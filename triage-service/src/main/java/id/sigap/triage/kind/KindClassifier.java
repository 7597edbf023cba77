package id.sigap.triage.kind;

import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what messages are. Safe for use by many threads; takes every text, and decides it whatever happens: the linear
 * model by itself, or another model in its place ({@code id.sigap.triage.onnx}).
 */
public interface KindClassifier {
    /**
     * The decision for a text.
     *
     * @param sums what the linear model says of the same text
     */
    KindDecision classify(NormalText text, LinearModel.Sums sums);

    /** Name and version of what decides, as triages name it. */
    String model();

    /** So many texts it reads best together; 1 if that brings nothing. */
    default int together() {
        return 1;
    }

    /**
     * Reads texts together, which may take a while, and leaves for each, in order, what decides it.
     *
     * @param texts not many more than {@link #together}
     */
    default List<Decider> read(List<NormalText> texts) {
        List<Decider> deciders = new ArrayList<>(texts.size());
        texts.forEach(text -> deciders.add(sums -> classify(text, sums)));
        return deciders;
    }

    /** What decides a text that was read. */
    @FunctionalInterface
    interface Decider {
        /**
         * The decision.
         *
         * @param sums what the linear model says of the same text
         */
        KindDecision decide(LinearModel.Sums sums);
    }
}
