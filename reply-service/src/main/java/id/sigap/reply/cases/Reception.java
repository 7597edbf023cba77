package id.sigap.reply.cases;

import id.sigap.contracts.Kind;

/** What a citizen's message does to the conversation's newest case. */
public enum Reception {
    /** Spam: kept apart, opens nothing, is never answered. */
    EXCLUDED,
    /** Thanks behind an answer: kept with the case, waits for nothing. */
    ATTACHED,
    /** The first of a case. */
    OPENED,
    /** One more of a turn that waits, or the first of a new turn of an open case. */
    CONTINUED;

    /**
     * Decides.
     *
     * @param standing how the conversation stood before
     * @param message what is understood of this message alone
     */
    public static Reception of(Standing standing, Understanding message) {
        if (message.kind() == Kind.SPAM) {
            return EXCLUDED;
        }
        return switch (standing) {
            case NONE, CLOSED_UNANSWERED -> OPENED;
            case ANSWERED -> message.needsNoAnswerAfterOne() ? ATTACHED : CONTINUED;
            case CLOSED_ANSWERED -> message.needsNoAnswerAfterOne() ? ATTACHED : OPENED;
            case WAITING -> CONTINUED;
        };
    }

    /** How a conversation stands. */
    public enum Standing {
        /** It has no case. */
        NONE,
        /** Its open case waits for us. */
        WAITING,
        /** Its open case is answered. */
        ANSWERED,
        /** Its newest case was answered and closed. */
        CLOSED_ANSWERED,
        /** Its newest case was closed, and nobody had answered. */
        CLOSED_UNANSWERED
    }
}
