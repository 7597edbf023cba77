package id.sigap.reply.notice;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.AlertRule;
import id.sigap.contracts.event.AlertEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That one receiver is told of one alert.
 *
 * @param rule by which, its id in the directory
 * @param way how
 * @param receiver an address, or an endpoint's name
 * @param language of a mail
 * @param at when; absent when the quiet hours of every rule that names the receiver let it fall
 */
public record Telling(
        String rule,
        Way way,
        String receiver,
        AlertRule.Language language,
        @Nullable Instant at) {
    /** How somebody is told. */
    public enum Way {
        /** A mail to a person. */
        EMAIL("email"),
        /** A signed call to another system. */
        WEBHOOK("webhook");

        private final String wire;

        Way(String wire) {
            this.wire = wire;
        }

        /** The word as it is stored and shown. */
        public String wire() {
            return wire;
        }
    }

    /** Who is told of an alert of an agency: every receiver once, by the rule that tells soonest. */
    public static List<Telling> of(AlertEvent alert, Agency agency, Instant now) {
        Map<String, Telling> tellings = new LinkedHashMap<>();
        for (AlertRule rule : agency.alerts(alert)) {
            Instant at = rule.tellAt(alert, agency, now).orElse(null);
            AlertRule.Language language = rule.language() == null ? AlertRule.Language.INDONESIAN : rule.language();
            rule.email().forEach(one -> add(tellings, new Telling(rule.id(), Way.EMAIL, one, language, at)));
            rule.webhooks().forEach(one -> add(tellings, new Telling(rule.id(), Way.WEBHOOK, one, language, at)));
        }
        return new ArrayList<>(tellings.values());
    }

    private static void add(Map<String, Telling> tellings, Telling telling) {
        tellings.merge(
                telling.way + " " + telling.receiver, telling, (known, other) -> other.isSooner(known) ? other : known);
    }

    private boolean isSooner(Telling other) {
        return at != null && (other.at == null || at.isBefore(other.at));
    }
}
