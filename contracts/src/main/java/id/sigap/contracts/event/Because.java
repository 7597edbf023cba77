package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A term that decided the kind.
 *
 * @param term the term, normalised
 * @param weight its share of the score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Because(String term, double weight) {
    /** Refuses a record without its required fields. */
    public Because {
        Objects.requireNonNull(term, "term");
    }
}
