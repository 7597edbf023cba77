package id.sigap.reply.cases;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.Triage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is understood of a whole turn, message by message.
 *
 * @param kind what the turn is, taken together
 * @param confidence how sure triage is of that kind, 0 to 1
 * @param topic the agency's topic
 * @param unit the unit that answers
 * @param urgency the highest of all messages
 * @param intensity of emotion, 0 to 1, the highest of all messages
 * @param personalData whether any message has personal data
 * @param missing slots that no message of the turn filled
 * @param incident the event that it speaks of, if triage saw one
 * @param respondBy when the answer is due: of the first message, for the citizen waits since then
 */
public record Understanding(
        Kind kind,
        double confidence,
        String topic,
        String unit,
        Urgency urgency,
        double intensity,
        boolean personalData,
        List<String> missing,
        @Nullable String incident,
        Instant respondBy) {
    /** Copies. */
    public Understanding {
        missing = List.copyOf(missing);
    }

    /** Of a single message. */
    public static Understanding of(Triage triage) {
        return new Understanding(
                triage.kind(),
                triage.confidence(),
                triage.topic(),
                triage.unit(),
                triage.urgency(),
                triage.intensity(),
                !triage.personalData().isEmpty(),
                triage.missing(),
                triage.incident(),
                triage.respondBy());
    }

    /**
     * Together with the next message of the same turn. A complaint stays one, whatever follows; a detail that either
     * message gave is not asked for again; the topic and the unit stay unless the turn had none, so that a short
     * "in Bekasi" does not route the case away.
     */
    public Understanding and(Understanding next) {
        boolean takesNext = weight(next.kind) > weight(kind);
        boolean sameTopic = topic.equals(next.topic);
        return new Understanding(
                takesNext ? next.kind : kind,
                takesNext ? next.confidence : Math.min(confidence, next.kind == kind ? next.confidence : confidence),
                takesNext ? next.topic : topic,
                takesNext ? next.unit : unit,
                urgency.compareTo(next.urgency) >= 0 ? urgency : next.urgency,
                Math.max(intensity, next.intensity),
                personalData || next.personalData,
                missing(next, takesNext, sameTopic),
                incident != null ? incident : next.incident,
                respondBy.isBefore(next.respondBy) ? respondBy : next.respondBy);
    }

    private List<String> missing(Understanding next, boolean takesNext, boolean sameTopic) {
        if (sameTopic) {
            return missing.stream().filter(next.missing::contains).toList();
        }
        return takesNext ? next.missing : missing;
    }

    /**
     * The same turn after the citizen changed words of it and triage read them again. When the answer is due only moves
     * forward: the citizen waits since the first words. Words that name no topic leave the case's.
     *
     * @param words what the turn's messages say together, as they are now
     * @param corrected whether a person said what kind and topic this turn has: both stay, and the unit with them
     * @param stays whether the unit stays in any case, as a person chose it or the citizen has heard from it
     */
    public Understanding readAgain(Understanding words, boolean corrected, boolean stays) {
        boolean named = !corrected && !words.topic.equals(Topic.NONE);
        return new Understanding(
                corrected ? kind : words.kind,
                corrected ? confidence : words.confidence,
                named ? words.topic : topic,
                named && !stays ? words.unit : unit,
                words.urgency,
                words.intensity,
                words.personalData,
                named || words.topic.equals(topic) ? words.missing : missing,
                incident != null ? incident : words.incident,
                respondBy.isBefore(words.respondBy) ? respondBy : words.respondBy);
    }

    /** The same, answered by another unit. */
    public Understanding in(String otherUnit) {
        return new Understanding(
                kind, confidence, topic, otherUnit, urgency, intensity, personalData, missing, incident, respondBy);
    }

    /** The same with another kind and topic: a person corrected what triage understood. Nothing is known to miss. */
    public Understanding corrected(Kind otherKind, String otherTopic) {
        return new Understanding(
                otherKind,
                1.0,
                otherTopic,
                unit,
                urgency,
                intensity,
                personalData,
                otherTopic.equals(topic) ? missing : List.of(),
                incident,
                respondBy);
    }

    /** Whether thanks alone would be answer enough to it: it opens no turn behind an answered one. */
    public boolean needsNoAnswerAfterOne() {
        return (kind == Kind.PRAISE || kind == Kind.OTHER)
                && missing.isEmpty()
                && urgency.compareTo(Urgency.NORMAL) <= 0;
    }

    private static int weight(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> 4;
            case QUESTION -> 3;
            case OTHER -> 2;
            case PRAISE -> 1;
            case SPAM -> 0;
        };
    }
}
