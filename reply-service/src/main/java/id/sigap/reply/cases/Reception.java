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
     * @param uncertain whether triage is so unsure of its kind that a person must look: then it is neither thrown away
     *     nor taken for mere thanks
     */
    public static Reception of(Standing standing, Understanding message, boolean uncertain) {
        if (message.kind() == Kind.SPAM && !uncertain) {
            return EXCLUDED;
        }
        boolean attached = message.needsNoAnswerAfterOne() && !uncertain;
        return switch (standing) {
            case NONE, CLOSED_UNANSWERED -> OPENED;
            case ANSWERED -> attached ? ATTACHED : CONTINUED;
            case CLOSED_ANSWERED -> attached ? ATTACHED : OPENED;
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
