package id.sigap.metrics.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.metrics.figure.CurvePoint;
import id.sigap.runtime.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private final Words words = new Words(WrittenText.page(), Language.INDONESIAN);

    @Test
    void aCurveThatHardlyRisesIsShownToo() {
        // Given that one in twenty was answered, after an hour
        List<CurvePoint> points = List.of(new CurvePoint(3_600, 0.05, 0.01, 0.2));

        // Then that is told, and not that nothing is known
        assertEquals(
                List.of(new Dashboard.CurveRow("1 jam", "5,0 %", "1,0 % – 20,0 %")),
                Dashboard.curve(points, words).rows());
        assertEquals(List.of(), Dashboard.curve(List.of(), words).rows());
    }

    @Test
    void ofACurveEveryTimeIsToldOnceAndTheLastToo() {
        // Given that nine of ten were answered at once, and some later
        List<CurvePoint> points = List.of(new CurvePoint(60, 0.9, 0.8, 0.95), new CurvePoint(600, 0.93, 0.85, 0.97));

        // Then neither a time comes twice nor is missing where the curve ends
        assertEquals(
                List.of("1 mnt", "10 mnt"),
                Dashboard.curve(points, words).rows().stream()
                        .map(Dashboard.CurveRow::time)
                        .toList());
    }
}
