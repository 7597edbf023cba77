package id.sigap.triage.learning;

import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.triage.training.LabelledMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says a message is: a row that its agency's next model learns from. Its words are covered.
 *
 * @param messageId the message; a later correction of it takes the place of an earlier one
 * @param agency whose message it is, and who alone learns from it
 * @param kind what it is
 * @param topic what it is about; {@value Topic#NONE} when it is about none of the agency's topics
 * @param unit who had the case when it was corrected; absent when nobody said
 * @param text the words, covered by {@link CoveredText}
 * @param correctedAt when
 */
public record Correction(
        UUID messageId,
        String agency,
        Kind kind,
        String topic,
        @Nullable String unit,
        String text,
        Instant correctedAt) {
    private static final String STYLE = "corrections";

    /** The correction that an event tells of; empty if it brings no words. */
    public static Optional<Correction> of(CaseReclassified event) {
        String text = event.text();
        return text == null || text.isBlank()
                ? Optional.empty()
                : Optional.of(new Correction(
                        event.messageId(),
                        event.agency(),
                        event.kind(),
                        event.topic(),
                        event.unit(),
                        CoveredText.of(text),
                        event.reclassifiedAt()));
    }

    /** As training takes it. */
    LabelledMessage labelled() {
        return new LabelledMessage(kind, topic, null, null, STYLE, text);
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Correction[" + messageId + "]";
    }
}
