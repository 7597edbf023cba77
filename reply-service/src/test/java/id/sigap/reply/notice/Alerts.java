package id.sigap.reply.notice;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.AlertCondition;
import id.sigap.contracts.directory.AlertRule;
import id.sigap.contracts.directory.AlertType;
import id.sigap.contracts.directory.QuietHours;
import id.sigap.contracts.directory.QuietSpan;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency and its alerts. */
final class Alerts {
    /** Ten in the morning in Jakarta. */
    static final Instant MORNING = Instant.parse("2026-01-22T03:00:00Z");
    /** Half past ten at night. */
    static final Instant NIGHT = Instant.parse("2026-01-22T15:30:00Z");
    /** Six the next morning. */
    static final Instant SIX = Instant.parse("2026-01-22T23:00:00Z");

    private Alerts() {}

    static Agency agency(AlertRule... rules) {
        return Agency.builder("kemenhub", "Kementerian Perhubungan", "Asia/Jakarta", "KHB", "kereta")
                .units(new Unit("kereta", "Direktorat Perkeretaapian", null, "selalu"))
                .accounts(new Account("kemenhub-wa", Channel.WHATSAPP, "WhatsApp Kemenhub", "1", Map.of()))
                .topics(new Topic("kereta-telat", "Kereta terlambat", null, List.of(), List.of()))
                .alerts(rules)
                .build();
    }

    static AlertRule rule(String id, List<AlertType> types, QuietHours.@Nullable Then quiet, String... addresses) {
        return new AlertRule(
                id,
                new AlertCondition(types, List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(addresses),
                List.of(),
                quiet == null ? null : new QuietHours(List.of(new QuietSpan(List.of(), "21:00-06:00")), quiet, null),
                null);
    }

    static TurnDueSoon dueSoon(int turn, Instant startedAt, Instant dueAt) {
        return new TurnDueSoon(
                new UUID(7, turn),
                "kemenhub",
                "kemenhub-wa",
                Channel.WHATSAPP,
                "kereta",
                new UUID(8, turn),
                startedAt,
                dueAt,
                null,
                new UUID(9, turn),
                Kind.COMPLAINT,
                Urgency.NORMAL,
                dueAt.minusSeconds(120));
    }

    static TurnOverdue overdue(int turn, Instant startedAt, Instant dueAt, @Nullable String deadline) {
        return new TurnOverdue(
                new UUID(7, turn),
                "kemenhub",
                "kemenhub-wa",
                Channel.WHATSAPP,
                "kereta",
                new UUID(8, turn),
                startedAt,
                dueAt,
                deadline,
                new UUID(9, turn),
                Kind.COMPLAINT,
                Urgency.NORMAL,
                dueAt);
    }
}
