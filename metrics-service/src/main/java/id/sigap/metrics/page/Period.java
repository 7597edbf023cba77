package id.sigap.metrics.page;

import id.sigap.metrics.responsiveness.Span;
import id.sigap.runtime.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/** How long the periods are in which the course of a figure is shown; they begin by the ministries' time. */
enum Period {
    HOUR(1),
    DAY(24),
    WEEK(24 * 7),
    MONTH(24 * 30);

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    /** More points than this nobody sees. */
    private static final int MOST = 400;
    /** As many are shown unless somebody wishes for others. */
    private static final int USUAL = 62;

    private final long hours;

    Period(long hours) {
        this.hours = hours;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that is asked for, or the next longer that is not too many for the span: the page shows which it is.
     *
     * @throws ProblemException 400 if there is no such period, however long the span is
     */
    static Period of(String asked, Span span) {
        Period finest = asked.isEmpty() ? HOUR : of(asked);
        long most = asked.isEmpty() ? USUAL : MOST;
        long all = ChronoUnit.HOURS.between(span.from(), span.to());
        return Arrays.stream(values())
                .filter(period -> period.compareTo(finest) >= 0)
                .filter(period -> all / period.hours <= most)
                .findFirst()
                .orElse(MONTH);
    }

    private static Period of(String word) {
        for (Period period : values()) {
            if (period.wire().equals(word)) {
                return period;
            }
        }
        throw ProblemException.badRequest("per", "must be one of hour, day, week, month");
    }

    /** When the period of a moment began. */
    LocalDateTime start(Instant moment) {
        LocalDateTime local = moment.atZone(ZONE).toLocalDateTime();
        LocalDate day = local.toLocalDate();
        return switch (this) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day.atStartOfDay();
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
            case MONTH -> day.withDayOfMonth(1).atStartOfDay();
        };
    }
}
