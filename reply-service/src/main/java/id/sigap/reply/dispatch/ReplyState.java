package id.sigap.reply.dispatch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;

/** Where a reply stands. From {@link #QUEUED} on it is the state machine of sending. */
public enum ReplyState {
    /** Proposed; can be changed. */
    DRAFT("draft"),
    /** Waits for an approval of exactly this text. */
    SUBMITTED("submitted"),
    /** Released; goes out when its time has come, unless it is taken back. */
    QUEUED("queued"),
    /** An instance is calling the channel, or died doing so. */
    SENDING("sending"),
    /** The channel took it. */
    ACCEPTED("accepted"),
    /** The channel will not take it. */
    FAILED("failed"),
    /** Nobody can tell whether the channel took it; never sent again without a person. */
    UNKNOWN("unknown"),
    /** Given up for another reply, or because nothing is left to answer. */
    DISCARDED("discarded");

    private final String wire;

    ReplyState(String wire) {
        this.wire = wire;
    }

    /** Whether it is still in the making: at most one such reply exists in a case. */
    public boolean open() {
        return this == DRAFT || this == SUBMITTED || this == QUEUED;
    }

    /** Whether sending ever leads from here to there. What is not so is a mistake, or another instance was faster. */
    public boolean mayBecome(ReplyState next) {
        return switch (this) {
            case DRAFT -> next == DRAFT || next == SUBMITTED || next == QUEUED || next == DISCARDED;
            case SUBMITTED -> next == SUBMITTED || next == DRAFT || next == QUEUED || next == DISCARDED;
            case QUEUED -> next == SENDING || next == DRAFT || next == DISCARDED;
            case SENDING -> next == ACCEPTED || next == FAILED || next == UNKNOWN || next == QUEUED;
            // Never back to sending by itself: only a person queues it again, or tells what became of it.
            case UNKNOWN -> next == ACCEPTED || next == FAILED || next == QUEUED || next == DISCARDED;
            case FAILED -> next == QUEUED || next == DISCARDED;
            case ACCEPTED, DISCARDED -> false;
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
    public static ReplyState of(String wire) {
        return Wire.of(values(), ReplyState::wire, wire);
    }
}
