package id.sigap.reply.api;

import id.sigap.contracts.Kind;
import id.sigap.runtime.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What one sends to act on cases and replies. What is not declared here is refused. */
final class CaseRequests {
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 20_000;

    private CaseRequests() {}

    /** @param assignee absent to give it to nobody */
    record Assign(@Nullable String assignee) {}

    record Route(@Nullable String unit, @Nullable String reason) {}

    record Close(@Nullable String disposition) {}

    record Reopen(@Nullable String reason) {}

    record Reclassify(@Nullable Kind kind, @Nullable String topic) {}

    record Note(@Nullable String text) {}

    /** @param body absent to have the system draft anew */
    record Draft(@Nullable String body) {}

    /**
     * @param textHash of the text that one saw
     * @param sendAt when it is to go out, with an offset or in the unit's own time; absent for as soon as it may
     */
    record Seen(@Nullable String textHash, @Nullable String sendAt) {}

    record Reject(@Nullable String reason) {}

    /** @param version of the reply that one saw; may come as If-Match instead */
    record Edit(@Nullable String body, @Nullable Integer version) {}

    record Resolve(@Nullable String outcome) {}

    record Template(
            @Nullable String agency,
            @Nullable String name,
            @Nullable Kind kind,
            @Nullable String topic,
            @Nullable String body,
            @Nullable String english,
            @Nullable Integer version) {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.badRequest(field, "This is needed.");
        }
        return value;
    }

    /** Something to read, without characters that no text has. */
    static String text(String field, @Nullable String value) {
        String text = required(field, value);
        if (text.isBlank()) {
            throw ProblemException.badRequest(field, "This must not be blank.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw ProblemException.badRequest(field, "This has more than " + LONGEST_TEXT + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            throw ProblemException.badRequest(field, "This has a character that no text has.");
        }
        return text;
    }

    static String line(String field, @Nullable String value) {
        String line = text(field, value);
        if (line.length() > LONGEST_LINE) {
            throw ProblemException.badRequest(field, "This has more than " + LONGEST_LINE + " characters.");
        }
        return line;
    }

    /** A text that may be absent, and may be empty. */
    static @Nullable String optionalText(String field, @Nullable String value) {
        return value == null || value.isBlank() ? value : text(field, value);
    }

    static @Nullable String optionalLine(String field, @Nullable String value) {
        return value == null ? null : line(field, value);
    }
}
