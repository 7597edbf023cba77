package id.sigap.reply.tracking;

/** How far a conversation is, as its citizen cares to know. */
public enum Progress {
    /** It has arrived, and there is no case yet. */
    RECEIVED,
    /** Somebody works on it. */
    IN_WORK,
    /** It has an answer. */
    ANSWERED,
    /** It has an answer, and the case is closed. */
    DONE,
    /** The case was closed without an answer. */
    CLOSED
}
