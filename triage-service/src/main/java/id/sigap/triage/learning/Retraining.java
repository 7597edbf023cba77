package id.sigap.triage.learning;

import id.sigap.triage.learning.Decision.Outcome;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.training.AgencyTrainer;
import id.sigap.triage.training.LabelledMessage;
import id.sigap.triage.training.TrainingTooLongException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains a candidate for one agency and decides whether it takes the place of the model in force: it must find more on the
 * newest corrections, having learned from the older ones only, and hold on the frozen test split against the model in
 * force and the bundled one. What is then put in force has learned from all corrections in the same way, and has held on
 * the frozen test itself. Decides, and changes nothing.
 */
final class Retraining {
    private final LinearModel bundled;
    private final String base;
    private final List<LabelledMessage> rehearsed;
    private final List<LabelledMessage> frozen;
    private final LearningPolicy policy;

    /**
     * Over what the bundled model was made of.
     *
     * @param base its fingerprint
     * @param corpus the messages that it learned from, and the frozen test split
     */
    Retraining(LinearModel bundled, String base, List<LabelledMessage> corpus, LearningPolicy policy) {
        this.bundled = bundled;
        this.base = base;
        this.rehearsed = corpus.stream().filter(message -> !message.isTest()).toList();
        this.frozen = corpus.stream().filter(LabelledMessage::isTest).toList();
        this.policy = policy;
    }

    /**
     * Decides for an agency.
     *
     * @param corrections all of its corrections, the oldest first
     * @param inForce the model that reads its messages now
     * @param learnedUntil no newer correction is known to it
     */
    Result of(
            String agency,
            List<Correction> corrections,
            LinearModel inForce,
            Instant learnedUntil,
            String by,
            Instant now) {
        Telling telling = new Telling(agency, inForce.name(), corrections.size(), by, now);
        TimeSplit split = TimeSplit.of(corrections, policy.newestShare(), learnedUntil);
        if (corrections.size() < policy.fewest() || split.newest().size() < policy.fewestNew()) {
            return Result.kept(telling.that(Outcome.TOO_FEW, null, Figures.NONE));
        }
        try {
            return judged(split, corrections, inForce, telling);
        } catch (TrainingTooLongException e) {
            return Result.kept(telling.that(Outcome.TOO_LONG, null, Figures.NONE));
        }
    }

    private Result judged(TimeSplit split, List<Correction> corrections, LinearModel inForce, Telling telling) {
        String name = ModelNames.of(bundled.name(), base, telling.agency(), corrections);
        Instant end = Instant.now().plus(policy.patience());
        AgencyTrainer trainer = new AgencyTrainer(bundled, rehearsed);
        LinearModel trial = bundled.plus(added(trainer, split.older(), end), name);
        List<LabelledMessage> newest = labelled(split.newest());
        Score before = Score.of(inForce, newest);
        Score after = Score.of(trial, newest);
        Score frozenBefore = Score.of(inForce, frozen);
        if (!after.isBetterThan(before)) {
            Figures figures = new Figures(before, after, frozenBefore, Score.of(trial, frozen));
            return Result.kept(telling.that(Outcome.NOT_BETTER, name, figures));
        }
        LinearModel added = added(trainer, corrections, end);
        LinearModel candidate = bundled.plus(added, name);
        Score frozenAfter = Score.of(candidate, frozen);
        Figures figures = new Figures(before, after, frozenBefore, frozenAfter);
        // Against the bundled model too: many small steps down would be a long way down.
        if (!frozenAfter.holdsAgainst(frozenBefore, policy.tolerance())
                || !frozenAfter.holdsAgainst(Score.of(bundled, frozen), policy.tolerance())) {
            return Result.kept(telling.that(Outcome.FORGETS, name, figures));
        }
        return new Result(telling.that(Outcome.PROMOTED, name, figures), Optional.of(new Candidate(candidate, added)));
    }

    private static LinearModel added(AgencyTrainer trainer, List<Correction> corrections, Instant end) {
        Duration left = Duration.between(Instant.now(), end);
        return trainer.added(labelled(corrections), AgencyTrainer.Fit.within(left));
    }

    private static List<LabelledMessage> labelled(List<Correction> corrections) {
        return corrections.stream().map(Correction::labelled).toList();
    }

    /**
     * What came of it.
     *
     * @param decision with its figures
     * @param candidate what is to be put in force; empty if nothing is
     */
    record Result(Decision decision, Optional<Candidate> candidate) {
        static Result kept(Decision decision) {
            return new Result(decision, Optional.empty());
        }
    }

    /**
     * A model that is better.
     *
     * @param model whole
     * @param added what it adds to the bundled model
     */
    record Candidate(LinearModel model, LinearModel added) {}

    private record Figures(
            @Nullable Score before,
            @Nullable Score after,
            @Nullable Score frozenBefore,
            @Nullable Score frozenAfter) {
        static final Figures NONE = new Figures(null, null, null, null);
    }

    private record Telling(String agency, String inForce, int corrections, String by, Instant now) {
        Decision that(Outcome outcome, @Nullable String candidate, Figures figures) {
            return new Decision(
                    agency,
                    outcome,
                    outcome.because(),
                    outcome == Outcome.PROMOTED && candidate != null ? candidate : inForce,
                    candidate,
                    corrections,
                    figures.before(),
                    figures.after(),
                    figures.frozenBefore(),
                    figures.frozenAfter(),
                    by,
                    now);
        }
    }
}
