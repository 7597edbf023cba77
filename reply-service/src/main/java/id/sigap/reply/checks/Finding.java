package id.sigap.reply.checks;

import org.jspecify.annotations.Nullable;

/**
 * What a check has against a part of a reply.
 *
 * @param start first UTF-16 unit of it
 * @param end behind its last UTF-16 unit; equal to start when the reply lacks something
 * @param why the reason
 * @param suggestion what to write instead; empty to leave it out; absent when only the writer can know
 */
public record Finding(
        int start, int end, FindingReason why, @Nullable String suggestion) {
    /** Refuses one that ends before it starts. */
    public Finding {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a finding ends behind its start");
        }
    }

    /** Without a suggestion. */
    static Finding of(int start, int end, FindingReason why) {
        return new Finding(start, end, why, null);
    }
}
