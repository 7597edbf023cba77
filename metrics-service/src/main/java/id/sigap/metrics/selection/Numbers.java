package id.sigap.metrics.selection;

import id.sigap.metrics.responsiveness.Scope;
import id.sigap.runtime.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Durations, counts and shares of request parameters. Taken as texts: what the framework cannot convert it answers with a
 * 404 that names nothing.
 */
public final class Numbers {
    private static final double LEAST_SHARE = 0.01;
    private static final double MOST_SHARE = 0.999;

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
    public static int count(String field, @Nullable String text, int otherwise, int most) {
        String given = Scope.given(text);
        if (given == null) {
            return otherwise;
        }
        try {
            int count = Integer.parseInt(given);
            if (count >= 1 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Answered below like one that is out of bounds.
        }
        throw ProblemException.badRequest(field, "must be 1 to " + most);
    }

    /**
     * A share, 0.01 to 0.999.
     *
     * @throws ProblemException 400 naming the parameter if it is none, or out of bounds
     */
    public static double share(String field, @Nullable String text, double otherwise) {
        String given = Scope.given(text);
        if (given == null) {
            return otherwise;
        }
        try {
            double share = Double.parseDouble(given);
            if (share >= LEAST_SHARE && share <= MOST_SHARE) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Answered below like one that is out of bounds.
        }
        throw ProblemException.badRequest(field, "must be " + LEAST_SHARE + " to " + MOST_SHARE);
    }
}
