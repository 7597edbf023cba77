package id.sigap.triage.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.directory.Topic;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.text.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicIndexTest {
    private final TopicIndex topics = new TopicIndex(DemoDirectory.kemenhub().topics());

    @ParameterizedTest
    @CsvSource({
        "krl telat lagi min, kereta-terlambat",
        "keretanya dari Bogor telat, kereta-terlambat",
        "toilet stasiun bau, kereta",
        "bagasi saya hilang di bandara, udara",
        "refund tiketnya kapan, kereta-tiket",
        "mau uji kir, perizinan",
        "kirim ke mana ya, " + Topic.NONE,
        "halo, " + Topic.NONE,
    })
    void findsTheMostSpecificTopic(String text, String topic) {
        assertEquals(topic, topics.find(Normaliser.normalise(text)));
    }
}
