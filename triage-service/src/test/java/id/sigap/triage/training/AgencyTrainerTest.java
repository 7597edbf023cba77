package id.sigap.triage.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.text.Normaliser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgencyTrainerTest {
    private static final AgencyTrainer.Fit FIT = AgencyTrainer.Fit.within(Duration.ofMinutes(1));

    private final LinearModel bundled = BundledTriage.MODEL;
    private final List<LabelledMessage> rehearsed = BundledCorpus.read().subList(0, 800);
    private final List<LabelledMessage> corrections = IntStream.range(0, 30)
            .mapToObj(i -> labelled("sipetik saya nomor antrean ke-" + (char) ('a' + i % 20) + " di loket"))
            .toList();

    @Test
    void theSameCorrectionsGiveTheSameBytes() throws IOException {
        byte[] once = bytes(AgencyTrainer.added(bundled, corrections, rehearsed, FIT));
        byte[] again = bytes(AgencyTrainer.added(bundled, corrections, rehearsed, FIT));
        assertArrayEquals(once, again);
        assertArrayEquals(once, bytes(LinearModel.read(new ByteArrayInputStream(once))));
    }

    @Test
    void aTopicThatNobodyElseHasIsLearned() {
        LinearModel model = bundled.plus(AgencyTrainer.added(bundled, corrections, rehearsed, FIT), "own");
        assertTrue(model.topics().head(LinearModel.TOPIC).labels().contains("sipetik"));
        assertEquals(
                1.0, new EvaluateModels(model).topics(corrections).accuracy(), "of the messages that it learned from");
        assertEquals("own", model.name());
    }

    @Test
    void whatIsAddedAddsUp() {
        // Given a model and what corrections add to it
        LinearModel added = AgencyTrainer.added(bundled, corrections, rehearsed, FIT);
        LinearModel both = bundled.plus(added, "own");

        // When each reads a text
        LinearModel.Sums sums = both.read(Normaliser.normalise("min sipetik telat lagi"));
        double[] of = both.nature().head(LinearModel.KIND).of(sums.nature()).clone();
        double[] base =
                bundled.nature().head(LinearModel.KIND).of(bundled.nature().sums(sums.vector()));
        double[] more = added.nature().head(LinearModel.KIND).of(added.nature().sums(sums.vector()));

        // Then, but for the rounding of weights, the one says what the other two say
        for (int label = 0; label < of.length; label++) {
            assertEquals(base[label] + more[label], of[label], 0.02);
        }
    }

    @Test
    void whatOneCitizenAloneWroteLeavesNoTrace() {
        LinearModel added = AgencyTrainer.added(bundled, corrections.subList(0, 1), rehearsed, FIT);
        assertEquals(0, added.size());
    }

    @Test
    void itStopsWhenItsTimeIsOver() {
        AgencyTrainer.Fit none = AgencyTrainer.Fit.within(Duration.ZERO);
        assertThrows(TrainingTooLongException.class, () -> AgencyTrainer.added(bundled, corrections, rehearsed, none));
    }

    private static LabelledMessage labelled(String text) {
        return new LabelledMessage(Kind.OTHER, "sipetik", null, null, "", text);
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
