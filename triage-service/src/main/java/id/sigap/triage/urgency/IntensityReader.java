package id.sigap.triage.urgency;

import id.sigap.triage.text.NormalText;

/** How heated a text is, from 0 to 1: what the model expects, joined with how the text is written. */
public final class IntensityReader {
    /** How much the model says beside the writing. */
    static final double MODEL_SHARE = 0.9;

    private IntensityReader() {}

    /**
     * The intensity, with two decimals.
     *
     * @param learned what the model says: a probability for each label of the corpus, from none to overflowing
     */
    public static double of(NormalText text, double[] learned) {
        double expected = 0;
        for (int label = 1; label < learned.length; label++) {
            expected += learned[label] * label / (learned.length - 1);
        }
        double both = MODEL_SHARE * expected + (1 - MODEL_SHARE) * Intensity.of(text);
        return Math.round(both * 100) / 100.0;
    }
}
