package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a message.
 *
 * @param kind the most probable kind
 * @param confidence the probability of that kind, 0 to 1
 * @param scores of all kinds
 * @param topic from the agency's topics; "lainnya" when none fits
 * @param unit the unit that the routing rules chose
 * @param urgency how much it may wait
 * @param intensity of emotion, 0 (calm) to 1 (furious)
 * @param personalData in order of appearance
 * @param missing slots of the topic that the text leaves open
 * @param incident messages that speak of one event share it
 * @param because the terms that decided, heaviest first
 * @param respondBy when the answer is due, by the agency's targets
 * @param model name and version of the classifier
 * @param reading what the text says beside its kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Triage(
        Kind kind,
        double confidence,
        Scores scores,
        String topic,
        String unit,
        Urgency urgency,
        double intensity,
        List<PersonalData> personalData,
        List<String> missing,
        @Nullable String incident,
        List<Because> because,
        Instant respondBy,
        String model,
        Reading reading) {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public Triage {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scores, "scores");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(urgency, "urgency");
        personalData = personalData == null ? List.of() : List.copyOf(personalData);
        missing = missing == null ? List.of() : List.copyOf(missing);
        because = because == null ? List.of() : List.copyOf(because);
        respondBy = Millis.of(respondBy, "respondBy");
        Objects.requireNonNull(model, "model");
        reading = reading == null ? Reading.UNREAD : reading;
    }

    /** The same, of a message that speaks of an incident, or of none. */
    public Triage withIncident(@Nullable String other) {
        return with(other, reading);
    }

    /** The same, so unsure that a person must look. */
    public Triage unsure() {
        return with(incident, reading.unsure());
    }

    private Triage with(@Nullable String otherIncident, Reading otherReading) {
        return new Triage(
                kind,
                confidence,
                scores,
                topic,
                unit,
                urgency,
                intensity,
                personalData,
                missing,
                otherIncident,
                because,
                respondBy,
                model,
                otherReading);
    }
}
