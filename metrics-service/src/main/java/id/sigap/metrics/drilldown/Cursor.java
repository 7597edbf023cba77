package id.sigap.metrics.drilldown;

import id.sigap.metrics.responsiveness.Scope;
import id.sigap.metrics.turn.TurnRow;
import id.sigap.runtime.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended.
 *
 * @param agency whose turn was looked at last
 * @param key its key
 */
record Cursor(String agency, String key) {
    /** As callers have it: opaque. */
    static String told(TurnRow row) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(row.key().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * From a request; null for the first page.
     *
     * @throws ProblemException 400 naming the parameter if it is none of these agencies
     */
    static @Nullable Cursor of(@Nullable String text, Set<String> agencies) {
        String given = Scope.given(text);
        if (given == null) {
            return null;
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8);
            String[] parts = key.split("\\|", -1);
            if (parts.length == 5 && agencies.contains(parts[0])) {
                return new Cursor(parts[0], key);
            }
        } catch (IllegalArgumentException e) {
            // Answered below like one of another question.
        }
        throw ProblemException.badRequest("after", "must be the \"next\" of a page of the same question");
    }
}
