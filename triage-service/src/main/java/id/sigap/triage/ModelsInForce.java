package id.sigap.triage;

import id.sigap.triage.kind.KindClassifier;
import id.sigap.triage.linear.LinearModel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Which model reads an agency's messages: its own, if it has learned one, or else the bundled one. Asked for each message,
 * changed a few times a day: a reader sees all of one model or all of the other.
 */
public final class ModelsInForce {
    private final Function<LinearModel, KindClassifier> classifier;
    private final InForce bundled;
    private volatile Map<String, InForce> byAgency = Map.of();

    /**
     * With the model that every agency begins with.
     *
     * @param classifier what decides kinds, with a model
     */
    public ModelsInForce(LinearModel bundled, Function<LinearModel, KindClassifier> classifier) {
        this.classifier = classifier;
        this.bundled = inForce(bundled);
    }

    /** The model that every agency begins with. */
    public LinearModel bundled() {
        return bundled.model();
    }

    /** So many texts are best read together. */
    public int together() {
        return bundled.kinds().together();
    }

    /** The model that reads this agency's messages. */
    public InForce of(String agency) {
        return byAgency.getOrDefault(agency, bundled);
    }

    /** Lets a model read this agency's messages from now on. */
    public synchronized void put(String agency, LinearModel model) {
        Map<String, InForce> changed = new HashMap<>(byAgency);
        changed.put(agency, inForce(model));
        byAgency = Map.copyOf(changed);
    }

    /** Lets the bundled model read this agency's messages from now on. */
    public synchronized void putBundled(String agency) {
        Map<String, InForce> changed = new HashMap<>(byAgency);
        changed.remove(agency);
        byAgency = Map.copyOf(changed);
    }

    private InForce inForce(LinearModel model) {
        return new InForce(model, classifier.apply(model));
    }

    /**
     * A model with what decides kinds by it.
     *
     * @param model what the features say
     * @param kinds what decides
     */
    public record InForce(LinearModel model, KindClassifier kinds) {
        /** Name and version, as every triage names it. */
        public String name() {
            return model.name();
        }
    }
}
