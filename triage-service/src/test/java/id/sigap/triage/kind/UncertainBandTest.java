package id.sigap.triage.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncertainBandTest {
    private final UncertainBand band = new UncertainBand(0.8);

    @ParameterizedTest
    @CsvSource({
        "0.90, 0.02, false", // sure
        "0.80, 0.05, false", // as sure as it must be
        "0.79, 0.05, true", // less
        "0.88, 0.11, true", // sure, but the rest is spam
        "0.11, 0.88, true", // the other way round
    })
    void isUnsureBelowItsBoundAndBetweenComplaintAndSpam(double complaint, double spam, boolean unsure) {
        double rest = 1 - complaint - spam;
        Kind kind = complaint > spam ? Kind.COMPLAINT : Kind.SPAM;
        Scores scores = new Scores(complaint, rest, 0, 0, spam);
        assertEquals(unsure, band.holds(new KindDecision(kind, scores.of(kind), scores, List.of(), "")));
    }

    @Test
    void praiseIsUnsureToo() {
        Scores scores = new Scores(0.3, 0, 0.7, 0, 0);
        assertEquals(true, band.holds(new KindDecision(Kind.PRAISE, 0.7, scores, List.of(), "")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesWhatIsNoProbability(double below) {
        assertThrows(IllegalArgumentException.class, () -> new UncertainBand(below));
    }
}
