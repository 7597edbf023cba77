package id.sigap.triage.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.ModelsInForce;
import id.sigap.triage.Triager;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.learning.Decision.Outcome;
import id.sigap.triage.learning.Learning.Restored;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import id.sigap.triage.training.BundledCorpus;
import id.sigap.triage.training.LabelledMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearningTest {
    /** One in so many messages, as training on all takes seconds each time. */
    private static final int ONE_IN = 16;

    private static final List<LabelledMessage> CORPUS = some(BundledCorpus.read());

    private static final LearningPolicy LENIENT = new LearningPolicy(50, 10, 5_000, 0.2, 0.1, Duration.ofMinutes(1));
    private static final LearningPolicy POLICY = new LearningPolicy(50, 10, 5_000, 0.2, 0.03, Duration.ofMinutes(1));

    private final KeptInMemory kept = new KeptInMemory();
    private final ModelsInForce models = new ModelsInForce(BundledTriage.MODEL, LinearKinds::new);
    private final Learning learning = learning(models, POLICY);

    @Test
    void aModelThatIsBetterOnLaterMessagesTakesOver() {
        // Given a hundred corrections of one kind of message
        kept.corrections.addAll(Corrected.sipetik(100));
        Triager triager = new Triager(models, UncertainBand.DEFAULT);
        assertTrue(kind(triager, "kak berkas sipetik saya di loket tiga belum jadi juga")
                        .kind()
                != Kind.OTHER);

        // When the agency's model is trained
        Decision decision = learning.retrain(Corrected.AGENCY, "rina").orElseThrow();

        // Then it is better on the newest, holds on the frozen test, is in force and is named by every triage
        assertEquals(Outcome.PROMOTED, decision.outcome(), decision::toString);
        assertEquals(20, figures(decision.newestAfter()).messages());
        assertTrue(figures(decision.newestAfter()).kindsRight()
                > figures(decision.newestBefore()).kindsRight());
        Triage triage = kind(triager, "kak berkas sipetik saya di loket tiga belum jadi juga");
        assertEquals(Kind.OTHER, triage.kind());
        assertEquals(decision.model(), triage.model());
        assertEquals(List.of(decision.model()), names());

        // And no other agency has learned from it
        assertEquals(models.bundled().name(), models.of("kemenkes-contoh").name());
    }

    @Test
    void theSameCorrectionsMakeTheSameModelAndNoneIsMadeTwice() {
        kept.corrections.addAll(Corrected.sipetik(100));
        Decision first = learning.retrain(Corrected.AGENCY, "rina").orElseThrow();

        // When nothing new has come, nothing is trained
        Decision again = learning.retrain(Corrected.AGENCY, "rina").orElseThrow();
        assertEquals(Outcome.TOO_FEW, again.outcome());
        assertEquals(first.model(), again.model());
        assertNull(again.candidate());
        assertEquals(again, kept.lastDecision(Corrected.AGENCY).orElseThrow());
    }

    @Test
    void tooFewCorrectionsTeachNothing() {
        kept.corrections.addAll(Corrected.sipetik(49));
        assertEquals(
                Outcome.TOO_FEW,
                learning.retrain(Corrected.AGENCY, "rina").orElseThrow().outcome());
        assertEquals(models.bundled().name(), models.of(Corrected.AGENCY).name());
    }

    @Test
    void whatIsNoBetterStaysOut() {
        // Given corrections that confirm what the model says anyway
        LinearKinds kinds = new LinearKinds(models.bundled());
        LinearWeights.Head topics = models.bundled().topics().head(LinearModel.TOPIC);
        Corrected.sipetik(60).stream()
                .map(row -> {
                    NormalText text = Normaliser.normalise(row.text());
                    LinearModel.Sums sums = models.bundled().read(text);
                    return new Correction(
                            row.messageId(),
                            row.agency(),
                            kinds.classify(text, sums).kind(),
                            topics.labels().get(LinearWeights.best(topics.of(sums.topics()))),
                            null,
                            row.text(),
                            row.correctedAt());
                })
                .forEach(kept.corrections::add);

        Decision decision = learning.retrain(Corrected.AGENCY, "rina").orElseThrow();
        assertEquals(Outcome.NOT_BETTER, decision.outcome(), decision::toString);
        assertEquals(models.bundled().name(), decision.model());
        assertTrue(names().isEmpty());
    }

    @Test
    void whatForgetsTooMuchStaysOut() {
        // Given an agent who calls every complaint spam
        List<LabelledMessage> complaints = CORPUS.stream()
                .filter(message -> message.kind() == Kind.COMPLAINT && !message.isTest())
                .limit(200)
                .toList();
        for (int i = 0; i < complaints.size(); i++) {
            kept.corrections.add(Corrected.row(i, Kind.SPAM, complaints.get(i).text()));
        }

        Decision decision = learning.retrain(Corrected.AGENCY, "rina").orElseThrow();
        assertEquals(Outcome.FORGETS, decision.outcome(), decision::toString);
        assertTrue(figures(decision.frozenAfter()).complaintRecall()
                < figures(decision.frozenBefore()).complaintRecall());
        assertEquals(models.bundled().name(), models.of(Corrected.AGENCY).name());
    }

    @Test
    void aTrainingThatTakesTooLongIsGivenUp() {
        kept.corrections.addAll(Corrected.sipetik(100));
        Learning hurried = learning(models, new LearningPolicy(50, 10, 5_000, 0.2, 0.03, Duration.ZERO));
        assertEquals(
                Outcome.TOO_LONG,
                hurried.retrain(Corrected.AGENCY, "rina").orElseThrow().outcome());
    }

    @Test
    void olderModelsCanBeRestoredAndOtherInstancesFollow() {
        // Given two models after each other, the second one tolerated though it forgets a little, and another instance
        Learning learning = learning(models, LENIENT);
        kept.corrections.addAll(Corrected.sipetik(100));
        String first = learning.retrain(Corrected.AGENCY, "rina").orElseThrow().model();
        kept.corrections.addAll(Corrected.rows(100, 180, Kind.PRAISE, "kartukuning"));
        Decision second = learning.retrain(Corrected.AGENCY, "rina").orElseThrow();
        assertEquals(Outcome.PROMOTED, second.outcome(), second::toString);
        ModelsInForce elsewhere = new ModelsInForce(models.bundled(), LinearKinds::new);
        Learning other = learning(elsewhere, POLICY);
        other.refresh();
        assertEquals(second.model(), elsewhere.of(Corrected.AGENCY).name());

        // When the first is restored, then the bundled one
        assertEquals(Restored.DONE, learning.restore(Corrected.AGENCY, first, "rina"));
        other.refresh();
        assertEquals(first, elsewhere.of(Corrected.AGENCY).name());
        assertEquals(first, models.of(Corrected.AGENCY).name());
        assertEquals(
                Restored.DONE,
                learning.restore(Corrected.AGENCY, models.bundled().name(), "rina"));
        other.refresh();
        assertEquals(models.bundled().name(), elsewhere.of(Corrected.AGENCY).name());

        // Then the schedule does not take that back, and a model that is not there cannot be restored
        assertFalse(learning.hasNews(Corrected.AGENCY));
        assertEquals(Restored.UNKNOWN, learning.restore(Corrected.AGENCY, "no-such-model", "rina"));
    }

    @Test
    void aModelOfAnotherProgramIsNotUsed() {
        // Given a model in force that was trained on top of another bundled model
        kept.corrections.addAll(Corrected.sipetik(100));
        String name = learning.retrain(Corrected.AGENCY, "rina").orElseThrow().model();
        ModelVersion made = kept.version(Corrected.AGENCY, name).orElseThrow();
        ModelVersion older = new ModelVersion(
                "older",
                made.agency(),
                "another base",
                made.trainedAt(),
                made.corrections(),
                made.learnedUntil(),
                made.by(),
                made.before(),
                made.after());
        kept.promote(older, kept.weights(Corrected.AGENCY, name).orElseThrow());

        // Then the bundled one reads until a new one is trained
        learning.refresh();
        assertEquals(models.bundled().name(), models.of(Corrected.AGENCY).name());
        assertEquals(Restored.OTHER_BASE, learning.restore(Corrected.AGENCY, "older", "rina"));

        // And the schedule trains one, though no correction is new
        kept.inForce.put(
                Corrected.AGENCY, new ModelStore.Standing(Optional.of("older"), Instant.parse("2027-01-01T00:00:00Z")));
        assertTrue(learning.hasNews(Corrected.AGENCY));
        assertEquals(
                Outcome.PROMOTED,
                learning.retrain(Corrected.AGENCY, "schedule").orElseThrow().outcome());
    }

    @Test
    void oneTrainingAtATime() {
        kept.anotherTrains = true;
        assertTrue(learning.retrain(Corrected.AGENCY, "rina").isEmpty());
    }

    @Test
    void theScheduleTrainsWhenThereIsNews() {
        assertFalse(learning.hasNews(Corrected.AGENCY));
        kept.corrections.addAll(Corrected.sipetik(10));
        assertTrue(learning.hasNews(Corrected.AGENCY));
    }

    private Learning learning(ModelsInForce inForce, LearningPolicy policy) {
        return new Learning(inForce, kept, kept, () -> CORPUS, policy, Clock.systemUTC());
    }

    private static List<LabelledMessage> some(List<LabelledMessage> messages) {
        return IntStream.range(0, messages.size() / ONE_IN)
                .mapToObj(i -> messages.get(ONE_IN * i))
                .toList();
    }

    private static Score figures(@Nullable Score score) {
        return Objects.requireNonNull(score, "figures of a decision");
    }

    private List<String> names() {
        return kept.versions(Corrected.AGENCY).stream().map(ModelVersion::name).toList();
    }

    private static Triage kind(Triager triager, String text) {
        Triager.Origin origin = new Triager.Origin(
                Channel.WHATSAPP, "kemenhub-wa", Visibility.PRIVATE, Instant.parse("2026-03-02T02:00:00Z"));
        return triager.understand(text, origin, DemoDirectory.kemenhub());
    }
}
