package id.sigap.triage.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.directory.Slot;
import id.sigap.contracts.directory.Topic;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.text.Normaliser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotFinderTest {
    private final SlotFinder ticket =
            new SlotFinder(DemoDirectory.kemenhub().topic("kereta-tiket").orElseThrow());

    @ParameterizedTest
    @CsvSource({
        "refund tiket saya mana, kode-booking;tanggal",
        "refund tiket QX7T2M belum cair, tanggal",
        "refund tiket tgl 12 belum cair, kode-booking",
        "refund QX7T2M tgl 12, ''",
    })
    void asksOnlyForWhatIsMissing(String text, String missing) {
        List<String> expected = missing.isEmpty() ? List.of() : List.of(missing.split(";"));
        assertEquals(expected, ticket.find(Normaliser.normalise(text)).missing());
    }

    @Test
    void tellsWhereTheBookingCodeStands() {
        Slots slots = ticket.find(Normaliser.normalise("kode QX7T2M ya"));
        assertEquals(1, slots.codes().size());
        assertEquals(5, slots.codes().get(0).start());
        assertEquals(11, slots.codes().get(0).end());
    }

    @Test
    void aPatternThatBacktracksWithoutEndIsGivenUp() {
        // Given a pattern that takes exponential time on a text that almost fits
        Slot slot = new Slot("x", "?", "(a+)+b", List.of());
        SlotFinder finder = new SlotFinder(new Topic("t", "t", null, List.of(), List.of(slot)));

        // When it is looked for
        Slots slots = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> finder.find(Normaliser.normalise("ac".repeat(10) + "a".repeat(60) + "c")));

        // Then the detail counts as missing
        assertEquals(List.of("x"), slots.missing());
    }
}
