package id.sigap.triage.features;

import id.sigap.triage.text.Thesaurus;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The hashes that a word brings. Those of most words of daily language are kept in a table of fixed size; that two
 * threads overwrite each other's entries does no harm.
 *
 * @param name the word
 * @param whole the word itself
 * @param pieces its pieces of 3 to 5 characters, with marks for its ends
 * @param senses its classes of near meanings
 * @param beginsPhrase whether a phrase with such a class begins with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WordHashes(String name, long whole, long[] pieces, int[] senses, boolean beginsPhrase) {
    private static final int REMEMBERED = 1 << 13;
    private static final int LONGEST_REMEMBERED = 40;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final @Nullable WordHashes[] TABLE = new WordHashes[REMEMBERED];

    static WordHashes of(String name) {
        int hash = name.hashCode();
        int place = (hash ^ (hash >>> 13)) & (REMEMBERED - 1);
        WordHashes known = TABLE[place];
        if (known != null && known.name.equals(name)) {
            return known;
        }
        WordHashes older = TABLE[place ^ 1];
        WordHashes found = older != null && older.name.equals(name) ? older : read(name);
        if (name.length() <= LONGEST_REMEMBERED) {
            TABLE[place ^ 1] = known;
            TABLE[place] = found;
        }
        return found;
    }

    private static WordHashes read(String name) {
        long whole = Hashing.finish(Hashing.text(Hashing.seed('w'), name));
        String framed = "^" + (name.length() > LONGEST_REMEMBERED ? name.substring(0, LONGEST_REMEMBERED) : name) + "$";
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
        return new WordHashes(
                name, whole, Arrays.copyOf(pieces, count), Thesaurus.of(name), Thesaurus.beginsPhrase(name));
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "WordHashes[" + pieces.length + "]";
    }
}
