package id.sigap.reply.draft;

import java.util.List;
import java.util.UUID;

/** Picks one of several wordings: always the same one for the same message, different ones for neighbours. */
final class StableChoice {
    private final long seed;

    StableChoice(UUID message) {
        this.seed = message.getMostSignificantBits() ^ message.getLeastSignificantBits();
    }

    /** One of the wordings. Each part of a text is drawn apart, so that few wordings give many texts. */
    String of(String part, List<String> wordings) {
        long mixed = (seed ^ (part.hashCode() * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        mixed ^= mixed >>> 31;
        return wordings.get((int) Math.floorMod(mixed, (long) wordings.size()));
    }
}
