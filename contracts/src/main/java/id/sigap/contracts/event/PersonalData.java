package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * Where personal data stands in a message's text.
 *
 * @param type nik, kk, npwp, bpjs, phone, plate, email, card, booking-code
 * @param start first UTF-16 unit of it
 * @param end behind its last UTF-16 unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonalData(String type, int start, int end) {
    /** Refuses a record without its required fields. */
    public PersonalData {
        Objects.requireNonNull(type, "type");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("start and end must enclose at least one character");
        }
    }
}
