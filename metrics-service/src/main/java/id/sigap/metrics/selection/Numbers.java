package id.sigap.metrics.selection;

import id.sigap.metrics.responsiveness.Scope;
import id.sigap.runtime.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations and counts of request parameters. */
public final class Numbers {
    private Numbers() {}

    /**
     * A duration, ISO 8601.
     *
     * @throws ProblemException 400 naming the parameter if it is none, or less than a second or more than {@code most}
     */
    public static Duration duration(String field, @Nullable String text, Duration otherwise, Duration most) {
        String given = Scope.given(text);
        if (given == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(given);
            if (duration.toSeconds() >= 1 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Answered below like one that is out of bounds.
        }
        throw ProblemException.badRequest(field, "must be a duration of a second up to " + most + ", like PT10M");
    }

    /**
     * A number.
     *
     * @throws ProblemException 400 naming the parameter if it is out of bounds
     */
    public static int count(String field, @Nullable Integer given, int otherwise, int most) {
        if (given == null) {
            return otherwise;
        }
        if (given < 1 || given > most) {
            throw ProblemException.badRequest(field, "must be 1 to " + most);
        }
        return given;
    }
}
