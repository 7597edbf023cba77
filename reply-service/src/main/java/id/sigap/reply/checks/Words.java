package id.sigap.reply.checks;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as words with their places: letters and digits, in lower case, look-alike forms (full-width, mathematical)
 * brought to plain ones, marks and invisible characters dropped. Made in one pass; any text will do.
 */
final class Words {
    private final String original;
    private String[] texts = new String[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int[] sentences = new int[32];
    private int size;

    private Words(String original) {
        this.original = original;
    }

    static Words of(String text) {
        Words words = new Words(text);
        words.read();
        return words;
    }

    String original() {
        return original;
    }

    int size() {
        return size;
    }

    /** A word, plain and in lower case. */
    String text(int word) {
        return texts[word];
    }

    /** Its first UTF-16 unit in the original. */
    int start(int word) {
        return starts[word];
    }

    /** Behind its last UTF-16 unit in the original. */
    int end(int word) {
        return ends[word];
    }

    /** The sentence that it stands in, from 0. */
    int sentence(int word) {
        return sentences[word];
    }

    /** The word as it was written. */
    String written(int word) {
        return original.substring(starts[word], ends[word]);
    }

    private void read() {
        StringBuilder word = new StringBuilder();
        int start = -1;
        int end = 0;
        int sentence = 0;
        boolean dot = false;
        int i = 0;
        while (i < original.length()) {
            int c = original.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (start < 0) {
                    start = i;
                }
                plain(c, word);
                end = next;
                dot = false;
            } else if (!invisible(c)) {
                if (start >= 0) {
                    add(word.toString(), start, end, sentence);
                    word.setLength(0);
                    start = -1;
                }
                boolean ends = c == '!' || c == '?' || c == '\n' || (dot && Character.isWhitespace(c));
                if (ends && size > 0 && sentences[size - 1] == sentence) {
                    sentence++;
                }
                dot = c == '.' || (dot && !Character.isWhitespace(c));
            }
            i = next;
        }
        if (start >= 0) {
            add(word.toString(), start, end, sentence);
        }
    }

    private void add(String word, int start, int end, int sentence) {
        if (word.isEmpty()) {
            return;
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            sentences = Arrays.copyOf(sentences, size * 2);
        }
        texts[size] = word;
        starts[size] = start;
        ends[size] = end;
        sentences[size] = sentence;
        size++;
    }

    /** Marks that sit on a letter, and characters that nobody sees, do not part a word. */
    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static void plain(int c, StringBuilder into) {
        if (c < 0x80) {
            into.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
            return;
        }
        String folded = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(into::appendCodePoint);
    }
}
