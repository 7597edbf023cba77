package id.sigap.reply.statement;

import java.util.Map;
import java.util.function.Function;

/** What a statement becomes for one case. */
public sealed interface Share {
    /** Applies the function for this outcome's own kind. */
    <R> R fold(Function<Words, R> words, Function<Skipped, R> skipped);

    /**
     * The case gets a reply.
     *
     * @param body its words
     * @param values what the slots were filled with
     */
    record Words(String body, Map<String, String> values) implements Share {
        /** Copies. */
        public Words {
            values = Map.copyOf(values);
        }

        @Override
        public <R> R fold(Function<Words, R> words, Function<Skipped, R> skipped) {
            return words.apply(this);
        }

        /** Without the words, so that no log line can hold them. */
        @Override
        public String toString() {
            return "Words";
        }
    }

    /**
     * The case gets none.
     *
     * @param why the reason
     */
    record Skipped(SkipReason why) implements Share {
        @Override
        public <R> R fold(Function<Words, R> words, Function<Skipped, R> skipped) {
            return skipped.apply(this);
        }
    }
}
