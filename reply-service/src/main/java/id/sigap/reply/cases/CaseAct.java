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
    /** It is the citizen's turn: we asked for something. */
    WAIT,
    /** The matter is settled. */
    RESOLVE,
    /** Another office outside gets the matter. */
    TRANSFER,
    /** The office outside has answered; its answer must reach the citizen. */
    RETURN,
    /** It is laid aside until a time. */
    SNOOZE,
    /** The time has come. */
    WAKE,
    /** The citizen thanked, and nothing else. */
    THANK,
    /** It lives on in another case. */
    MERGE,
    /** A person, or the end of what there was to answer, closed the case. */
    CLOSE,
    /** A closed case lives again. */
    REOPEN
}
