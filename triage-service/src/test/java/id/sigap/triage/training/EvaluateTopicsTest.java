package id.sigap.triage.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Agency;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.training.EvaluateTopics.Figures;
import id.sigap.triage.training.EvaluateTopics.Witness;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The topics of the demo agencies on the frozen test split, which neither words nor model were made from. */
class EvaluateTopicsTest {
    private final LinearModel model = BundledTriage.MODEL;

    @Test
    void wordsAndModelTogetherFindMoreThanEither() throws Exception {
        // Given
        List<LabelledMessage> messages = Corpus.read(Path.of("src/main/corpus")).where(LabelledMessage::isTest);
        for (Agency agency : DemoDirectory.directory().agencies()) {
            // When
            Figures words = new EvaluateTopics(agency, model, Witness.WORDS).on(messages);
            Figures learnt = new EvaluateTopics(agency, model, Witness.MODEL).on(messages);
            Figures both = new EvaluateTopics(agency, model, Witness.BOTH).on(messages);

            // Then
            String figures = said(words) + " / " + said(learnt) + " / " + said(both);
            assertTrue(both.own().count() > 150, figures);
            assertTrue(
                    both.own().share()
                            > Math.max(words.own().share(), learnt.own().share()) - 0.01,
                    figures);
            assertTrue(both.own().share() > 0.48, figures);
            assertTrue(both.tops().share() > 0.62, figures);
            assertTrue(both.elsewhere().share() > 0.8, figures);
            assertTrue(both.none().share() > 0.8, figures);
            assertTrue(both.foreign().share() > 0.75, figures);
        }
    }

    private static String said(Figures figures) {
        return String.format(
                Locale.ROOT,
                "own %.3f top %.3f elsewhere %.3f none %.3f foreign %.3f",
                figures.own().share(),
                figures.tops().share(),
                figures.elsewhere().share(),
                figures.none().share(),
                figures.foreign().share());
    }
}
