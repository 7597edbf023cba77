package id.sigap.reply.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.reply.Sentences;
import id.sigap.reply.approval.Refusal;
import id.sigap.reply.draft.TemplateMistake;
import id.sigap.reply.draft.TemplateText;
import id.sigap.runtime.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeskWordsTest {
    private static final DeskWords INDONESIAN = DeskWords.in(Language.INDONESIAN);
    private static final DeskWords ENGLISH = DeskWords.in(Language.ENGLISH);

    /** What is the same word in both: names of channels, and what English and Indonesian share. */
    private static final Set<String> SHARED = Set.of(
            "Unit",
            "Spam",
            "WhatsApp",
            "Telegram",
            "X",
            "Instagram",
            "Facebook",
            "TikTok",
            "YouTube",
            "SMS",
            "Open311");

    @Test
    void nothingIsLeftUnsaidOrUntranslated() {
        Map<String, String> indonesian = Sentences.of(DeskWords.class, INDONESIAN);
        Map<String, String> english = Sentences.of(DeskWords.class, ENGLISH);

        assertEquals(indonesian.keySet(), english.keySet());
        assertTrue(indonesian.size() > 100, "the test sees the words");
        indonesian.forEach((asked, said) -> {
            assertFalse(said.isBlank(), asked);
            assertFalse(english.getOrDefault(asked, "").isBlank(), asked);
        });
        assertEquals(
                SHARED,
                indonesian.entrySet().stream()
                        .filter(said -> said.getValue().equals(english.get(said.getKey())))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyTroubleHasAHeadingAndAWayOut() {
        for (int status : List.of(400, 403, 404, 405, 422, 429, 500, 503)) {
            DeskWords.Trouble indonesian = INDONESIAN.trouble(status);
            DeskWords.Trouble english = ENGLISH.trouble(status);

            assertNotEquals(indonesian.title(), english.title());
            assertNotEquals(indonesian.sentence(), english.sentence());
        }
    }

    @Test
    void everyActThatIsRecordedHasAName() throws IOException {
        // Given every act that the service's code and its database write down
        Set<String> written = recorded();

        // Then each has its name in both languages; a word of no version stands as it is
        assertTrue(written.containsAll(Set.of("template-saved", "found-sent", "taken-back", "statement-ended")));
        for (String act : written) {
            assertNotEquals(act, INDONESIAN.act(act), act);
            assertNotEquals(INDONESIAN.act(act), ENGLISH.act(act), act);
        }
        assertEquals("something-new", ENGLISH.act("something-new"));
    }

    /** The acts in the sources: noted by the code, inserted by its SQL, recorded by the database. */
    private static Set<String> recorded() throws IOException {
        List<Pattern> places = List.of(
                Pattern.compile("\\.note\\(\\s*\"([a-z-]+)\""),
                Pattern.compile("new HistoryEntity\\([^;]*?\"([a-z-]+)\""),
                Pattern.compile("new Timer\\([^;]*?\"([a-z-]+)\"\\)"),
                Pattern.compile("\"(statement-[a-z]+)\""),
                Pattern.compile("note\\(connection,[^;]*?\"([a-z-]+)\", caller"),
                Pattern.compile("into history \\([^)]*\\)[^;]*?'([a-z-]+)'"),
                Pattern.compile("record_act\\([^;]*?'([a-z-]+)'"),
                Pattern.compile("clock_timestamp\\(\\), '([a-z-]+)'"));
        Set<String> found = new TreeSet<>();
        for (Path root : List.of(Path.of("src/main/java/id/sigap/reply"), Path.of("src/main/resources/db/migration"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String source = Files.readString(file);
                    places.forEach(
                            place -> place.matcher(source).results().forEach(match -> found.add(match.group(1))));
                }
            }
        }
        return found;
    }

    @Test
    void whatATemplateOrAPolicyLacksIsToldInThePagesLanguage() {
        TemplateMistake unknown = assertThrows(TemplateMistake.class, () -> TemplateText.parse("Halo {siapa}"));
        assertEquals(
                "isian {siapa} pada huruf ke-6 tidak dikenal. Yang ada tertulis di bawah formulir.",
                INDONESIAN.of(unknown));
        assertEquals("belum ada", PolicyMistakes.sentence("is missing", INDONESIAN));
        assertEquals(
                "harus salah satu dari send-now, undo-window",
                PolicyMistakes.sentence("must be one of send-now, undo-window", INDONESIAN));
        assertEquals("belum benar", PolicyMistakes.sentence("is odd in a way of tomorrow", INDONESIAN));
        assertEquals("is missing", PolicyMistakes.sentence("is missing", ENGLISH));
    }

    @Test
    void everyRefusalHasASentenceOfItsOwn() {
        String nothingKnown = INDONESIAN.refused("no-such-code");
        for (Refusal refusal : Refusal.values()) {
            assertNotEquals(nothingKnown, INDONESIAN.refused(refusal.code()), refusal.code());
            assertNotEquals(ENGLISH.refused("no-such-code"), ENGLISH.refused(refusal.code()), refusal.code());
        }
        for (String code : List.of(
                "cannot-arrive",
                "merged",
                "webhook-key-missing",
                "unprocessable-unit",
                "unprocessable-topic",
                "unprocessable-text",
                "bad-request-akhir")) {
            assertNotEquals(nothingKnown, INDONESIAN.refused(code), code);
        }
    }

    @Test
    void everyCauseOfOursHasASentenceAndAChannelsCodeIsShown() {
        for (String code : List.of(
                "blocked-by-citizen",
                "not-what-was-approved",
                "reply-window",
                "personal-data",
                "not-delivered",
                "no-message-id",
                "not-understood",
                "interrupted",
                "no-access-token",
                "no-bot-token",
                "not-in-directory")) {
            assertFalse(INDONESIAN.cause(code).contains(code));
            assertNotEquals(INDONESIAN.cause(code), ENGLISH.cause(code));
        }
        assertEquals("the channel's reply window has closed (the channel's code 131047)", ENGLISH.cause("131047"));
        assertEquals("kanal menganggap isian kirimannya salah (kode kanal 100)", INDONESIAN.cause("given-up: 100"));
        assertTrue(ENGLISH.cause("999999").contains("999999"));
    }

    @Test
    void nothingOfTheAddressReachesThePage() {
        assertFalse(INDONESIAN.notice("<script>").words().contains("script"));
        assertEquals("bad", INDONESIAN.notice("<script>").mood());
        assertEquals("good", INDONESIAN.notice("disetujui").mood());
        assertEquals("status", ENGLISH.notice("disetujui").role());
    }

    @Test
    void timesAreSaidAsOneSaysThem() {
        Instant now = Instant.parse("2026-11-22T03:00:00Z");

        assertEquals("sisa 1 jam 5 mnt", INDONESIAN.due(now.plus(Duration.ofMinutes(65)), now));
        assertEquals("lewat 2 hari", INDONESIAN.due(now.minus(Duration.ofHours(50)), now));
        assertEquals("3 min overdue", ENGLISH.due(now.minus(Duration.ofMinutes(3)), now));
        assertEquals("22 Nov, 10.00", INDONESIAN.moment(now, ZoneId.of("Asia/Jakarta")));
        assertEquals("22 Nov, 12:00", ENGLISH.moment(now, ZoneId.of("Asia/Jayapura")));
        assertEquals("First 50 cases, 2 overdue", ENGLISH.summary(50, true, 2));
        assertEquals("1 case", ENGLISH.summary(1, false, 0));
        assertEquals("50 kasus pertama, 2 lewat batas waktu", INDONESIAN.summary(50, true, 2));
    }
}
