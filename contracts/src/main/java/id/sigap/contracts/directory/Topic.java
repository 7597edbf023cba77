package id.sigap.contracts.directory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What citizens write about.
 *
 * @param id unique within the agency
 * @param name as people know it
 * @param parent the topic above; absent at the top
 * @param words lower-case words or phrases that speak of it
 * @param asks the details that an answer needs, in the order of asking
 */
public record Topic(String id, String name, @Nullable String parent, List<String> words, List<Slot> asks) {
    /** The topic of a message that speaks of none of the agency's topics (lainnya). */
    public static final String NONE = "lainnya";

    /** Refuses a record without its required fields. */
    public Topic {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        words = words == null ? List.of() : List.copyOf(words);
        asks = asks == null ? List.of() : List.copyOf(asks);
    }
}
