package id.sigap.reply.statement;

/** Why a citizen of an incident gets no reply of a statement. */
public enum SkipReason {
    /** The case is closed. */
    CLOSED("closed"),
    /** Its citizen took back all that waited. */
    WITHDRAWN("withdrawn"),
    /** Somebody has answered already. */
    ANSWERED("answered"),
    /** Nobody has answered yet, and the statement is for those who were answered. */
    NOT_ANSWERED("not-answered"),
    /** A person is writing, or an answer is released or on its way. */
    IN_HAND("in-hand"),
    /** An earlier answer may have arrived, or not: a person must look first. */
    UNKNOWN("unknown"),
    /** The channel takes no free-form reply any more. */
    WINDOW_CLOSED("window-closed"),
    /** The channel takes no text as long as this. */
    TOO_LONG("too-long"),
    /** The case's state allows no answer. */
    WRONG_STATE("wrong-state"),
    /** The account or its agency is no longer in the directory. */
    NOT_IN_DIRECTORY("not-in-directory");

    private final String wire;

    SkipReason(String wire) {
        this.wire = wire;
    }

    /** The word as it stands in the database, the API and on screens. */
    public String wire() {
        return wire;
    }
}
