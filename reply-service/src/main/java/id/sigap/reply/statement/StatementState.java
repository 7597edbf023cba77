package id.sigap.reply.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;
import id.sigap.reply.dispatch.ReplyState;

/** Where a statement stands. */
public enum StatementState {
    /** Being written. */
    DRAFT("draft"),
    /** Waits for an approval of exactly this text. */
    SUBMITTED("submitted"),
    /** Approved: replies are written, and go out at the channels' pace. */
    RELEASED("released"),
    /** Nothing more of it goes out until somebody lets it go on. */
    PAUSED("paused"),
    /** What had not gone out stays here. */
    CANCELLED("cancelled");

    private final String wire;

    StatementState(String wire) {
        this.wire = wire;
    }

    /** Whether an act of this name fits the state. */
    public boolean mayBecome(StatementState next) {
        return switch (this) {
            case DRAFT -> next == DRAFT || next == SUBMITTED || next == CANCELLED;
            case SUBMITTED -> next == SUBMITTED || next == DRAFT || next == RELEASED || next == CANCELLED;
            case RELEASED -> next == PAUSED || next == CANCELLED;
            case PAUSED -> next == RELEASED || next == CANCELLED;
            case CANCELLED -> false;
        };
    }

    /** The state of a reply that the rules of approval would treat alike. */
    public ReplyState asReply() {
        return switch (this) {
            case DRAFT -> ReplyState.DRAFT;
            case SUBMITTED -> ReplyState.SUBMITTED;
            case RELEASED, PAUSED -> ReplyState.QUEUED;
            case CANCELLED -> ReplyState.DISCARDED;
        };
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
    public static StatementState of(String wire) {
        return Wire.of(values(), StatementState::wire, wire);
    }
}
