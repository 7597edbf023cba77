package id.sigap.reply.statement;

import id.sigap.contracts.Visibility;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.draft.Tongue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case of an incident, as far as a statement looks at it.
 *
 * @param caseId the case
 * @param state where it stands
 * @param waits whether messages wait for an answer
 * @param answered whether it was ever answered
 * @param withdrawn whether its citizen took back all they wrote
 * @param openReply the state of the answer in the making; absent when there is none
 * @param ownText whether a person wrote that answer
 * @param unsettled whether an answer is on its way, or nobody can tell what became of one
 * @param windowOpen whether the channel takes a reply now
 * @param textLimit longest reply that the channel takes
 * @param citizen how the channel names the citizen; absent when it does not
 * @param visibility in public nobody is named
 * @param number the case's number
 * @param unit the unit's name
 * @param agency the agency's name
 * @param questions for what is missing, in the order of asking, in the citizen's language
 * @param tongue the language that the citizen is answered in
 */
public record Recipient(
        UUID caseId,
        CaseState state,
        boolean waits,
        boolean answered,
        boolean withdrawn,
        @Nullable ReplyState openReply,
        boolean ownText,
        boolean unsettled,
        boolean windowOpen,
        int textLimit,
        @Nullable String citizen,
        Visibility visibility,
        String number,
        String unit,
        String agency,
        List<String> questions,
        Tongue tongue) {
    /** Copies. */
    public Recipient {
        questions = List.copyOf(questions);
    }

    /** Without the citizen's name, so that no log line can hold it. */
    @Override
    public String toString() {
        return "Recipient[" + caseId + ", " + state + "]";
    }
}
