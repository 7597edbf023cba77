package id.sigap.triage.kind;

import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.text.NormalText;

/** Decides a message's kind. Safe for use by many threads; takes every text. */
public interface KindClassifier {
    /**
     * The decision for a text.
     *
     * @param sums what the linear model says of the same text
     */
    KindDecision classify(NormalText text, LinearModel.Sums sums);

    /** Name and version, as every triage names it. */
    String model();
}
