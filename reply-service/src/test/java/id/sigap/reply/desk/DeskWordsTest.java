package id.sigap.reply.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.reply.Sentences;
import id.sigap.runtime.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    void everyActOfTheHistoryHasAName() {
        for (String act : List.of(
                "drafted",
                "submitted",
                "approved",
                "rejected",
                "edited",
                "undone",
                "released",
                "sent-again",
                "assigned",
                "routed",
                "reclassified",
                "closed",
                "reopened",
                "note",
                "snoozed",
                "woken",
                "transferred",
                "office-answered",
                "merged",
                "absorbed",
                "resolved",
                "waiting",
                "taken-back",
                "rated",
                "thanked",
                "sent",
                "linked",
                "unlinked")) {
            assertNotEquals(act, INDONESIAN.act(act));
            assertNotEquals(INDONESIAN.act(act), ENGLISH.act(act));
        }
        assertEquals("something-new", ENGLISH.act("something-new"));
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
        assertTrue(ENGLISH.cause("131047").contains("131047"));
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
