package id.sigap.reply.desk;

import id.sigap.contracts.directory.AlertType;
import id.sigap.reply.alerts.NoticeLog.Entry;
import id.sigap.runtime.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of telling somebody of an alert, in words. */
enum AlertState {
    WAITING(Say.ALERT_WAITING),
    TOLD(Say.ALERT_TOLD),
    OVER(Say.ALERT_OVER),
    DROPPED(Say.ALERT_DROPPED),
    FAILED(Say.ALERT_FAILED);

    private final Say label;

    AlertState(Say label) {
        this.label = label;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    Say label() {
        return label;
    }

    /**
     * Of a word; null for none.
     *
     * @throws ProblemException 400 if there is no such state
     */
    static @Nullable AlertState of(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.badRequest("keadaan", "This must be waiting, told, over, dropped or failed."));
    }

    /** What an alert of a type is about. */
    static Say what(String type) {
        return switch (AlertType.of(type)) {
            case TURN_DUE_SOON -> Say.ALERT_SOON;
            case TURN_OVERDUE -> Say.ALERT_LATE;
            case CHANNEL_SILENT -> Say.ALERT_SILENT;
            case SURGE_DETECTED -> Say.ALERT_SURGE;
        };
    }

    /** In a sentence; quiet hours hold it as long as the time at which it may be told has not come. */
    String told(Entry entry, Instant now, ZoneId zone, DeskWords words) {
        if ((this == WAITING || this == TOLD) && entry.tellAt().isAfter(now)) {
            return Say.ALERT_HELD.with(words, words.moment(entry.tellAt(), zone));
        }
        Instant at = entry.toldAt();
        return switch (this) {
            case WAITING -> Say.ALERT_WAITS.by(words);
            case TOLD -> Say.ALERT_WAS_TOLD.with(words, words.moment(at == null ? entry.tellAt() : at, zone));
            case OVER -> Say.ALERT_WAS_OVER.by(words);
            case DROPPED -> Say.ALERT_WAS_DROPPED.by(words);
            case FAILED -> Say.ALERT_HAS_FAILED.by(words);
        };
    }
}
