package id.sigap.triage.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Because;
import id.sigap.contracts.event.Scores;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.kind.KindDecision;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledModelTest {
    private static final Path CORPUS = Path.of("src/main/corpus");
    private static final Set<String> SOME = Set.of("aspirasi", "transport-surat", "spam-lain");
    private static final int MEGABYTE = 1024 * 1024;

    private final LinearModel bundled = BundledTriage.MODEL;
    private final LinearKinds kinds = new LinearKinds(bundled);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "complaint|krl bekasi telat lagi, udah seminggu begini terus",
                "complaint|hebat ya, tiga hari air mati dan tidak ada yang peduli",
                "complaint|kapan diperbaiki? sudah seminggu lampu jalan mati",
                "complaint|mohon ditindaklanjuti jalan rusak parah di desa kami, terima kasih",
                "complaint|petugasnya jutek, antri tiga jam gak dilayani",
                "question|min jadwal kereta ke Surabaya besok jam berapa ya?",
                "question|Bagaimana cara mengurus perpanjangan izin trayek?",
                "question|syarat daftar bpjs apa aja kak",
                "praise|petugas stasiun ramah banget, bantu ibu saya. keren!",
                "praise|Terima kasih, pelayanannya cepat dan memuaskan",
                "other|selamat pagi",
                "other|baik kak, saya tunggu",
                "spam|𝐃𝐎𝐑𝐀𝟕𝟕 gacor tiap hari, modal receh auto maxwin",
                "spam|Pinjaman dana cepat cair tanpa jaminan, hubungi WA kami",
                "spam|terima kasih infonya min, btw slot gacor di raja88 lagi pecah",
            })
    void tellsKindsApart(String kind, String text) {
        assertEquals(Kind.of(kind), decide(text).kind());
    }

    @Test
    void saysWhichWordsDecided() {
        KindDecision decision = decide("slot gacor maxwin hari ini");
        assertEquals(Kind.SPAM, decision.kind());
        assertTrue(
                Set.of("slot", "gacor", "maxwin")
                        .contains(decision.because().get(0).term()),
                () -> decision.because().toString());
    }

    @Test
    void theTermsSumToTheScore() {
        for (String text : List.of("krl telat lagi min, parah", "jadwal kapal ke Ambon kapan?", "👍", "")) {
            // Given the score: how far the kind's log-probability is above the mean of all
            KindDecision decision = decide(text);
            Scores scores = decision.scores();
            double mean = Stream.of(Kind.values())
                    .mapToDouble(kind -> Math.log(Math.max(5e-5, scores.of(kind))))
                    .average()
                    .orElseThrow();
            double score = Math.log(decision.confidence()) - mean;

            // Then, but for the rounding of small probabilities
            double sum =
                    decision.because().stream().mapToDouble(Because::weight).sum();
            boolean exact = Stream.of(Kind.values()).allMatch(kind -> scores.of(kind) > 0.01);
            assertEquals(
                    score, sum, exact ? 0.02 : 0.8, () -> decision.because().toString());
        }
    }

    /** Training has no chance in it; a part of the corpus shows that as well as all of it. */
    @Test
    void theSameMessagesGiveTheSameBytes() throws IOException {
        List<LabelledMessage> some = Corpus.read(CORPUS).where(message -> SOME.contains(message.style()));
        byte[] first = bytes(ModelTrainer.train(some, "some"));
        assertArrayEquals(first, bytes(ModelTrainer.train(some, "some")));
        assertArrayEquals(first, bytes(LinearModel.read(new ByteArrayInputStream(first))));
    }

    @Test
    void similarMessagesHaveASayOnlyWhereTheWeightsHardlyKnow() throws IOException {
        LinearWeights weights = bundled.nature();
        LinearWeights.Head head = weights.head(LinearModel.KIND);
        int asked = 0;
        List<LabelledMessage> split = Corpus.read(CORPUS).where(LabelledMessage::isTest);
        for (LabelledMessage message : split) {
            // Given what the weights alone say
            LinearModel.Sums sums = bundled.read(Normaliser.normalise(message.text()));
            double[] alone = head.of(weights.sums(sums.vector()));
            double[] sorted = Arrays.stream(alone).sorted().toArray();
            boolean unsure = sorted[sorted.length - 1] - sorted[sorted.length - 2] < 0.8;

            // Then they are added to where two kinds are near each other, and only there
            double[] said = head.of(sums.nature());
            double added = 0;
            for (int kind = 0; kind < said.length; kind++) {
                added += said[kind] - alone[kind];
            }
            assertEquals(unsure ? 2 : 0, added, 1e-9, message::toString);
            asked += unsure ? 1 : 0;
        }
        int all = asked;
        assertTrue(asked > split.size() / 20 && asked < split.size() / 4, () -> all + " of " + split.size());
    }

    /** Agencies' additions have none, and what was stored before there were any. */
    @Test
    void aModelWithoutSimilarMessagesIsReadToo() throws IOException {
        LinearModel without = new LinearModel(bundled.nature(), bundled.topics());
        byte[] written = bytes(without);
        assertTrue(written.length < bytes(bundled).length);
        assertArrayEquals(written, bytes(LinearModel.read(new ByteArrayInputStream(written))));
    }

    @Test
    void isTheModelOfThisCorpusAndSmall() throws IOException {
        assertEquals(TrainModels.modelName(Corpus.read(CORPUS)), bundled.name());
        byte[] stored = bytes(bundled);
        assertTrue(stored.length <= 20 * MEGABYTE, () -> "the model has " + stored.length + " bytes");
    }

    @Test
    void theCorpusIsLargeAndWithoutRepetition() throws IOException {
        Corpus corpus = Corpus.read(CORPUS);
        assertTrue(corpus.messages().size() >= 6_000);
        Set<String> seen = new HashSet<>();
        for (LabelledMessage message : corpus.messages()) {
            assertTrue(seen.add(message.text().toLowerCase(Locale.ROOT)), () -> "twice: " + message.text());
        }
    }

    @Test
    void doesWellOnTheFrozenTestSplit() throws IOException {
        Evaluation evaluation =
                new EvaluateModels(bundled).kinds(Corpus.read(CORPUS).where(LabelledMessage::isTest));
        assertTrue(evaluation.total() > 700);
        assertTrue(evaluation.macroF1() > 0.85, evaluation::table);
        assertTrue(evaluation.calibrationError() <= 0.05, evaluation::reliabilityTable);
    }

    private KindDecision decide(String text) {
        NormalText normal = Normaliser.normalise(text);
        return kinds.classify(normal, bundled.read(normal));
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
