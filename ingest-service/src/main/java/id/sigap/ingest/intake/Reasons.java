package id.sigap.ingest.intake;

/** Why an item is in quarantine. A bounded list: it is also a metric label. */
public final class Reasons {
    /** The delivery does not have the channel's shape. */
    public static final String UNKNOWN_SHAPE = "unknown-shape";
    /** A kind of message that this version does not know. */
    public static final String UNSUPPORTED_TYPE = "unsupported-type";
    /** A required field is missing or not what it must be. */
    public static final String INVALID_FIELD = "invalid-field";
    /** Text with NUL characters or halves of surrogate pairs. */
    public static final String MALFORMED_TEXT = "malformed-text";
    /** Longer than any text that the channel allows. */
    public static final String TEXT_TOO_LONG = "text-too-long";
    /** The channel's id of the account is not in the directory. */
    public static final String UNKNOWN_ACCOUNT = "unknown-account";
    /** The citizen's identity changed; kept until conversations can be linked. */
    public static final String IDENTITY_CHANGE = "identity-change";
    /** From before the time that the inbox remembers: nobody knows any more whether it was taken already. */
    public static final String TOO_OLD = "too-old";
    /** The database refused the row although it was read well. */
    public static final String ROW_REFUSED = "row-refused";

    private Reasons() {}
}
