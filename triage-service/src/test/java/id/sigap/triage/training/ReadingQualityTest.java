package id.sigap.triage.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.WrittenLanguage;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.language.LanguageReader;
import id.sigap.triage.text.Normaliser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the frozen test split says of what is read beside the kind. */
class ReadingQualityTest {
    private static List<LabelledMessage> test = List.of();

    private final EvaluateModels evaluate = new EvaluateModels(BundledTriage.MODEL);

    @BeforeAll
    static void read() throws IOException {
        test = Corpus.read(Path.of("src/main/corpus")).where(LabelledMessage::isTest);
    }

    @Test
    void whatIsNotUncertainIsRight() {
        Evaluation sure = evaluate.sureKinds(test, UncertainBand.DEFAULT);
        assertTrue(sure.accuracy() >= 0.95, () -> sure.accuracy() + "\n" + sure.confusionTable());
        assertTrue(sure.total() >= 0.5 * test.size(), () -> sure.total() + " of " + test.size());
    }

    @Test
    void dangerToLifeIsHardlyEverMissed() {
        Evaluation urgency = evaluate.urgencies(test);
        assertTrue(urgency.recall("critical") >= 0.9, urgency::confusionTable);
        assertTrue(urgency.precision("critical") >= 0.5, urgency::confusionTable);
    }

    @ParameterizedTest
    @CsvSource({"jawa, jv", "sunda, su", "transport-obrolan, id", "kesehatan-medsos, id", "opini-publik, id"})
    void aStyleOfOneLanguageIsReadAsThat(String style, String language) {
        LanguageReader languages = BundledTriage.LANGUAGES;
        List<LabelledMessage> messages = test.stream()
                .filter(message -> message.style().startsWith(style))
                .toList();
        long right = messages.stream()
                .filter(message -> languages.of(Normaliser.normalise(message.text())) == WrittenLanguage.of(language))
                .count();
        assertTrue(right >= 0.9 * messages.size(), () -> style + ": " + right + " of " + messages.size());
    }
}
