package id.sigap.metrics.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.metrics.page.Words;
import id.sigap.metrics.page.WrittenText;
import id.sigap.metrics.scorecard.Scorecard.AgencyCard;
import id.sigap.metrics.scorecard.Scorecard.Card;
import id.sigap.runtime.language.Language;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardViewTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 9);
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void waysStayWithTheMonthThatWasAskedFor() {
        ScorecardView asked = view("2026-09");
        assertEquals("?bahasa=id&bulan=2026-09", asked.query());
        assertEquals("?bahasa=en&bulan=2026-09", asked.otherQuery());
        assertEquals("month=2026-09", asked.data());

        // And with the newest where none was
        ScorecardView newest = view("");
        assertEquals("?bahasa=id", newest.query());
        assertEquals("", newest.data());
    }

    @Test
    void otherSitesAreToldTheServicesOwnAddress() {
        assertEquals(
                "<iframe src=\"https://sigap.example/publik/hubungan/sematan\" width=\"360\" height=\"400\""
                        + " title=\"Laut &amp; &quot;Udara&quot;\"></iframe>",
                view("").agency().frame());
    }

    private static ScorecardView view(String asked) {
        AgencyCard card =
                new AgencyCard("hubungan", "Laut & \"Udara\"", Card.NOT_SHOWN, List.of(), null, List.of(), List.of());
        Scorecard scorecard =
                new Scorecard(MONTH.toString(), Months.start(MONTH), Months.end(MONTH), 600, 86_400, 30, List.of(card));
        return ScorecardView.of(
                scorecard,
                MONTH,
                NOW,
                asked,
                URI.create("https://sigap.example"),
                new Words(WrittenText.page(), Language.INDONESIAN));
    }
}
