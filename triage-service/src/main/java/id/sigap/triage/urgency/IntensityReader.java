package id.sigap.triage.urgency;

import id.sigap.triage.text.NormalText;

/** How heated a text is, from 0 to 1: what the model expects, joined with how the text is written. */
public final class IntensityReader {
    /** How much the model says beside the writing. */
    static final double MODEL_SHARE = 0.9;

    /**
     * From which number on a text has a label of the guide: some emotion, strong, overflowing. Found by cross-validation
     * over the styles of the training messages; the mean of what is likely hardly ever comes near the rare extremes.
     */
    private static final double[] FROM = {0.20, 0.36, 0.60};

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

    /** The label of the labelling guide, 0 (none) to 3 (overflowing), that a number stands for. */
    public static int label(double intensity) {
        int label = 0;
        while (label < FROM.length && intensity >= FROM[label]) {
            label++;
        }
        return label;
    }
}
