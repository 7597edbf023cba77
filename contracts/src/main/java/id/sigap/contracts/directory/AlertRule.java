package id.sigap.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;
import id.sigap.contracts.event.AlertEvent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what needs somebody's eyes. Every rule that fits an alert counts; a receiver whom several of them name
 * is told once, by the one that tells soonest.
 *
 * @param id unique within the agency; it is in the log of what was told
 * @param when what must fit
 * @param email addresses that get a mail
 * @param webhooks endpoints, by the name that an operator gave them
 * @param quietHours when nobody is told at once; absent when it is always told at once
 * @param language of mails; Indonesian when absent
 */
public record AlertRule(
        String id,
        AlertCondition when,
        List<String> email,
        List<String> webhooks,
        @Nullable QuietHours quietHours,
        @Nullable Language language) {
    /** Refuses a record without its required fields. */
    public AlertRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(when, "when");
        email = email == null ? List.of() : List.copyOf(email);
        webhooks = webhooks == null ? List.of() : List.copyOf(webhooks);
    }

    /**
     * When this rule tells of an alert of its agency; empty when it does not.
     *
     * @param now when somebody could be told
     */
    public Optional<Instant> tellAt(AlertEvent alert, Agency agency, Instant now) {
        if (!when.fits(alert, agency)) {
            return Optional.empty();
        }
        QuietHours quiet = quietHours;
        if (quiet == null || quiet.excepts(alert, agency)) {
            return Optional.of(now);
        }
        ZoneId zone = ZoneId.of(agency.zone());
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        LocalDateTime over = quiet.over(here);
        if (over.equals(here)) {
            return Optional.of(now);
        }
        return quiet.then() == QuietHours.Then.HOLD
                ? Optional.of(over.atZone(zone).toInstant())
                : Optional.empty();
    }

    /** What a mail is written in. */
    public enum Language {
        /** Bahasa Indonesia. */
        INDONESIAN("id"),
        /** English. */
        ENGLISH("en");

        private final String wire;

        Language(String wire) {
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
        public static Language of(String wire) {
            return Wire.of(values(), Language::wire, wire);
        }
    }
}
