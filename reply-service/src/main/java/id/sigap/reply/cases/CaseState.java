package id.sigap.reply.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;

/** Where a case stands. */
public enum CaseState {
    /** Somebody must begin: no answer is in the making. */
    NEW("new"),
    /** An answer is in the making. */
    DRAFTING("drafting"),
    /** An answer waits for an approval. */
    AWAITING_APPROVAL("awaiting-approval"),
    /** An answer is released and on its way to the channel. */
    SENDING("sending"),
    /** The last answer did not reach the citizen, or nobody can tell; a person must look. */
    NEEDS_ATTENTION("needs-attention"),
    /** Nothing waits for us. */
    ANSWERED("answered"),
    /** We answered and asked for something; it is the citizen's turn. */
    WAITING_FOR_CITIZEN("waiting-for-citizen"),
    /** Settled; closes by itself unless the citizen writes. */
    RESOLVED("resolved"),
    /** Another office outside has the matter; ours stays responsible until that one has answered. */
    TRANSFERRED("transferred"),
    /** Laid aside until a time, or until the citizen writes. */
    SNOOZED("snoozed"),
    /** Ended. */
    CLOSED("closed");

    private final String wire;

    CaseState(String wire) {
        this.wire = wire;
    }

    /** Whether nothing is done for it now, unless the citizen writes or its time comes. */
    public boolean rests() {
        return this == ANSWERED
                || this == WAITING_FOR_CITIZEN
                || this == RESOLVED
                || this == TRANSFERRED
                || this == SNOOZED;
    }

    /** The word as it stands in the database, the API and on screens. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /**
     * The constant of a word.
     *
     * @throws IllegalArgumentException if no constant has this word
     */
    @JsonCreator
    public static CaseState of(String wire) {
        return Wire.of(values(), CaseState::wire, wire);
    }
}
