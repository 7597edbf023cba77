package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message. The id is the channel's own and stable within the account.
 *
 * @param id the channel's id of the citizen
 * @param displayName as the channel shows it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Author(String id, @Nullable String displayName) {
    /** Refuses a record without its required fields. */
    public Author {
        Objects.requireNonNull(id, "id");
    }

    /** Without the citizen's name or number, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Author[…]";
    }
}
