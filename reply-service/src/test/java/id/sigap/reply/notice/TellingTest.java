package id.sigap.reply.notice;

import static id.sigap.reply.notice.Alerts.MORNING;
import static id.sigap.reply.notice.Alerts.NIGHT;
import static id.sigap.reply.notice.Alerts.SIX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.AlertCondition;
import id.sigap.contracts.directory.AlertRule;
import id.sigap.contracts.directory.AlertType;
import id.sigap.contracts.directory.QuietHours;
import id.sigap.contracts.event.AlertEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told of an alert and when. */
class TellingTest {
    private final AlertEvent late = Alerts.overdue(1, MORNING, MORNING.plusSeconds(600), null);

    @Test
    void everyReceiverIsToldOnceByWhicheverWay() {
        // Given two rules that name the same address, and a name that is an endpoint's
        AlertRule both = new AlertRule(
                "dua",
                new AlertCondition(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of("a@x.id", "b@x.id"),
                List.of("siaga"),
                null,
                AlertRule.Language.ENGLISH);
        Agency agency = Alerts.agency(Alerts.rule("satu", List.of(), null, "a@x.id"), both);

        // When somebody is to be told
        List<Telling> tellings = Telling.of(late, agency, MORNING);

        // Then each is told at once, the first rule's way
        assertEquals(
                List.of(
                        new Telling("satu", Telling.Way.EMAIL, "a@x.id", AlertRule.Language.INDONESIAN, MORNING),
                        new Telling("dua", Telling.Way.EMAIL, "b@x.id", AlertRule.Language.ENGLISH, MORNING),
                        new Telling("dua", Telling.Way.WEBHOOK, "siaga", AlertRule.Language.ENGLISH, MORNING)),
                tellings);
    }

    @Test
    void ofTwoRulesTheOneThatTellsSoonestDoes() {
        AlertRule held = Alerts.rule("malam", List.of(), QuietHours.Then.HOLD, "a@x.id");
        AlertRule dropped = Alerts.rule("buang", List.of(), QuietHours.Then.DROP, "a@x.id");
        AlertRule always = Alerts.rule("selalu", List.of(AlertType.TURN_OVERDUE), null, "a@x.id");

        assertEquals("selalu", only(Alerts.agency(dropped, held, always)).rule());
        assertEquals(NIGHT, only(Alerts.agency(dropped, held, always)).at());
        assertEquals("malam", only(Alerts.agency(dropped, held)).rule());
        assertEquals(SIX, only(Alerts.agency(held, dropped)).at());
        assertEquals("buang", only(Alerts.agency(dropped)).rule());
        assertNull(only(Alerts.agency(dropped)).at());
    }

    @Test
    void whatNoRuleIsAboutIsToldNobody() {
        Agency agency = Alerts.agency(Alerts.rule("sepi", List.of(AlertType.CHANNEL_SILENT), null, "a@x.id"));

        assertEquals(List.of(), Telling.of(late, agency, MORNING));
    }

    private Telling only(Agency agency) {
        List<Telling> tellings = Telling.of(late, agency, NIGHT);
        assertEquals(1, tellings.size());
        return tellings.get(0);
    }
}
