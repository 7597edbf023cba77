package id.sigap.triage.training;

import java.util.HashMap;
import java.util.Map;

/** One string for each feature, however many messages have it. */
final class Vocabulary {
    private final Map<Long, String> names = new HashMap<>();

    String name(long hash) {
        return names.computeIfAbsent(hash, Long::toHexString);
    }

    static long hash(String name) {
        return Long.parseUnsignedLong(name, 16);
    }
}
