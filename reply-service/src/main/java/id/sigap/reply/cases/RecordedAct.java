package id.sigap.reply.cases;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is written down of a case, an answer, a statement or a template: the words of the history and of the record of
 * acts. They are kept for good, so a word is never renamed; whoever adds one gives it its name in both languages.
 */
public enum RecordedAct {
    DRAFTED("drafted"),
    TEXT_KEPT("text-kept"),
    SUBMITTED("submitted"),
    SCHEDULED("scheduled"),
    APPROVED("approved"),
    REJECTED("rejected"),
    EDITED("edited"),
    REVISED("revised"),
    CONFIRMED("confirmed"),
    DELEGATED("delegated"),
    UNDONE("undone"),
    RELEASED("released"),
    SENT("sent"),
    SENT_AGAIN("sent-again"),
    FOUND_SENT("found-sent"),
    SEND_GIVEN_UP("send-given-up"),
    WITHDRAWN("withdrawn"),
    WITHDRAWAL_REFUSED("withdrawal-refused"),
    WITHDRAWAL_UNKNOWN("withdrawal-unknown"),
    ASSIGNED("assigned"),
    TAKEN_BACK("taken-back"),
    ROUTED("routed"),
    RECLASSIFIED("reclassified"),
    NOTE("note"),
    SNOOZED("snoozed"),
    WOKEN("woken"),
    TRANSFERRED("transferred"),
    OFFICE_ANSWERED("office-answered"),
    WAITING("waiting"),
    RESOLVED("resolved"),
    CLOSED("closed"),
    REOPENED("reopened"),
    MERGED("merged"),
    ABSORBED("absorbed"),
    LINKED("linked"),
    UNLINKED("unlinked"),
    JOINED_INCIDENT("joined-incident"),
    READ_AGAIN("read-again"),
    THANKED("thanked"),
    RATED("rated"),
    STATEMENT_WRITTEN("statement-written"),
    STATEMENT_SUBMITTED("statement-submitted"),
    STATEMENT_APPROVED("statement-approved"),
    STATEMENT_REJECTED("statement-rejected"),
    STATEMENT_REVISED("statement-revised"),
    STATEMENT_CONFIRMED("statement-confirmed"),
    STATEMENT_DELEGATED("statement-delegated"),
    STATEMENT_RELEASED("statement-released"),
    STATEMENT_PAUSED("statement-paused"),
    STATEMENT_RESUMED("statement-resumed"),
    STATEMENT_ENDED("statement-ended"),
    STATEMENT_CANCELLED("statement-cancelled"),
    TEMPLATE_SAVED("template-saved"),
    TEMPLATE_DELETED("template-deleted");

    private final String wire;

    RecordedAct(String wire) {
        this.wire = wire;
    }

    /** The word as it is kept. */
    public String wire() {
        return wire;
    }

    /** The act of a word; empty for a word that no version of the service wrote. */
    public static Optional<RecordedAct> find(String wire) {
        return Arrays.stream(values()).filter(act -> act.wire.equals(wire)).findFirst();
    }
}
