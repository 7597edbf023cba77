package id.sigap.reply.notice;

import id.sigap.contracts.directory.AlertRule.Language;
import id.sigap.reply.draft.SpokenTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words of letters, in one language and at one moment. */
final class LetterWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int HOUR = 60;
    private static final int DAY_MINUTES = 24 * HOUR;

    private final boolean english;
    private final ZoneId zone;
    private final Instant now;

    LetterWords(Language language, ZoneId zone, Instant now) {
        this.english = language == Language.ENGLISH;
        this.zone = zone;
        this.now = now;
    }

    String say(String indonesian, String inEnglish) {
        return english ? inEnglish : indonesian;
    }

    /** A number of things; English has another word for several. */
    String count(int n, String indonesian, String one, String several) {
        return n + " " + (english ? n == 1 ? one : several : indonesian);
    }

    /** A moment, with its day unless that is today. */
    String time(Instant moment) {
        ZonedDateTime time = moment.atZone(zone);
        boolean today = time.toLocalDate().equals(now.atZone(zone).toLocalDate());
        String name = SpokenTime.zone(time);
        String clock = String.format(Locale.ROOT, "%02d%s%02d", time.getHour(), english ? ":" : ".", time.getMinute())
                + " " + name;
        if (today) {
            return say("pukul ", "") + clock;
        }
        return english
                ? DAY.format(time) + " " + clock
                : time.getDayOfMonth() + " " + SpokenTime.month(time.getMonth()) + " " + time.getYear() + " pukul "
                        + clock;
    }

    /** How long ago something began, in its two largest units. */
    String since(Instant begun) {
        long minutes = Math.max(0, Duration.between(begun, now).toMinutes());
        if (minutes < 1) {
            return say("kurang dari semenit", "less than a minute");
        }
        if (minutes < HOUR) {
            return minutes(minutes);
        }
        if (minutes < DAY_MINUTES) {
            return hours(minutes / HOUR) + (minutes % HOUR == 0 ? "" : " " + minutes(minutes % HOUR));
        }
        long days = minutes / DAY_MINUTES;
        long hours = minutes % DAY_MINUTES / HOUR;
        return days + " " + say("hari", days == 1 ? "day" : "days") + (hours == 0 ? "" : " " + hours(hours));
    }

    private String hours(long n) {
        return n + " " + say("jam", n == 1 ? "hour" : "hours");
    }

    private String minutes(long n) {
        return n + " " + say("menit", n == 1 ? "minute" : "minutes");
    }
}
