package id.sigap.metrics.page;

import id.sigap.metrics.figure.Quantile;
import id.sigap.metrics.figure.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Figures and the words of the interfaces, as a reader of one language expects them. */
final class Words {
    private static final Map<String, Function<PageText, String>> LABELS = Map.ofEntries(
            Map.entry("complaint", PageText::complaint),
            Map.entry("question", PageText::question),
            Map.entry("praise", PageText::praise),
            Map.entry("other", PageText::other),
            Map.entry("web", PageText::web),
            Map.entry("whatsapp", text -> "WhatsApp"),
            Map.entry("telegram", text -> "Telegram"),
            Map.entry("email", PageText::email),
            Map.entry("api", PageText::api),
            Map.entry("agency", PageText::agency),
            Map.entry("unit", PageText::unit),
            Map.entry("channel", PageText::channel),
            Map.entry("kind", PageText::kind),
            Map.entry("human", PageText::human),
            Map.entry("approved-draft", PageText::approvedDraft),
            Map.entry("automatic", PageText::automatic));

    private static final String NOTHING = "–";

    private final PageText text;
    private final Locale locale;
    private final DateTimeFormatter moments;

    Words(PageText text, Language language) {
        this.text = text;
        this.locale = language.locale();
        this.moments = DateTimeFormatter.ofPattern("d MMMM uuuu " + language.clock(), locale)
                .withZone(ZoneId.of("Asia/Jakarta"));
    }

    PageText text() {
        return text;
    }

    /** The word itself where it is a name, like that of a social network. */
    String label(String word) {
        return LABELS.getOrDefault(word, any -> word).apply(text);
    }

    String moment(Instant moment) {
        return moments.format(moment) + " WIB";
    }

    String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** A share and of how many it is. */
    Figure share(Share share) {
        return share.share() == null
                ? new Figure(text.notYetKnown(), "")
                : new Figure(percent(share.share()), text.of(number(share.matured())));
    }

    String percent(double share) {
        return String.format(locale, "%.1f %%", 100 * share);
    }

    /** A time and its interval. */
    Figure quantile(Quantile quantile) {
        String interval = quantile.low() == null
                ? ""
                : text.interval(time(quantile.low()), quantile.high() == null ? "?" : time(quantile.high()));
        return new Figure(quantile.seconds() == null ? text.notReached() : time(quantile.seconds()), interval);
    }

    String millis(long millis) {
        return time(millis / 1_000.0);
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
    record Figure(String main, String small) {
        static final Figure NONE = new Figure(NOTHING, "");

        static Figure of(String main) {
            return new Figure(main, "");
        }
    }
}
