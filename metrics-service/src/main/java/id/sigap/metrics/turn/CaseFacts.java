package id.sigap.metrics.turn;

import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Topic;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of one case, in whatever order it became known. Times are ms since 1970. */
final class CaseFacts {
    final UUID id;

    /** The message that opened it; its kind and topic, which may be corrected, are the case's. */
    @Nullable
    UUID message;

    Kind kind = Kind.OTHER;
    String topic = Topic.NONE;
    long openedAt = MessageFacts.UNKNOWN;

    /** When it went from one unit to another. */
    final TreeSet<Long> handOffs = new TreeSet<>();
    /** When it was reopened, by whomever. */
    final TreeSet<Long> reopenings = new TreeSet<>();
    /** What the citizen gave, and when. */
    final TreeMap<Long, Integer> ratings = new TreeMap<>();

    CaseFacts(UUID id) {
        this.id = id;
    }

    boolean opened(UUID by, Kind as, String about, long at) {
        boolean changed = message == null || at < openedAt;
        if (changed) {
            message = by;
            kind = as;
            topic = about;
            openedAt = at;
        }
        return changed;
    }

    boolean rated(long at, int rating) {
        Integer before = ratings.get(at);
        boolean changed = before == null || rating < before;
        if (changed) {
            ratings.put(at, rating);
        }
        return changed;
    }
}
