package id.sigap.reply.draft;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is made of.
 *
 * @param message the first message of the turn; chooses among wordings where the case's number does not
 * @param agency as citizens know it
 * @param unit as citizens know it
 * @param topic as people know it; absent when no topic fits
 * @param citizen how the channel names the citizen; absent when it does not
 * @param visibility in public nobody is named
 * @param kind what the turn is
 * @param urgency how much it may wait
 * @param intensity of emotion, 0 to 1
 * @param missing the details that nobody gave yet, in the order of asking
 * @param found what the knowledge base has for what was asked
 * @param caution what keeps a machine from answering
 * @param caseNumber the case's number
 * @param followUpBy by when the citizen hears from us again; absent when nobody can say
 * @param zone IANA zone in which times are said
 * @param channel where it is sent, which counts characters its own way
 * @param textLimit longest text, in the channel's own count
 * @param legal by when the law wants it settled; absent when no law does
 * @param tongue the language of the answer; details and quotes are in it already
 */
public record DraftRequest(
        UUID message,
        String agency,
        String unit,
        @Nullable String topic,
        @Nullable String citizen,
        Visibility visibility,
        Kind kind,
        Urgency urgency,
        double intensity,
        List<Detail> missing,
        Found found,
        Caution caution,
        String caseNumber,
        @Nullable Instant followUpBy,
        String zone,
        Channel channel,
        int textLimit,
        @Nullable Legal legal,
        Tongue tongue) {
    /** Copies. */
    public DraftRequest {
        missing = List.copyOf(missing);
    }

    /** Without the citizen's name, so that no log line can hold it. */
    @Override
    public String toString() {
        return "DraftRequest[" + message + ", " + kind + "]";
    }

    /**
     * By when the law wants it settled.
     *
     * @param workingDays after the day on which it came
     * @param by the last day; absent when nobody can say, because a year's holidays are not decreed
     */
    public record Legal(int workingDays, @Nullable LocalDate by) {}

    /**
     * A detail to ask for.
     *
     * @param slot its id
     * @param question how the directory asks for it
     */
    public record Detail(String slot, String question) {}

    /**
     * What the knowledge base has for what was asked.
     *
     * @param quotes answers, each once, in the order of asking
     * @param open how many of the things that were asked have none
     * @param ownCase whether the citizen speaks of a case of their own: then details help, even beside an answer
     */
    public record Found(List<Quote> quotes, int open, boolean ownCase) {
        /** Nothing was looked for. */
        public static final Found NOTHING = new Found(List.of(), 0, true);

        /** Copies. */
        public Found {
            quotes = List.copyOf(quotes);
        }
    }

    /**
     * What keeps a machine from answering.
     *
     * @param unsure whether triage doubts what the turn is
     * @param whistleBlowing whether it reports corruption or abuse of office
     */
    public record Caution(boolean unsure, boolean whistleBlowing) {
        /** Nothing does. */
        public static final Caution NONE = new Caution(false, false);
    }
}
