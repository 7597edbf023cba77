package id.sigap.triage.classify;

import id.sigap.contracts.Channel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A text to be triaged.
 *
 * @param text the words, 1 to {@link #LONGEST_TEXT} UTF-16 units
 * @param channel where it would come in; {@code api} if absent
 * @param agency whose rules apply; if absent the caller's, the first by name when there are several
 */
public record ClassifyRequest(
        @Schema(required = true, minLength = 1, maxLength = ClassifyRequest.LONGEST_TEXT)
        String text,

        @Schema(nullable = true) @Nullable Channel channel,
        @Schema(nullable = true) @Nullable String agency) {
    /** The longest text that is taken. */
    public static final int LONGEST_TEXT = 100_000;

    /** Without the words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "ClassifyRequest[" + channel + ", " + agency + "]";
    }
}
