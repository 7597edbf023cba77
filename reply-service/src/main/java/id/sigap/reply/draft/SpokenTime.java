package id.sigap.reply.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A point in time as one says it in Indonesia, e.g. {@code Senin, 23 November 2026 pukul 14.00 WIB}; in English
 * {@code Monday, 23 November 2026 at 14:00 WIB}.
 */
public final class SpokenTime {
    private static final List<String> DAYS = List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");
    private static final List<String> MONTHS = List.of(
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember");
    /** The three zones of Indonesia by their hours ahead of UTC. */
    private static final Map<Integer, String> ZONES = Map.of(7, "WIB", 8, "WITA", 9, "WIT");

    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private SpokenTime() {}

    /** A zone of Indonesia by its name, e.g. {@code WIB}; elsewhere the offset. */
    public static String zone(ZonedDateTime time) {
        return ZONES.getOrDefault(
                time.getOffset().getTotalSeconds() / 3600, time.getOffset().toString());
    }

    /** A month in Indonesian. */
    public static String month(Month month) {
        return MONTHS.get(month.getValue() - 1);
    }

    /** A day, e.g. {@code Kamis, 10 Desember 2026}; in English {@code Thursday, 10 December 2026}. */
    static String day(LocalDate day, Tongue tongue) {
        return tongue == Tongue.ENGLISH
                ? ENGLISH_DAY.format(day)
                : DAYS.get(day.getDayOfWeek().getValue() - 1)
                        + ", " + day.getDayOfMonth()
                        + " " + month(day.getMonth())
                        + " " + day.getYear();
    }

    /** To the hour, rounded up, in a zone of Indonesia; elsewhere with the offset. */
    static String of(Instant instant, ZoneId zone, Tongue tongue) {
        ZonedDateTime time = instant.atZone(zone);
        ZonedDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
        ZonedDateTime said = hour.equals(time) ? hour : hour.plusHours(1);
        String zoneName = zone(said);
        if (tongue == Tongue.ENGLISH) {
            return ENGLISH.format(said) + " " + zoneName;
        }
        return day(said.toLocalDate(), tongue)
                + " pukul " + (said.getHour() < 10 ? "0" : "") + said.getHour() + ".00 "
                + zoneName;
    }
}
