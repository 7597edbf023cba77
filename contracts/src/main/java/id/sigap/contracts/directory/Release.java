package id.sigap.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;

/** How an answer is released for sending. */
public enum Release {
    /** At once. */
    SEND_NOW("send-now", 0),
    /** By itself, unless somebody stops it within the undo window. */
    UNDO_WINDOW("undo-window", 0),
    /** After one person other than the submitter approved it. */
    ONE_APPROVAL("one-approval", 1),
    /** After two different people other than the submitter approved it. */
    TWO_APPROVALS("two-approvals", 2);

    private final String wire;
    private final int approvals;

    Release(String wire, int approvals) {
        this.wire = wire;
        this.approvals = approvals;
    }

    /** How many approvals it takes. */
    public int approvals() {
        return approvals;
    }

    /** The word as it stands in the directory. */
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
    public static Release of(String wire) {
        return Wire.of(Release.values(), Release::wire, wire);
    }
}
