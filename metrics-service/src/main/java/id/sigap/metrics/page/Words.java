package id.sigap.metrics.page;

import id.sigap.metrics.figure.Quantile;
import id.sigap.metrics.figure.Share;
import id.sigap.metrics.silence.Silence;
import id.sigap.runtime.language.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Figures and the words of the interfaces, as a reader of one language expects them. */
public final class Words {
    private static final Map<String, Function<PageText, String>> LABELS = Map.ofEntries(
            Map.entry("complaint", PageText::complaint),
            Map.entry("question", PageText::question),
            Map.entry("praise", PageText::praise),
            Map.entry("other", PageText::other),
            Map.entry("web", PageText::web),
            Map.entry("x", text -> "X"),
            Map.entry("instagram", text -> "Instagram"),
            Map.entry("facebook", text -> "Facebook"),
            Map.entry("tiktok", text -> "TikTok"),
            Map.entry("youtube", text -> "YouTube"),
            Map.entry("sms", text -> "SMS"),
            Map.entry("open311", text -> "Open311"),
            Map.entry("whatsapp", text -> "WhatsApp"),
            Map.entry("telegram", text -> "Telegram"),
            Map.entry("email", PageText::email),
            Map.entry("api", PageText::api),
            Map.entry("agency", PageText::agency),
            Map.entry("unit", PageText::unit),
            Map.entry("channel", PageText::channel),
            Map.entry("kind", PageText::kind),
            Map.entry("account", PageText::account),
            Map.entry("hour", PageText::hour),
            Map.entry("day", PageText::day),
            Map.entry("week", PageText::week),
            Map.entry("month", PageText::month),
            Map.entry("human", PageText::human),
            Map.entry("approved-draft", PageText::approvedDraft),
            Map.entry("automatic", PageText::automatic));

    private static final String NOTHING = "–";

    private final PageText text;
    private final Language language;
    private final Locale locale;
    private final DateTimeFormatter moments;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter hours;
    private final DateTimeFormatter months;

    /** In one language. */
    public Words(PageText text, Language language) {
        this.text = text;
        this.language = language;
        this.locale = language.locale();
        String clock = language == Language.INDONESIAN ? "HH.mm.ss" : "HH:mm:ss";
        this.moments =
                DateTimeFormatter.ofPattern("d MMMM uuuu " + clock, locale).withZone(ZoneId.of("Asia/Jakarta"));
        this.minutes = DateTimeFormatter.ofPattern("d MMM uuuu " + clock.substring(0, 5), locale)
                .withZone(ZoneId.of("Asia/Jakarta"));
        // Without the minutes it would read as a year.
        this.hours = DateTimeFormatter.ofPattern("d MMM, " + clock.substring(0, 5), locale);
        this.months = DateTimeFormatter.ofPattern("MMMM uuuu", locale);
    }

    /** The sentences. */
    public PageText text() {
        return text;
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** The word for a word of the interfaces; itself where it is a name, like that of a social network. */
    public String label(String word) {
        return LABELS.getOrDefault(word, any -> word).apply(text);
    }

    /** A moment, in WIB. */
    public String moment(Instant moment) {
        return moments.format(moment) + " WIB";
    }

    /** A period, by when it began in WIB. */
    String period(Period period, LocalDateTime start) {
        return switch (period) {
            case HOUR -> hours.format(start);
            case DAY -> DateTimeFormatter.ofPattern("EEE d MMM", locale).format(start);
            case WEEK ->
                text.weekOf(DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(start));
            case MONTH -> DateTimeFormatter.ofPattern("MMM uuuu", locale).format(start);
        };
    }

    /** A day of the week, from 1, which is Monday. */
    String weekday(int day) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** What an account does. */
    String state(Silence.State state) {
        return switch (state) {
            case POSTS_AND_IGNORES -> text.postsAndIgnores();
            case IGNORES -> text.ignores();
            case ANSWERS -> text.answers();
            case POSTS -> text.postsOnly();
            case QUIET -> text.quiet();
            case NEVER -> text.never();
        };
    }

    /** A moment to the minute, in WIB, short. */
    String shortly(Instant moment) {
        return minutes.format(moment);
    }

    /** A month and its year. */
    public String month(YearMonth month) {
        return months.format(month);
    }

    /** A count. */
    public String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** A share and of how many it is. */
    public Figure share(Share share) {
        return share.share() == null
                ? new Figure(text.notYetKnown(), "")
                : new Figure(percent(share.share()), text.of(number(share.matured())));
    }

    /** A share of 1. */
    public String percent(double share) {
        return String.format(locale, "%.1f %%", 100 * share);
    }

    /** A time and its interval. */
    public Figure quantile(Quantile quantile) {
        String interval = quantile.low() == null
                ? ""
                : text.interval(time(quantile.low()), quantile.high() == null ? "?" : time(quantile.high()));
        return new Figure(quantile.seconds() == null ? text.notReached() : time(quantile.seconds()), interval);
    }

    /** A time. */
    public String millis(long millis) {
        return time(millis / 1_000.0);
    }

    /** A time in seconds. */
    public String seconds(double seconds) {
        return time(seconds);
    }

    private String time(@Nullable Double seconds) {
        if (seconds == null) {
            return NOTHING;
        }
        if (seconds < 60) {
            boolean whole = seconds == Math.rint(seconds);
            return text.seconds(String.format(locale, whole ? "%.0f" : "%.1f", seconds));
        }
        Duration time = Duration.ofSeconds(Math.round(seconds));
        if (time.toHours() < 1) {
            return both(text.minutes(number(time.toMinutes())), time.toSecondsPart(), text::seconds);
        }
        if (time.toDays() < 1) {
            return both(text.hours(number(time.toHours())), time.toMinutesPart(), text::minutes);
        }
        return both(text.days(number(time.toDays())), time.toHoursPart(), text::hours);
    }

    private String both(String large, int small, Function<String, String> unit) {
        return small == 0 ? large : large + ' ' + unit.apply(number(small));
    }

    /**
     * A figure.
     *
     * @param main what is read first
     * @param small what stands below it, or nothing
     */
    public record Figure(String main, String small) {
        /** None. */
        public static final Figure NONE = new Figure(NOTHING, "");

        static Figure of(String main) {
            return new Figure(main, "");
        }
    }
}
