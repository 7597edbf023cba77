package id.sigap.reply.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever changes articles, wordings or the search sees here what that did to drafts. */
class DraftEvaluationTest {
    @Test
    void draftsAreAsGoodAsTheDocumentsSay() throws IOException {
        List<JudgedMessage> messages = JudgedMessage.read(DraftEvaluation.MESSAGES);
        assertTrue(messages.size() >= 200, "only " + messages.size());
        DraftEvaluation.Figures figures = new DraftEvaluation().judge(messages);
        assertTrue(figures.isGoodEnough(), figures::report);
        assertEquals(0, figures.violations());
    }
}
