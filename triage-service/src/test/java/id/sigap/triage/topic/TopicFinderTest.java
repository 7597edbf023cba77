package id.sigap.triage.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.directory.Topic;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFinderTest {
    private static final LinearWeights NOTHING_LEARNT = LinearWeights.of("none", List.of(), Map.of());

    /** The model's whole knowledge in the tests with made-up probabilities. */
    private static final LinearWeights LABELS = LinearWeights.of(
            "labels",
            List.of("topic/jalan", "topic/jalan-lampu", "topic/jalan-lubang", "topic/lainnya", "topic/luar"),
            Map.of());

    private final LinearModel model = BundledTriage.MODEL;

    @ParameterizedTest
    @CsvSource({
        "krl telat lagi min, kereta-terlambat",
        "keretanya dari Bogor telat, kereta-terlambat",
        "toilet stasiun bau, kereta-fasilitas",
        "ada masinis yang ramah, kereta",
        "bagasi saya hilang di bandara, udara-bagasi",
        "refund tiketnya kapan, kereta-tiket",
        "mau uji kir, izin-kir",
        "kirim ke mana ya, " + Topic.NONE,
        "halo, " + Topic.NONE,
    })
    void findsTheMostSpecificTopicByWordsAlone(String text, String topic) {
        TopicFinder words = new TopicFinder(DemoDirectory.kemenhub().topics(), NOTHING_LEARNT);
        assertEquals(topic, words.find(Normaliser.normalise(text), new double[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "kemenhub-contoh, krl telat lagi min, kereta-terlambat",
        "kemenhub-contoh, koper saya rusak setelah penerbangan ke Medan, udara-bagasi",
        "kemenhub-contoh, juru parkir minta 10 ribu tanpa karcis, parkir",
        "kemenhub-contoh, ombak besar tapi pelampung di kapal kurang, laut-keselamatan",
        "kemenhub-contoh, selamat pagi min, " + Topic.NONE,
        "kemenhub-contoh, KTP saya belum jadi padahal sudah rekam di kelurahan, luar",
        "kemenkes-contoh, iuran bpjs saya kok ditagih dobel, bpjs-iuran",
        "kemenkes-contoh, antre poli mata dari subuh belum dipanggil juga, rs-antrean",
        "kemenkes-contoh, anak saya belum imunisasi polio, vaksin",
        "kemenkes-contoh, KTP saya belum jadi padahal sudah rekam di kelurahan, luar",
        "kemenkes-contoh, tiket kereta saya kapan refund, luar",
    })
    void hearsWordsAndModel(String agency, String text, String topic) {
        TopicFinder both = new TopicFinder(
                DemoDirectory.directory().agency(agency).orElseThrow().topics(), model.topics());
        NormalText normal = Normaliser.normalise(text);
        assertEquals(topic, both.find(normal, model.read(normal).topics()));
    }

    @Test
    void staysAtTheParentWhenItsChildrenAreUnsure() {
        // Given a model for which both children are as probable as each other, and a third thing more than either
        TopicFinder finder = new TopicFinder(
                List.of(topic("jalan", null), topic("jalan-lampu", "jalan"), topic("jalan-lubang", "jalan")), LABELS);

        // When
        String unsure = found(finder, "tolong", 0.3, 0.2, 0.2, 0.05, 0.25);
        String sure = found(finder, "tolong", 0.05, 0.6, 0.1, 0.05, 0.2);

        // Then the parent stands for both, and yields to a child that stands out
        assertEquals("jalan", unsure);
        assertEquals("jalan-lampu", sure);
    }

    @Test
    void whatIsElsewhereIsNoTopicOfAnAgencyThatHasNoneForIt() {
        List<Topic> road = List.of(topic("jalan", null));
        TopicFinder without = new TopicFinder(road, LABELS);
        TopicFinder with = new TopicFinder(List.of(road.get(0), topic(TopicFinder.ELSEWHERE, null)), LABELS);

        // What other agencies' topics weigh counts as elsewhere, too
        assertEquals(Topic.NONE, found(without, "a", 0.1, 0.0, 0.0, 0.1, 0.8));
        assertEquals(TopicFinder.ELSEWHERE, found(with, "a", 0.1, 0.0, 0.0, 0.1, 0.8));
        assertEquals(TopicFinder.ELSEWHERE, found(with, "a", 0.1, 0.6, 0.1, 0.1, 0.1));
        assertEquals(Topic.NONE, found(with, "a", 0.1, 0.1, 0.0, 0.7, 0.1));
    }

    @Test
    void aTopicThatTheModelDoesNotKnowIsFoundByItsWords() {
        // Given an agency whose one topic is its own and another is the model's
        List<Topic> topics = List.of(
                topic("jalan", null), new Topic("sapi", "Sapi", null, List.of("sapi", "sapi lepas"), List.of()));
        TopicFinder mixed = new TopicFinder(topics, LABELS);
        TopicFinder own = new TopicFinder(topics.subList(1, 2), LABELS);

        // Then words find it, against a model that is sure of something else, and nothing does without them
        assertEquals("sapi", found(mixed, "ada sapi lepas", 0.5, 0, 0, 0.1, 0.4));
        assertEquals("jalan", found(mixed, "ada lubang", 0.5, 0, 0, 0.1, 0.4));
        assertEquals("sapi", found(own, "sapinya masuk kebun", 0.1, 0, 0, 0.1, 0.8));
        assertEquals(Topic.NONE, found(own, "ada lubang", 0.1, 0, 0, 0.1, 0.8));
    }

    private static String found(TopicFinder finder, String text, double... probabilities) {
        double[] sums = new double[probabilities.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.log(Math.max(1e-9, probabilities[i]));
        }
        return finder.find(Normaliser.normalise(text), sums);
    }

    private static Topic topic(String id, @Nullable String parent) {
        return new Topic(id, id, parent, List.of(), List.of());
    }
}
