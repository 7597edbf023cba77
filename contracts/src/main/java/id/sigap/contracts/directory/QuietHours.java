package id.sigap.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;
import id.sigap.contracts.event.AlertEvent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a rule tells nobody at once, by the local time of the agency.
 *
 * @param spans when; spans that touch or overlap are one
 * @param then what becomes of what happens meanwhile
 * @param except what is told at once even then; nothing when absent
 */
public record QuietHours(
        List<QuietSpan> spans, Then then, @Nullable AlertCondition except) {
    /** Longer than any that the loader lets pass. */
    private static final int MOST_DAYS = 8;

    /** Refuses a record without its required fields. */
    public QuietHours {
        spans = spans == null ? List.of() : List.copyOf(spans);
        Objects.requireNonNull(then, "then");
    }

    /** When the quiet hours that a moment lies in are over; that moment itself when it lies in none. Local times. */
    public LocalDateTime over(LocalDateTime moment) {
        LocalDateTime over = moment;
        LocalDateTime end = end(over);
        while (end.isAfter(over) && end.isBefore(moment.plusDays(MOST_DAYS))) {
            over = end;
            end = end(over);
        }
        return end;
    }

    /** Whether an alert of that agency is told at once even then. */
    boolean excepts(AlertEvent alert, Agency agency) {
        return except != null && except.fits(alert, agency);
    }

    private LocalDateTime end(LocalDateTime moment) {
        LocalDate today = moment.toLocalDate();
        LocalDateTime end = moment;
        for (QuietSpan span : spans) {
            for (LocalDate day : List.of(today.minusDays(1), today)) {
                if (span.begins(day) && !moment.isBefore(span.from(day)) && end.isBefore(span.to(day))) {
                    end = span.to(day);
                }
            }
        }
        return end;
    }

    /** What becomes of an alert in quiet hours. */
    public enum Then {
        /** It waits until they are over, and all that waited is told together. */
        HOLD("hold"),
        /** This rule does not tell it. */
        DROP("drop");

        private final String wire;

        Then(String wire) {
            this.wire = wire;
        }

        /** The word as it stands in the directory. */
        @JsonValue
        public String wire() {
            return wire;
        }

        /**
         * The constant of a word.
         *
         * @throws IllegalArgumentException if no constant has this word
         */
        @JsonCreator
        public static Then of(String wire) {
            return Wire.of(values(), Then::wire, wire);
        }
    }
}
