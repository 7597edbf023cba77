package id.sigap.metrics.page;

import id.sigap.metrics.figure.Quantile;
import id.sigap.metrics.figure.Share;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as an Indonesian reader expects them. */
final class Words {
    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("complaint", "keluhan"),
            Map.entry("question", "pertanyaan"),
            Map.entry("praise", "apresiasi"),
            Map.entry("other", "lainnya"),
            Map.entry("spam", "spam"),
            Map.entry("web", "formulir web"),
            Map.entry("whatsapp", "WhatsApp"),
            Map.entry("telegram", "Telegram"),
            Map.entry("email", "surel"),
            Map.entry("api", "sistem lain"),
            Map.entry("agency", "Instansi"),
            Map.entry("unit", "Unit kerja"),
            Map.entry("channel", "Kanal"),
            Map.entry("kind", "Jenis"),
            Map.entry("hour", "Jam"),
            Map.entry("human", "petugas"),
            Map.entry("approved-draft", "draf yang disetujui"),
            Map.entry("automatic", "otomatis"));

    private Words() {}

    static String label(String word) {
        return LABELS.getOrDefault(word, word);
    }

    static String number(long number) {
        return String.format(INDONESIAN, "%,d", number);
    }

    static String share(Share share) {
        return share.share() == null
                ? "belum bisa dinilai"
                : String.format(INDONESIAN, "%.1f %% dari %,d", 100 * share.share(), share.matured());
    }

    static String quantile(Quantile quantile) {
        return quantile.seconds() == null ? "belum tercapai" : time(quantile.seconds());
    }

    static String interval(Quantile quantile) {
        if (quantile.low() == null) {
            return "";
        }
        return time(quantile.low()) + " – " + (quantile.high() == null ? "?" : time(quantile.high()));
    }

    static String millis(long millis) {
        return time(millis / 1_000.0);
    }

    private static String time(@Nullable Double seconds) {
        if (seconds == null) {
            return "";
        }
        if (seconds < 60) {
            return String.format(INDONESIAN, "%.1f dtk", seconds);
        }
        Duration time = Duration.ofSeconds(Math.round(seconds));
        if (time.toHours() < 1) {
            return time.toMinutes() + " mnt " + time.toSecondsPart() + " dtk";
        }
        if (time.toDays() < 1) {
            return time.toHours() + " jam " + time.toMinutesPart() + " mnt";
        }
        return time.toDays() + " hari " + time.toHoursPart() + " jam";
    }
}
