package id.sigap.triage.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where models are kept that corrections made, and which is in force; the same for all instances. May block; fails when
 * the store is away.
 */
public interface ModelStore {
    /** The models of an agency, newest first. */
    List<ModelVersion> versions(String agency);

    /** One of them. */
    Optional<ModelVersion> version(String agency, String name);

    /** What one of them adds to its base, as it was stored. */
    Optional<byte[]> weights(String agency, String name);

    /** What is in force, by agency; an agency that is absent has the bundled model and always had. */
    Map<String, Standing> inForce();

    /** Stores a model and puts it in force, both or neither. */
    void promote(ModelVersion version, byte[] weights);

    /** Puts a stored model in force again, or the bundled one if the name is empty. */
    void restore(String agency, Optional<String> name, String by);

    /** Keeps what was decided, for {@link #lastDecision}. */
    void note(Decision decision);

    /** The last decision on an agency's model. */
    Optional<Decision> lastDecision(String agency);

    /** Does something while no other instance trains; empty if one does. */
    <T> Optional<T> alone(Supplier<T> work);

    /**
     * What is in force for an agency.
     *
     * @param name the model's name; empty for the bundled one
     * @param since when it was put in force
     */
    record Standing(Optional<String> name, Instant since) {}
}
