package id.sigap.metrics.scorecard;

import id.sigap.metrics.responsiveness.Question;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Which months are published. Months do not overlap, so that nobody finds a small group by comparing two scorecards; and
 * a month is published when the last of its turns is old enough to be judged.
 */
final class Months {
    /** Months are the citizens': those of the ministries' time. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final int KEPT = 24;

    private Months() {}

    /** The newest that is published at a moment. */
    static YearMonth newest(Instant now) {
        return YearMonth.from(now.minus(Question.LIMIT).atZone(ZONE)).minusMonths(1);
    }

    /** Whether it is published at a moment. */
    static boolean published(YearMonth month, Instant now) {
        YearMonth newest = newest(now);
        return !month.isAfter(newest) && month.isAfter(newest.minusMonths(KEPT));
    }

    /** When it begins. */
    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }

    /** When it is over. */
    static Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }
}
