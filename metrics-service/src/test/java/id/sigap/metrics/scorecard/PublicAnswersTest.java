package id.sigap.metrics.scorecard;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicAnswersTest {
    @Test
    void addressesThatAreForwardedMustComeFromSomebodyWhoIsNamed() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> PublicAnswers.mustNameWhoForwards(true, List.of()));

        assertTrue(String.valueOf(refused.getMessage()).contains("quarkus.http.proxy.trusted-proxies"));
        PublicAnswers.mustNameWhoForwards(true, List.of("10.0.0.7"));
        PublicAnswers.mustNameWhoForwards(false, List.of());
    }
}
