package id.sigap.contracts.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.ChannelSilent;
import id.sigap.contracts.event.SurgeDetected;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of an alert, and when nobody is. */
class AlertRulesTest {
    private static final Instant T0 = Instant.parse("2026-01-22T01:15:00Z");
    private static final String RIGHT = """
            agencies:
              - id: dinas
                name: Dinas Contoh
                zone: Asia/Makassar
                caseNumberPrefix: DNS
                defaultUnit: loket
                units:
                  - {id: pusat, name: Pusat, calendar: selalu}
                  - {id: loket, name: Loket, parent: pusat, calendar: selalu}
                  - {id: izin, name: Izin, parent: loket, calendar: selalu}
                  - {id: kir, name: Kir, parent: pusat, calendar: selalu}
                accounts:
                  - {id: dinas-telegram, channel: telegram, name: Telegram Dinas, secrets: {webhook-secret: hook, bot-token: bot}}
                targets:
                  - {when: {}, respondWithin: PT10M}
                replies:
                  - {when: {}, then: send-now}
                alerts:
                  - id: loket
                    when: {types: [turn.due-soon, turn.overdue], units: [loket]}
                    email: [posko@dinas.go.id, kepala.loket@dinas.go.id]
                    quietHours:
                      spans:
                        - hours: 21:00-06:00
                        - {days: [SATURDAY, SUNDAY], hours: 00:00-24:00}
                      then: hold
                      except: {urgencies: [critical]}
                  - {id: keluhan, when: {kinds: [complaint], channels: [telegram], accounts: [dinas-telegram]}, webhooks: [siaga], language: en}
                  - {id: semua, when: {}, webhooks: [siaga-dua]}
            calendars:
              - {id: selalu, zone: Asia/Jakarta, always: true}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    @Test
    void aRuleIsForItsUnitsWithAllBelowAndForWhatTheAlertSays() throws Exception {
        Agency agency = load(RIGHT);

        assertEquals(List.of("loket", "semua"), told(agency, dueSoon("loket", Kind.QUESTION)));
        assertEquals(List.of("loket", "keluhan", "semua"), told(agency, dueSoon("izin", Kind.COMPLAINT)));
        assertEquals(List.of("keluhan", "semua"), told(agency, dueSoon("kir", Kind.COMPLAINT)));
        assertEquals(List.of("semua"), told(agency, dueSoon("pusat", null)));
        assertEquals(List.of("loket", "semua"), told(agency, overdue("izin")));
        assertEquals(
                List.of("semua"),
                told(agency, new ChannelSilent("dinas", "dinas-telegram", Channel.TELEGRAM, true, T0, T0)));
        assertEquals(List.of("semua"), told(agency, new SurgeDetected("dinas", "x", "kir", 50, List.of(), T0)));
    }

    @ParameterizedTest
    @CsvSource({
        // a Thursday: before, in, over midnight, at the end
        "2026-01-22T20:59:59, 2026-01-22T20:59:59",
        "2026-01-22T21:00, 2026-01-23T06:00",
        "2026-01-22T23:59, 2026-01-23T06:00",
        "2026-01-23T00:00, 2026-01-23T06:00",
        "2026-01-23T05:59:59, 2026-01-23T06:00",
        "2026-01-23T06:00, 2026-01-23T06:00",
        // Friday night runs into the weekend, and that into Monday morning
        "2026-01-23T21:30, 2026-01-26T06:00",
        "2026-01-25T12:00, 2026-01-26T06:00",
        "2026-01-26T06:00:01, 2026-01-26T06:00:01"
    })
    void quietHoursEndWhereNoSpanGoesOn(LocalDateTime moment, LocalDateTime over) throws Exception {
        QuietHours quiet = load(RIGHT).alerts().get(0).quietHours();

        assertTrue(quiet != null);
        assertEquals(over, quiet.over(moment));
    }

    @Test
    void whatHappensInQuietHoursIsHeldUnlessItIsExceptedOrDropped() throws Exception {
        // Given a rule that is quiet at night, in Makassar's time
        Agency agency = load(RIGHT);
        AlertRule rule = agency.alerts().get(0);
        Instant evening = Instant.parse("2026-01-22T13:30:00Z");
        Instant day = Instant.parse("2026-01-22T03:00:00Z");

        assertEquals(Optional.of(day), rule.tellAt(overdue("loket"), agency, day));
        assertEquals(
                Optional.of(Instant.parse("2026-01-22T22:00:00Z")), rule.tellAt(overdue("loket"), agency, evening));
        assertEquals(Optional.of(evening), rule.tellAt(urgent(), agency, evening));
        assertEquals(Optional.empty(), rule.tellAt(overdue("kir"), agency, day));

        // When it drops instead
        Agency dropping = load(RIGHT.replace("then: hold", "then: drop"));

        // Then only what is excepted is told at night
        assertEquals(Optional.empty(), dropping.alerts().get(0).tellAt(overdue("loket"), dropping, evening));
        assertEquals(Optional.of(evening), dropping.alerts().get(0).tellAt(urgent(), dropping, evening));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "units: [loket]}|units: [lokett]}|d.yaml:20: agencies[0].alerts[0].when.units[0]: there is no unit lokett; did you mean loket?",
                "units: [loket]}|units: []}|d.yaml:20: agencies[0].alerts[0].when.units: is empty; leave it out to fit everything",
                "units: [loket]}|unit: loket}|d.yaml:20: agencies[0].alerts[0].when.unit: is not a field here; did you mean units?",
                "[turn.due-soon,|[turn.due,|d.yaml:20: agencies[0].alerts[0].when.types[0]: must be one of turn.due-soon, turn.overdue, channel.silent, surge.detected",
                "accounts: [dinas-telegram]|accounts: [dinas-wa]|d.yaml:28: agencies[0].alerts[1].when.accounts[0]: there is no account dinas-wa",
                "posko@dinas.go.id|posko dinas|d.yaml:21: agencies[0].alerts[0].email[0]: must be an e-mail address such as posko@dephub.go.id",
                "webhooks: [siaga-dua]|webhooks: [https://a.example]|d.yaml:29: agencies[0].alerts[2].webhooks[0]: must be an endpoint's name: lower-case words joined by hyphens",
                ", webhooks: [siaga-dua]||d.yaml:29: agencies[0].alerts[2]: tells nobody; give email, webhooks or both",
                "id: semua|id: loket|d.yaml:29: agencies[0].alerts[2].id: loket is taken already, in d.yaml:19",
                "language: en|language: jv|d.yaml:28: agencies[0].alerts[1].language: must be one of id, en",
                "21:00-06:00|21-6|d.yaml:24: agencies[0].alerts[0].quietHours.spans[0].hours: must be a span such as 12:00-13:00, or over midnight 21:00-06:00",
                "21:00-06:00|21:00-21:00|d.yaml:24: agencies[0].alerts[0].quietHours.spans[0].hours: begins where it ends; a whole day is 00:00-24:00",
                "21:00-06:00|00:00-24:00|d.yaml:23: agencies[0].alerts[0].quietHours: leaves no hour in which anybody is told",
                "[SATURDAY, SUNDAY]|[Sabtu]|d.yaml:25: agencies[0].alerts[0].quietHours.spans[1].days[0]: must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY",
                "then: hold|then: later|d.yaml:26: agencies[0].alerts[0].quietHours.then: must be one of hold, drop"
            })
    void isRefused(String right, @Nullable String wrong, String expected) throws Exception {
        assertTrue(RIGHT.contains(right), "the right directory has no " + right);

        DirectoryException refused =
                assertThrows(DirectoryException.class, () -> load(RIGHT.replace(right, wrong == null ? "" : wrong)));

        assertEquals(expected, refused.getMessage());
    }

    private Agency load(String yaml) throws Exception {
        Files.writeString(folder.resolve("d.yaml"), yaml);
        return DirectoryLoader.load(folder).agencies().get(0);
    }

    private static List<String> told(Agency agency, AlertEvent alert) {
        return agency.alerts(alert).stream().map(AlertRule::id).toList();
    }

    private static TurnDueSoon dueSoon(String unit, @Nullable Kind kind) {
        return new TurnDueSoon(
                new UUID(1, 1),
                "dinas",
                "dinas-telegram",
                Channel.TELEGRAM,
                unit,
                new UUID(1, 2),
                T0,
                T0.plusSeconds(600),
                null,
                null,
                kind,
                kind == null ? null : Urgency.NORMAL,
                T0.plusSeconds(480));
    }

    private static TurnDueSoon urgent() {
        return new TurnDueSoon(
                new UUID(1, 1),
                "dinas",
                "dinas-telegram",
                Channel.TELEGRAM,
                "izin",
                new UUID(1, 3),
                T0,
                T0.plusSeconds(180),
                null,
                null,
                Kind.COMPLAINT,
                Urgency.CRITICAL,
                T0.plusSeconds(144));
    }

    private static TurnOverdue overdue(String unit) {
        return new TurnOverdue(
                new UUID(1, 1),
                "dinas",
                "dinas-telegram",
                Channel.TELEGRAM,
                unit,
                new UUID(1, 2),
                T0,
                T0.plusSeconds(600),
                null,
                null,
                null,
                null,
                T0.plusSeconds(600));
    }
}
