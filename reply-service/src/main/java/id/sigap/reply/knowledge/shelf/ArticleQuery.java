package id.sigap.reply.knowledge.shelf;

import id.sigap.reply.knowledge.ArticleState;
import id.sigap.runtime.problem.ProblemException;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of articles that one may see.
 *
 * @param agencies whose articles may be seen
 * @param agency only of this one; absent for all of them
 * @param state only these; absent for all
 * @param unit only its own; absent for all
 * @param topic only of this one; absent for all
 * @param words that title, questions or answer have; absent for all
 * @param after where the page before ended; absent for the first
 * @param limit most articles of a page
 */
record ArticleQuery(
        Set<String> agencies,
        @Nullable String agency,
        @Nullable String state,
        @Nullable String unit,
        @Nullable String topic,
        @Nullable String words,
        @Nullable String after,
        int limit) {
    private static final int LONGEST_PAGE = 200;

    ArticleQuery {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        if (state != null) {
            try {
                ArticleState.of(state);
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest("state", "This " + e.getMessage() + ".");
            }
        }
        for (String value : new String[] {agency, unit, topic, words}) {
            if (value != null && value.indexOf('\0') >= 0) {
                throw ProblemException.badRequest("q", "This has a character that no text has.");
            }
        }
    }

    /** One row more than the page has: whether there is a next one. */
    Tuple tuple() {
        String[] place = after == null ? new String[] {null, null} : read(after);
        String like = words == null
                ? null
                : words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return Tuple.from(Arrays.asList(
                agencies.toArray(String[]::new), agency, state, unit, topic, like, place[0], place[1], limit + 1));
    }

    /** The cursor of the page behind this article. */
    static String place(String agency, String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((agency + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
            if (parts.length == 2 && cursor.equals(place(parts[0], parts[1]))) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the same words as a cursor of another list.
        }
        throw ProblemException.badRequest("after", "This is not a cursor of this list.");
    }
}
