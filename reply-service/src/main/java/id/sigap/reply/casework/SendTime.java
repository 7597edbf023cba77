package id.sigap.reply.casework;

import id.sigap.runtime.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * When a reply is to go out, as a person names it: {@code 2026-11-23T08:00} is that time where the case's unit is,
 * {@code 2026-11-23T08:00+09:00} is that time there.
 */
final class SendTime {
    private static final Duration FARTHEST = Duration.ofDays(30);

    private static final DateTimeFormatter FORMAT = new java.time.format.DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(java.util.Locale.ROOT);

    private SendTime() {}

    /**
     * The point in time.
     *
     * @throws ProblemException 400 when it is no time, 422 when it is past or too far away
     */
    static Instant of(String named, ZoneId zone, Instant now) {
        Instant at;
        try {
            TemporalAccessor time = FORMAT.parseBest(named.strip(), OffsetDateTime::from, LocalDateTime::from);
            at = time instanceof OffsetDateTime fixed
                    ? fixed.toInstant()
                    : ((LocalDateTime) time).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(
                    "sendAt", "This must be a date with a time, e.g. 2026-11-23T08:00 or 2026-11-23T08:00+07:00.");
        }
        if (!at.isAfter(now)) {
            throw ProblemException.unprocessable("sendAt", "This is past.");
        }
        if (at.isAfter(now.plus(FARTHEST))) {
            throw ProblemException.unprocessable("sendAt", "This is more than " + FARTHEST.toDays() + " days away.");
        }
        return at;
    }
}
