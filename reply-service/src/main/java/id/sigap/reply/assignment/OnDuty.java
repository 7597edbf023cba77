package id.sigap.reply.assignment;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at work. Empty skills take everything.
 *
 * @param person the login name
 * @param capacity how many cases that wait for us they have at most
 * @param load how many they have
 * @param lastAssigned when they last got one; absent when never
 * @param units whose cases they answer
 * @param topics what they know of; a topic includes those below it
 * @param languages what they read, as triage names languages
 * @param channels where they answer
 */
public record OnDuty(
        String person,
        int capacity,
        int load,
        @Nullable Instant lastAssigned,
        Set<String> units,
        Set<String> topics,
        Set<String> languages,
        Set<String> channels) {
    /** Copies. */
    public OnDuty {
        units = Set.copyOf(units);
        topics = Set.copyOf(topics);
        languages = Set.copyOf(languages);
        channels = Set.copyOf(channels);
    }

    /** Whether they can answer it, however much they have. */
    public boolean canTake(WaitingCase waiting) {
        return fits(units, waiting.unit())
                && (topics.isEmpty() || !Collections.disjoint(topics, waiting.topics()))
                && (waiting.language() == null || fits(languages, waiting.language()))
                && fits(channels, waiting.channel())
                && !person.equals(waiting.notAgain());
    }

    private static boolean fits(Set<String> skills, String wanted) {
        return skills.isEmpty() || skills.contains(wanted);
    }
}
