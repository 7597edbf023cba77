package id.sigap.triage.features;

import id.sigap.triage.text.Thesaurus;
import org.jspecify.annotations.Nullable;

/**
 * What a word brings: its hash, those of its pieces, and its classes of near meanings. Immutable but for what tables of
 * weights keep here of it.
 */
public final class WordHashes {
    private static final int LONGEST = 40;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final int KEPT = 4;
    private static final long[] NO_PIECES = {};
    private static final int[] NO_SENSES = {};

    private final long whole;
    private final boolean isWord;
    private final long[] pieces;
    private final int[] senses;
    private final Thesaurus.@Nullable Phrases phrases;
    private final @Nullable Object[] kept = new Object[KEPT];

    /** A word by hashes of another kind; it has no meaning. */
    public WordHashes(long whole, long[] pieces) {
        this.whole = whole;
        this.isWord = true;
        this.pieces = pieces;
        this.senses = NO_SENSES;
        this.phrases = null;
    }

    private WordHashes(String name, boolean isWord, long[] pieces) {
        this.whole = Hashing.finish(Hashing.text(Hashing.seed(isWord ? 'w' : 'u'), name));
        this.isWord = isWord;
        this.pieces = pieces;
        this.senses = isWord ? Thesaurus.of(name) : NO_SENSES;
        this.phrases = isWord ? Thesaurus.phrases(name) : null;
    }

    /** A word that is one feature, such as a number. */
    static WordHashes whole(String name) {
        return new WordHashes(name, true, NO_PIECES);
    }

    /** A word with its pieces. */
    static WordHashes withPieces(String name) {
        return new WordHashes(name, true, pieces(name));
    }

    /** The pieces of a word that nobody wrote, such as the letters that digits stand for. */
    static WordHashes piecesOf(String name) {
        return new WordHashes(name, false, pieces(name));
    }

    private static long[] pieces(String name) {
        String framed = "^" + (name.length() > LONGEST ? name.substring(0, LONGEST) : name) + "$";
        long[] pieces = new long[framed.length() * (LONGEST_PIECE - SHORTEST_PIECE + 1)];
        int count = 0;
        for (int start = 0; start < framed.length(); start++) {
            long hash = Hashing.seed('c');
            int stop = Math.min(framed.length(), start + LONGEST_PIECE);
            for (int i = start; i < stop; i++) {
                hash = Hashing.step(hash, framed.charAt(i));
                if (i - start + 1 >= SHORTEST_PIECE) {
                    pieces[count++] = Hashing.finish(hash);
                }
            }
        }
        return Hashing.different(pieces, count);
    }

    /** The hash of the word itself. */
    public long whole() {
        return whole;
    }

    /** Whether the word itself is a feature, or only its pieces. */
    public boolean isWord() {
        return isWord;
    }

    /** Its different pieces of 3 to 5 characters, with marks for its ends; not to be changed. */
    public long[] pieces() {
        return pieces;
    }

    /** Its classes of near meanings; not to be changed. */
    int[] senses() {
        return senses;
    }

    /** The phrases of two words that begin with it. */
    Thesaurus.@Nullable Phrases phrases() {
        return phrases;
    }

    /**
     * What a table of weights keeps of this word, or another table's: whoever asks must see whose it is.
     *
     * @param number any number of the table
     */
    public @Nullable Object kept(int number) {
        return kept[number & (KEPT - 1)];
    }

    /** Keeps something immutable of this word; threads and tables may overwrite each other's. */
    public void keep(int number, Object what) {
        kept[number & (KEPT - 1)] = what;
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "WordHashes[" + pieces.length + "]";
    }
}
