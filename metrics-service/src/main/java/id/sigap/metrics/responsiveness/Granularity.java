package id.sigap.metrics.responsiveness;

import id.sigap.runtime.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By how much time figures are told; days begin where the agency is. */
public enum Granularity {
    /** The hour's start in UTC. */
    HOUR(start -> start.toInstant().toString()),
    /** The day. */
    DAY(start -> start.toLocalDate().toString()),
    /** The Monday that it begins with. */
    WEEK(start -> monday(start.toLocalDate()).toString()),
    /** Year and month. */
    MONTH(start -> start.toLocalDate().toString().substring(0, "2026-11".length()));

    private final Function<ZonedDateTime, String> part;

    Granularity(Function<ZonedDateTime, String> part) {
        this.part = part;
    }

    /** The word in requests and answers. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    String part(ZonedDateTime hour) {
        return part.apply(hour);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * Of a word; null for none.
     *
     * @throws ProblemException 400 naming the parameter
     */
    public static @Nullable Granularity of(@Nullable String asked) {
        String word = Scope.given(asked);
        if (word == null) {
            return null;
        }
        return Arrays.stream(values())
                .filter(one -> one.wire().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "every",
                        "must be one of "
                                + Arrays.stream(values()).map(Granularity::wire).collect(Collectors.joining(", "))));
    }
}
