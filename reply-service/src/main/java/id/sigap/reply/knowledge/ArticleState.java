package id.sigap.reply.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;

/** Whether an article may answer citizens. */
public enum ArticleState {
    /** Being written: answers nobody yet. */
    DRAFT("draft"),
    /** In force, within its validity. */
    PUBLISHED("published"),
    /** Kept for its history: answers nobody any more. */
    RETIRED("retired");

    private final String wire;

    ArticleState(String wire) {
        this.wire = wire;
    }

    /** The word as it stands in the database, the API and on screens. */
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
    public static ArticleState of(String wire) {
        return Wire.of(values(), ArticleState::wire, wire);
    }
}
