package id.sigap.ingest.api;

import id.sigap.ingest.intake.CitizenText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of single fields, the same for a message, a line of an import and a post. */
final class Fields {
    /** How far a sender's clock may run ahead of ours. */
    static final Duration SKEW = Duration.ofMinutes(5);

    /** Nobody wrote to a ministry's contact center in this form before. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** BCP 47: letters and digits in parts. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    private Fields() {}

    static String words(String field, @Nullable String text) throws InvalidFieldException {
        if (text == null || text.isBlank()) {
            throw new InvalidFieldException(field, "It must not be empty.");
        }
        if (text.length() > CitizenText.MAX_TEXT) {
            throw new InvalidFieldException(field, "It must have at most " + CitizenText.MAX_TEXT + " characters.");
        }
        return wellFormed(field, text);
    }

    static String id(String field, @Nullable String id) throws InvalidFieldException {
        if (id == null || id.isBlank()) {
            throw new InvalidFieldException(field, "It must not be empty.");
        }
        if (id.length() > CitizenText.MAX_ID) {
            throw new InvalidFieldException(field, "It must have at most " + CitizenText.MAX_ID + " characters.");
        }
        return wellFormed(field, id);
    }

    static @Nullable String optionalId(String field, @Nullable String id) throws InvalidFieldException {
        return id == null ? null : id(field, id);
    }

    static @Nullable String name(String field, @Nullable String name) throws InvalidFieldException {
        if (name == null) {
            return null;
        }
        if (name.length() > CitizenText.MAX_NAME) {
            throw new InvalidFieldException(field, "It must have at most " + CitizenText.MAX_NAME + " characters.");
        }
        return CitizenText.name(wellFormed(field, name));
    }

    static @Nullable String language(String field, @Nullable String tag) throws InvalidFieldException {
        if (tag != null && !LANGUAGE.matcher(tag).matches()) {
            throw new InvalidFieldException(field, "It must be a language tag, e.g. id or en.");
        }
        return tag;
    }

    /** A time that has come; one that is a little ahead becomes now, so that no wait is negative. */
    static Instant past(String field, @Nullable Instant time, Instant now) throws InvalidFieldException {
        if (time == null) {
            return now;
        }
        if (time.isAfter(now.plus(SKEW)) || time.isBefore(EARLIEST)) {
            throw new InvalidFieldException(
                    field, "It must be after the year 1999 and at most 5 minutes ahead of our clock.");
        }
        return time.isAfter(now) ? now : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String wellFormed(String field, String text) throws InvalidFieldException {
        if (!CitizenText.wellFormed(text)) {
            throw new InvalidFieldException(field, "It must not have NUL characters or halves of surrogate pairs.");
        }
        return text;
    }
}
