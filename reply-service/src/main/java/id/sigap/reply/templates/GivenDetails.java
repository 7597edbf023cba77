package id.sigap.reply.templates;

import id.sigap.contracts.directory.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Whether a turn gives a detail, where triage has not looked for it: triage took the turn to be about another topic than
 * the article that answers it. Read as triage reads it, by the detail's pattern and words.
 */
final class GivenDetails {
    private static final int LOOKED_AT = 1_000;
    /** A pattern of the directory that does not come to an end stops here. */
    private static final int READS = 200_000;

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private GivenDetails() {}

    static boolean has(List<Said> turn, Slot slot) {
        return turn.stream().anyMatch(said -> has(said.text(), slot));
    }

    private static boolean has(String text, Slot slot) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        String spoken = " " + start.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        if (slot.words().stream().anyMatch(word -> spoken.contains(" " + word.toLowerCase(Locale.ROOT) + " "))) {
            return true;
        }
        String pattern = slot.pattern();
        try {
            return pattern != null
                    && PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                            .matcher(new Bounded(start, new AtomicInteger(READS)))
                            .find();
        } catch (TooLong | StackOverflowError e) {
            // Asking for a detail once too often is better than not answering.
            return false;
        }
    }

    /** A text that can be read so often and no more. */
    private record Bounded(String text, AtomicInteger left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left.getAndDecrement() <= 0) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super(null, null, false, false);
        }
    }
}
