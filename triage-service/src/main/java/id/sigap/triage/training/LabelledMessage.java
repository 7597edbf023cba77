package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A message with what a person says it is.
 *
 * @param kind its kind
 * @param topic a topic of the taxonomy; null when none fits
 * @param urgency null when nobody said
 * @param intensity of emotion, 0 to 3; null when nobody said
 * @param style the file that it stands in: who writes, where and how
 * @param text the words
 */
public record LabelledMessage(
        Kind kind,
        @Nullable String topic,
        @Nullable Urgency urgency,
        @Nullable Integer intensity,
        String style,
        String text) {
    private static final int TEST_ONE_IN = 8;

    /**
     * Whether it belongs to the frozen test split, which no model is trained on. The text alone decides, so that a
     * message never changes sides when others come or go.
     */
    public boolean isTest() {
        return Math.floorMod(Digests.ofText(text), TEST_ONE_IN) == 0;
    }

    /** Without the words, which may be somebody's own. */
    @Override
    public String toString() {
        return "LabelledMessage[" + kind + ", " + style + "]";
    }
}
