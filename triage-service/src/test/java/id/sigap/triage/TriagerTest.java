package id.sigap.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.Because;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.kind.LinearKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriagerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:01.000Z");

    private final Triager triager = BundledTriage.TRIAGER;

    @Test
    void understandsAComplaintWhole() {
        // Given a complaint that leaves its station open and has a phone number in it
        String text = "Kereta telat 2 jam!!! kecewa, hubungi saya 0812 3456 7890";

        // When it is triaged
        MessageTriaged triaged =
                triager.triage(Messages.whatsapp("628", "wamid.1", text), DemoDirectory.kemenhub(), NOW);

        // Then everything is there, by the directory's rules
        Triage triage = triaged.triage();
        assertEquals(Kind.COMPLAINT, triage.kind());
        assertEquals("kereta-terlambat", triage.topic());
        assertEquals("layanan-kereta", triage.unit());
        assertEquals(Urgency.NORMAL, triage.urgency());
        assertEquals("phone", triage.personalData().get(0).type());
        assertEquals(List.of("stasiun", "jam"), triage.missing());
        assertEquals(Messages.SENT.plus(Duration.ofMinutes(10)), triage.respondBy());
        assertEquals(NOW, triaged.triagedAt());
        assertTrue(triage.model().startsWith("sigap-linear-"));
        assertEquals(triage.confidence(), triage.scores().of(Kind.COMPLAINT));
    }

    @Test
    void dangerToLifeIsDueSooner() {
        Triage triage = understand("tolong ada orang jatuh pingsan di rel stasiun Tebet, kereta mau masuk");
        assertEquals(Urgency.CRITICAL, triage.urgency());
        assertEquals(Messages.SENT.plus(Duration.ofMinutes(3)), triage.respondBy());
    }

    @Test
    void theSameMessageIsTheSameEvent() {
        MessageTriaged first =
                triager.triage(Messages.whatsapp("628", "wamid.1", "halo"), DemoDirectory.kemenhub(), NOW);
        MessageTriaged again = triager.triage(
                Messages.whatsapp("628", "wamid.1", "halo"), DemoDirectory.kemenhub(), NOW.plusSeconds(60));
        assertEquals(first.id(), again.id());
        assertEquals(first.triage(), again.triage());
    }

    @Test
    void thanksAsksForNothing() {
        Triage triage = understand("terima kasih min, refund tiketnya sudah cair, pelayanan cepat dan ramah");
        assertEquals(Kind.PRAISE, triage.kind());
        assertEquals(List.of(), triage.missing());
        assertEquals(Urgency.LOW, triage.urgency());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u200B", "?", "🙏", "a@a@a", "\uD83D", "\u0000", "((((((", "kereta kereta kereta"})
    void understandsNothingWithoutFailing(String text) {
        hold(understand(text), text);
    }

    @Test
    void nothingInAMessageMakesItFail() {
        // Given real-looking texts and pieces that break parsers
        List<String> pieces = List.of(
                "kereta telat ",
                "slot88 ",
                "0812",
                "@",
                "a@a@a",
                "\u202E",
                "\uD83D",
                "\uDE00",
                "😀",
                "\u0301",
                "\n",
                "3273011408900001",
                "B 1234 CD ",
                "https://",
                ".com",
                "?!",
                "'",
                "\\",
                "𝐌𝐀𝐗",
                "ﷺ",
                "\u0000",
                "gk ",
                "refund tiket QX7T2M ",
                "\uFFFF",
                "S L O T ",
                "Ѕ",
                "1\uFE0F\u20E3",
                "#",
                "_",
                "ß",
                "İ",
                "ǆ");
        Random random = new Random(20260302);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
                if (random.nextInt(4) == 0) {
                    text.append((char) random.nextInt(0x10000));
                }
                if (random.nextInt(8) == 0 && text.length() > 0) {
                    text.deleteCharAt(random.nextInt(text.length()));
                }
            }
            // When it is triaged, then the result keeps its promises
            hold(understand(text.toString()), text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@a", "😀", "a", "aaaa ", "1 ", "\u0301", "(", "kereta telat ", "a.", "\u200B"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHugeMessageEndsSoonWhateverIsRepeated(String piece) {
        // A million characters: what takes the square of their number does not end within the minute.
        assertNotNull(understand(piece.repeat(1_000_000 / piece.length())));
    }

    private Triage understand(String text) {
        return triager.triage(Messages.whatsapp("628", "wamid.1", text), DemoDirectory.kemenhub(), NOW)
                .triage();
    }

    private static void hold(Triage triage, String text) {
        double sum = 0;
        for (Kind kind : Kind.values()) {
            double score = triage.scores().of(kind);
            assertTrue(score >= 0 && score <= 1, () -> kind + " " + score);
            sum += score;
        }
        assertEquals(1, sum, 1e-9);
        assertTrue(triage.intensity() >= 0 && triage.intensity() <= 1);
        int end = 0;
        for (var place : triage.personalData()) {
            assertTrue(place.start() >= end && place.end() > place.start() && place.end() <= text.length());
            end = place.end();
        }
        double weight = Double.MAX_VALUE;
        for (Because because : triage.because()) {
            if (because.term().equals(LinearKinds.REST)) {
                continue; // what all other terms weigh stands last, however much it is
            }
            assertTrue(because.weight() <= weight);
            weight = because.weight();
        }
        assertFalse(triage.topic().isEmpty());
    }
}
