package id.sigap.triage.learning;

import id.sigap.triage.ModelsInForce;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.training.LabelledMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Trains, promotes and restores the models of agencies. What the store says is in force is in force: here at once, in
 * other instances at their next {@link #refresh}. Everything here may block and take a while.
 */
public final class Learning {
    private final ModelsInForce models;
    private final CorrectionStore corrections;
    private final ModelStore store;
    private final Supplier<List<LabelledMessage>> corpus;
    private final LearningPolicy policy;
    private final Clock clock;
    private final String base;

    /** What {@link ModelsInForce} was last told, by agency; an agency that is absent has the bundled model. */
    private final Map<String, String> applied = new HashMap<>();

    /**
     * With the models in force and where everything is kept.
     *
     * @param corpus what the bundled model was made of; read only while something is trained
     */
    public Learning(
            ModelsInForce models,
            CorrectionStore corrections,
            ModelStore store,
            Supplier<List<LabelledMessage>> corpus,
            LearningPolicy policy,
            Clock clock) {
        this.models = models;
        this.corrections = corrections;
        this.store = store;
        this.corpus = corpus;
        this.policy = policy;
        this.clock = clock;
        this.base = ModelNames.fingerprint(models.bundled());
    }

    /**
     * Trains a candidate for an agency and puts it in force if it is better.
     *
     * @return empty if another instance trains now
     */
    public Optional<Decision> retrain(String agency, String by) {
        return store.alone(() -> {
            refresh();
            List<Correction> rows = corrections.newest(agency, policy.most());
            Retraining.Result result = new Retraining(models.bundled(), base, corpus.get(), policy)
                    .of(agency, rows, models.of(agency).model(), learnedUntil(agency), by, now());
            result.candidate().ifPresent(candidate -> promote(result.decision(), rows, candidate));
            store.note(result.decision());
            return result.decision();
        });
    }

    /**
     * Whether the schedule should train: the program has a new bundled model, which the agency's model does not fit, or
     * there are new corrections since that was put in force, by training or by a person, whose choice no schedule takes
     * back without something new.
     */
    public boolean hasNews(String agency) {
        Optional<ModelStore.Standing> standing =
                Optional.ofNullable(store.inForce().get(agency));
        boolean outdated = standing.flatMap(ModelStore.Standing::name)
                .flatMap(name -> store.version(agency, name))
                .filter(version -> !version.base().equals(base))
                .isPresent();
        Instant since = standing.map(ModelStore.Standing::since).orElse(Instant.EPOCH);
        return outdated
                || corrections.newest(agency, policy.fewestNew()).stream()
                                .filter(correction -> correction.correctedAt().isAfter(since))
                                .count()
                        >= policy.fewestNew();
    }

    /** The agencies that have corrections. */
    public Set<String> agencies() {
        return corrections.agencies();
    }

    /**
     * Puts a stored model in force again, or the bundled one.
     *
     * @param name of the model; the bundled model's name stands for it
     */
    public Restored restore(String agency, String name, String by) {
        if (name.equals(models.bundled().name())) {
            store.restore(agency, Optional.empty(), by);
            refresh();
            return Restored.DONE;
        }
        Optional<ModelVersion> version = store.version(agency, name);
        if (version.isEmpty()) {
            return Restored.UNKNOWN;
        }
        if (!version.get().base().equals(base)) {
            return Restored.OTHER_BASE;
        }
        store.restore(agency, Optional.of(name), by);
        refresh();
        return Restored.DONE;
    }

    /** Puts in force here what the store says. A model of another base is passed over: it means nothing to this one. */
    public synchronized void refresh() {
        Map<String, ModelStore.Standing> wanted = store.inForce();
        for (String agency : List.copyOf(applied.keySet())) {
            ModelStore.Standing standing = wanted.get(agency);
            if (standing == null || standing.name().isEmpty()) {
                models.putBundled(agency);
                applied.remove(agency);
            }
        }
        wanted.forEach((agency, standing) -> standing.name()
                .filter(name -> !name.equals(applied.get(agency)))
                .ifPresent(name -> load(agency, name)));
    }

    private void load(String agency, String name) {
        Optional<byte[]> weights = store.version(agency, name)
                .filter(version -> version.base().equals(base))
                .flatMap(version -> store.weights(agency, name));
        weights.ifPresentOrElse(
                bytes -> models.put(agency, models.bundled().plus(read(bytes), name)), () -> models.putBundled(agency));
        applied.put(agency, name);
    }

    private void promote(Decision decision, List<Correction> rows, Retraining.Candidate candidate) {
        Score before = decision.newestBefore();
        Score after = decision.newestAfter();
        if (before == null || after == null) {
            throw new IllegalStateException("a candidate is promoted by its figures");
        }
        store.promote(
                new ModelVersion(
                        candidate.model().name(),
                        decision.agency(),
                        base,
                        decision.decidedAt(),
                        rows.size(),
                        rows.get(rows.size() - 1).correctedAt(),
                        decision.by(),
                        before,
                        after),
                bytes(candidate.added()));
        refresh();
    }

    private Instant learnedUntil(String agency) {
        return store.version(agency, models.of(agency).name())
                .map(ModelVersion::learnedUntil)
                .orElse(Instant.MIN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static byte[] bytes(LinearModel model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            model.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static LinearModel read(byte[] bytes) {
        try {
            return LinearModel.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What became of a restoration. */
    public enum Restored {
        /** It is in force. */
        DONE,
        /** The agency has no such model. */
        UNKNOWN,
        /** It was trained on top of another bundled model. */
        OTHER_BASE
    }
}
