package id.sigap.ingest.form;

/** Why a form was not taken. */
enum Refusal {
    /** Another site's page sent it. */
    CROSS_SITE,
    /** Too many came from the citizen's network. */
    TOO_MANY,
    /** It could not be kept just now. */
    UNAVAILABLE,
    /** The field that no citizen sees is filled in. */
    TRAP,
    /** There are no words in it. */
    EMPTY,
    /** It has more words than are taken. */
    TOO_LONG,
    /** It has characters that are none. */
    UNREADABLE,
    /** It is not the form that was shown. */
    BROKEN
}
