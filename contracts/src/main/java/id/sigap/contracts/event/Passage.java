package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of a message's text.
 *
 * @param start first UTF-16 unit of it
 * @param end behind its last UTF-16 unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Passage(int start, int end) {
    /** Refuses one that holds nothing. */
    public Passage {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("start and end must enclose at least one character");
        }
    }
}
