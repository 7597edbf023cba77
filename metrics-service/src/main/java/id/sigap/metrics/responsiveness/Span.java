package id.sigap.metrics.responsiveness;

import id.sigap.metrics.turn.Rounding;
import id.sigap.runtime.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whole hours.
 *
 * @param from the first hour's start
 * @param to the end, exclusive
 */
public record Span(Instant from, Instant to) {
    private static final Duration DEFAULT = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(800);
    /** Beyond these years milliseconds overflow, and hours are no longer written in their order. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 9998;
    /** Days are the citizens': those of the ministries' time. */
    static final ZoneId DAYS = ZoneId.of("Asia/Jakarta");

    /**
     * From request parameters: RFC 3339 times, or days in WIB of which {@code to} is included. Without them the last
     * seven days. Cut to whole hours, outwards.
     *
     * @throws ProblemException 400 naming the parameter
     */
    public static Span of(@Nullable String from, @Nullable String to, Instant now) {
        Instant end = to == null || to.isBlank() ? now : moment("to", to, 1);
        Instant start = from == null || from.isBlank() ? end.minus(DEFAULT) : moment("from", from, 0);
        if (!start.isBefore(end)) {
            throw ProblemException.badRequest("from", "must be before \"to\"");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw ProblemException.badRequest("from", "the span may be 800 days at most");
        }
        Instant hour = end.truncatedTo(ChronoUnit.HOURS);
        return new Span(start.truncatedTo(ChronoUnit.HOURS), hour.isBefore(end) ? hour.plus(1, ChronoUnit.HOURS) : end);
    }

    /** The span before, of equal length. */
    public Span before() {
        return new Span(from.minus(Duration.between(from, to)), from);
    }

    /** The first hour, counted since 1970. */
    public long firstHour() {
        return Rounding.hour(from.toEpochMilli());
    }

    /** The hour behind the last. */
    public long hourBehind() {
        return Rounding.hour(to.toEpochMilli() + Rounding.HOUR_MILLIS - 1);
    }

    /** Whether an hour, counted since 1970, lies in it. */
    public boolean holds(long hour) {
        Instant start = Instant.ofEpochMilli(hour * Rounding.HOUR_MILLIS);
        return !start.isBefore(from) && start.isBefore(to);
    }

    private static Instant moment(String field, String text, int plusDays) {
        try {
            OffsetDateTime moment = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(plusDays)
                            .atStartOfDay(DAYS)
                            .toOffsetDateTime()
                    : OffsetDateTime.parse(text);
            if (moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR) {
                return moment.toInstant();
            }
        } catch (DateTimeException e) {
            // Answered below like one that is out of bounds.
        }
        throw ProblemException.badRequest(
                field, "must be a time like 2026-01-31T07:30:00Z or a day like 2026-01-31, of 1970 to 9998");
    }
}
