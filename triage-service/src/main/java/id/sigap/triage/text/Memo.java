package id.sigap.triage.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up for a spelling, kept beside it: most words of a message have been in another before. Threads may
 * look up the same thing twice and overwrite each other's answer; so what is kept is immutable.
 */
public final class Memo {
    private static final int CAPACITY = 16;

    private final @Nullable Object[] kept = new Object[CAPACITY];

    /** The run of letters as it stands in the plain text. */
    private final String raw;

    Memo(String raw) {
        this.raw = raw;
    }

    String raw() {
        return raw;
    }

    /**
     * One thing to know of a token's spelling.
     *
     * @param <T> what is kept of it: immutable, with final fields
     */
    public static final class Place<T> {
        private static final AtomicInteger TAKEN = new AtomicInteger();

        private final int number = TAKEN.getAndIncrement();
        private final Function<Token, T> read;

        /** Answers by a function of the token's word and shape alone. */
        public Place(Function<Token, T> read) {
            this.read = read;
        }

        /** The answer for a token. */
        @SuppressWarnings("unchecked") // only this place writes there
        public T of(Token token) {
            if (number >= CAPACITY) {
                return read.apply(token);
            }
            @Nullable Object[] kept = token.memo().kept;
            @Nullable Object known = kept[number];
            if (known == null) {
                known = read.apply(token);
                kept[number] = known;
            }
            return (T) known;
        }
    }
}
