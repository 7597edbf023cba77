package id.sigap.triage.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Slot;
import id.sigap.contracts.directory.Topic;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.text.Normaliser;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void tellsWhereEveryKnownDetailStands() {
        // Given a topic whose details are found by a pattern and by words
        SlotFinder late = new SlotFinder(
                DemoDirectory.kemenhub().topic("kereta-terlambat").orElseThrow());

        // When
        String text = "nunggu dari jam 7.30 di TANAH  ABANG belum ada kereta";
        Slots slots = late.find(Normaliser.normalise(text));

        // Then
        assertEquals(List.of(), slots.missing());
        assertEquals(
                List.of("stasiun=TANAH  ABANG", "jam=jam 7.30"),
                slots.known().stream()
                        .map(known -> known.slot() + "=" + text.substring(known.start(), known.end()))
                        .toList());
    }

    @Test
    void aPlaceThatIsAskedForIsNotGiven() {
        SlotFinder late = new SlotFinder(
                DemoDirectory.kemenhub().topic("kereta-terlambat").orElseThrow());
        assertEquals(
                List.of("stasiun"),
                late.find(Normaliser.normalise("yang jam 7 berhenti di stasiun mana"))
                        .missing());
    }

    @Test
    void aPatternThatBacktracksWithoutEndIsGivenUp() {
        // Given a pattern that takes exponential time on a text that almost fits
        Slot slot = new Slot("x", "?", "(a+)+b", List.of(), null);
        SlotFinder finder = new SlotFinder(new Topic("t", "t", null, List.of(), List.of(slot)));

        // When it is looked for
        Slots slots = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> finder.find(Normaliser.normalise("ac".repeat(10) + "a".repeat(60) + "c")));

        // Then the detail counts as missing
        assertEquals(List.of("x"), slots.missing());
    }

    @Test
    void aPatternThatFailsOnWhatNobodyThoughtOfFindsNothing() {
        // Given a back reference that ignores case, at which the JDK reads behind the end of a text in bold letters
        Slot slot = new Slot("x", "?", "(?i)(\\p{L})\\1", List.of(), null);
        SlotFinder finder = new SlotFinder(new Topic("t", "t", null, List.of(), List.of(slot)));

        // When it is looked for, then nothing is thrown
        assertEquals(List.of("x"), finder.find(Normaliser.normalise("𝐀𝐀")).missing());
    }

    /** Every pattern of the demo agencies stays within a few looks at each character, whatever the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                "A1",
                " ",
                "jalan ",
                "stasiun ",
                "dari Bogor ke ",
                "jam ",
                "kode AB",
                "1.",
                "a-",
                "a - ",
                "12 ",
                "pelabuhan\n",
                "rs rs ",
                "no.",
                "aaaaaaaaaaaa-",
                "dari abc sampai ",
                "obat untuk ",
                "kelas "
            })
    void thePatternsOfTheDemoAgenciesAreLinear(String piece) {
        String text = piece.repeat(4_000 / piece.length());
        for (Agency agency : DemoDirectory.directory().agencies()) {
            for (Topic topic : agency.topics()) {
                for (Slot slot : topic.asks()) {
                    if (slot.pattern() != null) {
                        Matcher matcher =
                                Pattern.compile(slot.pattern()).matcher(new BoundedText(text, 60 * text.length()));
                        Assertions.assertDoesNotThrow(
                                () -> {
                                    while (matcher.find()) {
                                        // To the end of the text.
                                    }
                                },
                                () -> topic.id() + "." + slot.id());
                    }
                }
            }
        }
    }
}
