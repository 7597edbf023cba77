package id.sigap.reply.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleIndexTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Article REFUND = article(
            "refund",
            "Pengembalian dana tiket kereta",
            List.of("kereta-tiket"),
            "Tiket bisa dibatalkan di aplikasi, dana kembali 75%.",
            "Bagaimana cara refund tiket kereta?",
            "Kalau batal berangkat, uang kembali berapa persen?");
    private static final Article POWERBANK = article(
            "powerbank",
            "Membawa powerbank di pesawat",
            List.of("udara-bagasi"),
            "Powerbank hanya boleh dibawa di kabin.",
            "Boleh bawa powerbank ke pesawat?");
    private static final Article PARKING = article(
            "parkir",
            "Tarif parkir stasiun",
            List.of("parkir"),
            "Parkir motor 3.000 rupiah per jam.",
            "Berapa tarif parkir motor di stasiun?");
    private static final ArticleIndex INDEX = ArticleIndex.of(List.of(REFUND, POWERBANK, PARKING));

    @Test
    void theRightArticleIsFoundBySlangAndSlips() {
        assertEquals("refund", first("min gmn cara batalin tiket kereta, duitnya balik brp persen?"));
        assertEquals("powerbank", first("boleh bw power bank / powerbenk ke pesawat gak"));
        assertEquals("parkir", first("motor parkir di stasiun bayar brp"));
    }

    @Test
    void whatNoArticleSpeaksOfIsNotAnswered() {
        assertEquals("", first("Jadwal kapal ke Sorong bulan depan kapan keluar?"));
        assertEquals("", first("halo min selamat pagi"));
        assertEquals("", first(""));
        assertEquals("", first("🙏🙏"));
    }

    @Test
    void theTopicDecidesBetweenTwoThatFit() {
        Article train = article("kereta", "Bagasi kereta", List.of("kereta"), "20 kg.", "Bagasi gratis berapa kilo?");
        Article plane = article("pesawat", "Bagasi pesawat", List.of("udara"), "7 kg.", "Bagasi gratis berapa kilo?");
        ArticleIndex index = ArticleIndex.of(List.of(train, plane));
        for (String topic : List.of("kereta", "udara")) {
            Match match = index.find(new Wanted("bagasi gratis berapa kg ya", List.of(topic), null), TODAY, 1)
                    .get(0);
            assertEquals(List.of(topic), match.article().content().topics());
            assertTrue(match.score() <= 1 && match.score() > 0);
        }
    }

    @Test
    void onlyWhatIsInForceAnswers() {
        for (Article silent : List.of(
                valid(ArticleState.PUBLISHED, "2026-11-23", null),
                valid(ArticleState.PUBLISHED, "2026-01-01", "2026-11-21"),
                valid(ArticleState.DRAFT, "2026-01-01", null),
                valid(ArticleState.RETIRED, "2026-01-01", null))) {
            ArticleIndex index = ArticleIndex.of(List.of(silent));
            assertEquals(List.of(), index.find(new Wanted("tarif parkir motor", List.of(), null), TODAY, 3));
        }
        ArticleIndex last = ArticleIndex.of(List.of(valid(ArticleState.PUBLISHED, "2026-11-22", "2026-11-22")));
        assertEquals(
                1,
                last.find(new Wanted("tarif parkir motor", List.of(), null), TODAY, 3)
                        .size());
    }

    @Test
    void aTextOfAnyLengthIsSearched() {
        String endless = "kata".repeat(20_000) + " " + "powerbank pesawat ".repeat(5_000);
        INDEX.find(new Wanted(endless, List.of(), null), TODAY, 1);
        assertEquals("powerbank", first("powerbank pesawat ".repeat(3_000)));
    }

    private static String first(String text) {
        List<Match> found = INDEX.find(new Wanted(text, List.of(), null), TODAY, 1);
        return found.isEmpty() ? "" : found.get(0).article().id();
    }

    private static Article valid(ArticleState state, String from, @Nullable String until) {
        ArticleContent content = PARKING.content();
        return new Article(
                "a",
                "parkir",
                1,
                new ArticleContent(
                        null,
                        content.title(),
                        content.topics(),
                        content.questions(),
                        content.answer(),
                        LocalDate.parse(from),
                        until == null ? null : LocalDate.parse(until),
                        "contoh",
                        state,
                        null));
    }

    private static Article article(String id, String title, List<String> topics, String answer, String... questions) {
        return new Article(
                "a",
                id,
                1,
                new ArticleContent(
                        null,
                        title,
                        topics,
                        List.of(questions),
                        answer,
                        LocalDate.parse("2026-01-01"),
                        null,
                        "contoh",
                        ArticleState.PUBLISHED,
                        null));
    }
}
