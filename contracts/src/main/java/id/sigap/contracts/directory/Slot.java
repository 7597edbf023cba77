package id.sigap.contracts.directory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A detail that an answer needs.
 *
 * @param id unique within the topic, e.g. booking-code
 * @param question how to ask for it, politely, in Indonesian
 * @param pattern regular expression by which the detail is found in a text; absent when only words tell
 * @param words words that show that it was given
 * @param english how to ask somebody who writes English; absent when nobody worded it, and then it is not asked of them
 */
public record Slot(
        String id,
        String question,
        @Nullable String pattern,
        List<String> words,
        @Nullable String english) {
    /** Refuses a record without its required fields. */
    public Slot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(question, "question");
        words = words == null ? List.of() : List.copyOf(words);
    }
}
