package id.sigap.reply.draft;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is made of.
 *
 * @param message the first message of the turn; chooses among wordings
 * @param agency as citizens know it
 * @param unit as citizens know it
 * @param topic as people know it; absent when no topic fits
 * @param citizen how the channel names the citizen; absent when it does not
 * @param visibility in public nobody is named
 * @param kind what the turn is
 * @param urgency how much it may wait
 * @param intensity of emotion, 0 to 1
 * @param questions for what is missing, in the order of asking
 * @param caseNumber the case's number
 * @param followUpBy by when the citizen hears from us again
 * @param zone IANA zone in which times are said
 * @param textLimit longest text, in the channel's own count
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
        List<String> questions,
        String caseNumber,
        Instant followUpBy,
        String zone,
        int textLimit) {
    /** Copies. */
    public DraftRequest {
        questions = List.copyOf(questions);
    }

    /** Without the citizen's name, so that no log line can hold it. */
    @Override
    public String toString() {
        return "DraftRequest[" + message + ", " + kind + "]";
    }
}
