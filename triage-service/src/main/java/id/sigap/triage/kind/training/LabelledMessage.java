package id.sigap.triage.kind.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A message with what a person says it is.
 *
 * @param kind its kind
 * @param topic a topic of the demo agencies, where the corpus names one
 * @param urgency where the corpus names one
 * @param text the words
 */
public record LabelledMessage(
        Kind kind, @Nullable String topic, @Nullable Urgency urgency, String text) {
    /** Without the words, which may be somebody's own. */
    @Override
    public String toString() {
        return "LabelledMessage[" + kind + "]";
    }
}
