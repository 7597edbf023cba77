package id.sigap.reply.checks;

import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.Passage;
import id.sigap.contracts.event.PersonalData;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.personaldata.PersonalDataScan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the citizen wrote and waits for.
 *
 * @param kind what the turn is, taken together
 * @param topic the case's topic
 * @param urgency the highest of the turn
 * @param texts the citizen's words, message by message
 * @param requests each thing that is asked or demanded
 * @param personal personal data in the messages, as it was written
 * @param flags what the messages are besides their kind
 * @param uncertain whether triage was unsure of a message
 * @param questions what the desk asks for details that are missing, as the topic words it
 */
public record AnsweredTurn(
        Kind kind,
        String topic,
        Urgency urgency,
        List<String> texts,
        List<String> requests,
        List<String> personal,
        Set<Flag> flags,
        boolean uncertain,
        List<String> questions) {
    /** Copies. */
    public AnsweredTurn {
        texts = List.copyOf(texts);
        requests = List.copyOf(requests);
        personal = List.copyOf(personal);
        flags = Set.copyOf(flags);
        questions = List.copyOf(questions);
    }

    /** Of the turn's messages, in their order. */
    public static AnsweredTurn of(
            Kind kind, String topic, Urgency urgency, List<Said> messages, List<String> questions) {
        List<String> texts = new ArrayList<>();
        List<String> requests = new ArrayList<>();
        List<String> personal = new ArrayList<>();
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        boolean uncertain = false;
        for (Said said : messages) {
            texts.add(said.text());
            Triage triage = said.triage();
            if (triage == null) {
                PersonalDataScan.find(said.text())
                        .forEach(found -> part(said.text(), found.start(), found.end(), personal));
                continue;
            }
            for (Passage passage : triage.reading().requests()) {
                part(said.text(), passage.start(), passage.end(), requests);
            }
            for (PersonalData found : triage.personalData()) {
                part(said.text(), found.start(), found.end(), personal);
            }
            flags.addAll(triage.reading().flags());
            uncertain |=
                    triage.reading().uncertain() && !triage.reading().flags().contains(Flag.GRATITUDE_ONLY);
        }
        return new AnsweredTurn(kind, topic, urgency, texts, requests, personal, flags, uncertain, questions);
    }

    private static void part(String text, int start, int end, List<String> parts) {
        if (start < end && end <= text.length()) {
            parts.add(text.substring(start, end));
        }
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "AnsweredTurn[" + kind + ", " + topic + ", " + urgency + "]";
    }

    /**
     * A message of the turn.
     *
     * @param text what it says now
     * @param triage what triage read in it; absent when the citizen has changed the words since
     */
    public record Said(String text, @Nullable Triage triage) {
        /** Without the citizen's words, so that no log line can hold them. */
        @Override
        public String toString() {
            return "Said[]";
        }
    }
}
