package id.sigap.triage.kind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.triage.kind.training.Corpus;
import id.sigap.triage.kind.training.Evaluation;
import id.sigap.triage.kind.training.KindTrainer;
import id.sigap.triage.kind.training.LabelledMessage;
import id.sigap.triage.text.Normaliser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindModelTest {
    private static final Path CORPUS = Path.of("src/main/corpus");
    private static final int FOLDS = 5;

    private final LinearKindClassifier bundled = LinearKindClassifier.bundled();

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
        assertEquals(Kind.of(kind), bundled.classify(Normaliser.normalise(text)).kind());
    }

    @Test
    void saysWhichWordsDecided() {
        KindDecision decision = bundled.classify(Normaliser.normalise("slot gacor maxwin hari ini"));
        assertEquals(Kind.SPAM, decision.kind());
        assertTrue(
                Set.of("slot", "gacor", "maxwin")
                        .contains(decision.because().get(0).term()),
                () -> decision.because().toString());
    }

    @Test
    void theSameCorpusGivesTheSameBytes() throws IOException {
        // Given the corpus that the build trained from
        Corpus corpus = Corpus.read(CORPUS);

        // When it is trained from twice
        byte[] first = bytes(KindTrainer.train(corpus.messages(), bundled.model()));
        byte[] second = bytes(KindTrainer.train(corpus.messages(), bundled.model()));

        // Then both are the bundled model, byte by byte
        assertArrayEquals(first, second);
        try (var in = LinearKindClassifier.class.getResourceAsStream(LinearKindClassifier.RESOURCE)) {
            assertArrayEquals(first, in.readAllBytes());
        }
    }

    @Test
    void theCorpusIsLargeAndWithoutRepetition() throws IOException {
        Corpus corpus = Corpus.read(CORPUS);
        assertTrue(corpus.messages().size() >= 900);
        Set<String> seen = new HashSet<>();
        for (LabelledMessage message : corpus.messages()) {
            assertTrue(seen.add(message.text().toLowerCase(java.util.Locale.ROOT)), "twice: " + message.text());
        }
    }

    @Test
    void doesWellOnMessagesThatItHasNotSeen() throws IOException {
        Corpus corpus = Corpus.read(CORPUS);
        double sum = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            List<LabelledMessage> known = new ArrayList<>();
            List<LabelledMessage> unseen = new ArrayList<>();
            for (LabelledMessage message : corpus.messages()) {
                (Math.floorMod(message.text().hashCode(), FOLDS) == fold ? unseen : known).add(message);
            }
            Evaluation evaluation = Evaluation.of(new LinearKindClassifier(KindTrainer.train(known, "fold")), unseen);
            assertFalse(evaluation.table().isEmpty());
            sum += evaluation.macroF1();
        }
        double mean = sum / FOLDS;
        assertTrue(mean > 0.8, () -> "mean macro-F1 over the folds is " + mean);
    }

    private static byte[] bytes(KindWeights weights) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        weights.write(out);
        return out.toByteArray();
    }
}
