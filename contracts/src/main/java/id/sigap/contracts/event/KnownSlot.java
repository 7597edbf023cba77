package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A detail that the topic asks for and the text already gives.
 *
 * @param slot the slot's id in the directory
 * @param start first UTF-16 unit of what fills it
 * @param end behind its last UTF-16 unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownSlot(String slot, int start, int end) {
    /** Refuses a record without its required fields. */
    public KnownSlot {
        Objects.requireNonNull(slot, "slot");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("start and end must enclose at least one character");
        }
    }
}
