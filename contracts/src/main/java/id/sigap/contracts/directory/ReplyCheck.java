package id.sigap.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;

/** The named rules that look at every reply, a machine's or a person's, with what an agency gets that says nothing. */
public enum ReplyCheck {
    /** Every question of the turn gets an answer, or a day by which it does. */
    QUESTIONS_COVERED("questions-covered", Severity.ADVISORY),
    /** The reply speaks of what the case is about. */
    TOPIC("topic", Severity.ADVISORY),
    /** No blame, sarcasm, curtness or capitals. */
    POLITENESS("politeness", Severity.BLOCKING),
    /** Everyday words instead of officialese. */
    PLAIN_LANGUAGE("plain-language", Severity.ADVISORY),
    /** Nobody's numbers and addresses where others can read them. */
    PERSONAL_DATA("personal-data", Severity.BLOCKING),
    /** No link to a host that the agency does not name. */
    LINKS("links", Severity.BLOCKING),
    /** No word of gambling advertisements, not even quoted. */
    GAMBLING("gambling", Severity.BLOCKING),
    /** Nothing is promised without a day or a time. */
    PROMISE("promise", Severity.ADVISORY),
    /** Neither jokes nor emoji on grief, safety and law. */
    GRAVITY("gravity", Severity.BLOCKING),
    /** The channel takes a text so long, by its own counting. */
    LENGTH("length", Severity.BLOCKING),
    /** Public replies in a row are not twins. */
    DUPLICATE("duplicate", Severity.ADVISORY),
    /** The channel still takes a reply in this conversation. */
    REPLY_WINDOW("reply-window", Severity.BLOCKING);

    private final String wire;
    private final Severity usual;

    ReplyCheck(String wire, Severity usual) {
        this.wire = wire;
        this.usual = usual;
    }

    /** What a finding does unless the agency says otherwise. */
    public Severity usual() {
        return usual;
    }

    /** The word as it stands in the directory and the API. */
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
    public static ReplyCheck of(String wire) {
        return Wire.of(values(), ReplyCheck::wire, wire);
    }

    /** What a finding of a check does to the reply. */
    public enum Severity {
        /** It is shown; a person decides. */
        ADVISORY("advisory"),
        /** The reply is neither submitted nor approved nor released by the system. */
        BLOCKING("blocking");

        private final String wire;

        Severity(String wire) {
            this.wire = wire;
        }

        /** The word as it stands in the directory and the API. */
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
        public static Severity of(String wire) {
            return Wire.of(values(), Severity::wire, wire);
        }
    }
}
