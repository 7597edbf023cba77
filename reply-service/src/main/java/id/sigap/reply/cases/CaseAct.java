package id.sigap.reply.cases;

/** What moves a case from one state to another. */
public enum CaseAct {
    /** The citizen wrote something that waits for an answer. */
    MESSAGE,
    /** An answer was proposed, changed, or came back from approval or sending. */
    DRAFT,
    /** An answer was submitted for approval. */
    SUBMIT,
    /** An answer was released for sending. */
    RELEASE,
    /** The channel accepted the answer to all that waited. */
    ANSWER,
    /** The answer failed, or nobody can tell. */
    FAIL,
    /** A person, or the end of what there was to answer, closed the case. */
    CLOSE,
    /** A closed case lives again. */
    REOPEN
}
