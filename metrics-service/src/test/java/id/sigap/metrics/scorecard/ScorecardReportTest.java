package id.sigap.metrics.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.responsiveness.Grouping;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.metrics.scorecard.Scorecard.AgencyCard;
import id.sigap.metrics.turn.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorecardReportTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long DAY = 86_400_000;

    @Test
    void ofAnAgencyThatIsNotShownNothingIs() {
        // Given one to which few wrote, more people than turns though, all of them by SMS
        AgencyCard card = card(29, new Scorecard.Coverage(31, 0.5));

        // Then nobody learns on which channel somebody wrote, what for, or how many people they were
        assertFalse(card.all().shown());
        assertEquals(List.of(), card.byActor());
        assertEquals(List.of(), card.channels());
        assertEquals(List.of(), card.kinds());
        assertNull(card.coverage());
    }

    @Test
    void ofOneThatIsShownThePartsAre() {
        AgencyCard card = card(30, new Scorecard.Coverage(31, 0.5));

        assertTrue(card.all().shown());
        assertEquals(
                List.of("sms"),
                card.channels().stream().map(Scorecard.Part::name).toList());
        assertEquals(1, card.kinds().size());
        assertNotNull(card.coverage());
    }

    @Test
    void anAgencyThatStaysOutIsNotThereAtOnce() {
        // Given a scorecard of two agencies, of which one has said meanwhile that it stays out
        Scorecard computed = new Scorecard(
                "2026-10",
                Instant.EPOCH,
                Instant.EPOCH,
                600,
                86_400,
                30,
                List.of(card("hubungan"), card("kesehatan"), card("dulu-ada")));
        Directory directory =
                new Directory(List.of(agency("hubungan", null), agency("kesehatan", false)), List.of(), List.of());

        Scorecard shown = ScorecardReport.shown(computed, directory);

        assertEquals(
                List.of("hubungan", "dulu-ada"),
                shown.agencies().stream().map(AgencyCard::agency).toList());
        assertTrue(shown.of("kesehatan").isEmpty());
        assertTrue(agency("hubungan", true).scorecardIsPublic());
    }

    private static AgencyCard card(String agency) {
        return new AgencyCard(agency, agency, Scorecard.Card.NOT_SHOWN, List.of(), null, List.of(), List.of());
    }

    private static Agency agency(String id, @Nullable Boolean publicScorecard) {
        return Agency.builder(id, id, "Asia/Jakarta", "XYZ", "loket")
                .publicScorecard(publicScorecard)
                .build();
    }

    private static AgencyCard card(long turns, Scorecard.Coverage coverage) {
        Agency agency = Agency.builder("hubungan", "Hubungan", "Asia/Jakarta", "XYZ", "loket")
                .build();
        return ScorecardReport.card(agency, by -> List.of(group(by, turns)), () -> Optional.of(coverage));
    }

    private static Responsiveness.Group group(List<Grouping> by, long turns) {
        Sample sample = new Sample(NOW, 600_000, DAY);
        sample.add(NOW - 2 * DAY, Outcome.ANSWERED_HUMAN, 60_000, turns);
        Figures figures = sample.figures();
        Map<String, String> named = by.isEmpty() ? Map.of() : Map.of(by.get(0).wire(), "sms");
        return new Responsiveness.Group(named, turns >= 30, 1, null, figures, null);
    }
}
