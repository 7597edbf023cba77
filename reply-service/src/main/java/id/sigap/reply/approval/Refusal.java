package id.sigap.reply.approval;

/** Why an act on a reply was refused. */
public enum Refusal {
    /** The reply is not in a state for it. */
    WRONG_STATE("wrong-state", false, "The reply is no longer in a state for this."),
    /** The text is not the one that the person saw. */
    TEXT_CHANGED("text-changed", false, "The text has changed since you saw it."),
    /** One does not approve what one submitted. */
    OWN_SUBMISSION("own-submission", true, "Somebody else must approve what you submitted."),
    /** One does not approve what one wrote. */
    OWN_TEXT("own-text", true, "Somebody else must approve what you wrote."),
    /** Each approval takes another person. */
    APPROVED_ALREADY("approved-already", true, "You have approved this; the next approval takes another person."),
    /** The directory names others for this approval, and they were not silent for long enough. */
    NOT_APPROVER("not-approver", true, "Others give this approval; you may when it is handed on to you."),
    /** Only the one who submitted confirms an approver's change. */
    NOT_AUTHOR("not-author", true, "Only the person who submitted the answer confirms the change."),
    /** No approver has changed the text, or the directory has another approver agree. */
    NOTHING_TO_CONFIRM("nothing-to-confirm", false, "There is no approver's change for you to confirm.");

    private final String code;
    private final boolean forbidden;
    private final String sentence;

    Refusal(String code, boolean forbidden, String sentence) {
        this.code = code;
        this.forbidden = forbidden;
        this.sentence = sentence;
    }

    /** Stable word for programs. */
    public String code() {
        return code;
    }

    /** Whether this person may not (403), rather than the state does not allow it (409). */
    public boolean forbidden() {
        return forbidden;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }
}
