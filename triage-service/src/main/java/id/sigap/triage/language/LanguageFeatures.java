package id.sigap.triage.language;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.features.Hashing;
import id.sigap.triage.features.WordHashes;
import id.sigap.triage.text.Memo;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import java.util.List;

/**
 * What languages are told by: the words as they are written, before any is mapped to its Indonesian spelling, and pieces
 * of 2 to 4 letters. Each feature belongs to the token that brought it first. One instance per thread.
 */
public final class LanguageFeatures {
    /** More words tell no more, and the time is that of every message. */
    private static final int LOOKED_AT = 16;

    private static final int LONGEST_WORD = 24;
    private static final int SHORTEST_PIECE = 2;
    private static final int LONGEST_PIECE = 4;
    private static final char ACUTE_E = 'é';
    private static final long ACUTE = Hashing.finish(Hashing.text(Hashing.seed('A'), "acute"));

    private static final Memo.Place<WordHashes> HASHES = new Memo.Place<>(LanguageFeatures::hashes);

    private final FeatureVector vector = new FeatureVector();
    private int words;

    /** The features of a text, until the next call. */
    public FeatureVector of(NormalText text) {
        vector.clear();
        words = 0;
        List<Token> tokens = text.tokens();
        int behind = 0;
        for (int i = 0; i < tokens.size() && words < LOOKED_AT; i++) {
            Token token = tokens.get(i);
            // A word of the text that was spelled out as several tokens is looked at once.
            if (token.start() >= behind && isWritten(token)) {
                vector.owner(i);
                vector.add(HASHES.of(token));
                accents(text, token.start(), Math.min(token.end(), token.start() + LONGEST_WORD));
                words++;
            }
            behind = Math.max(behind, token.end());
        }
        vector.owner(FeatureVector.NOBODY);
        return vector;
    }

    /** How many words the last text had, as far as it was looked at. */
    int words() {
        return words;
    }

    private static boolean isWritten(Token token) {
        return token.shape() == Token.Shape.WORD || token.shape() == Token.Shape.MIXED;
    }

    private void accents(NormalText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.original().charAt(text.start(i)) == ACUTE_E) {
                vector.add(Family.CUE, ACUTE);
            }
        }
    }

    private static WordHashes hashes(Token token) {
        String raw = token.raw();
        int end = Math.min(raw.length(), LONGEST_WORD);
        long[] pieces = new long[(end + 1) * (LONGEST_PIECE - SHORTEST_PIECE + 1)];
        int count = 0;
        for (int from = -1; from < end; from++) {
            long hash = Hashing.seed('P');
            int stop = Math.min(end + 1, from + LONGEST_PIECE);
            for (int i = from; i < stop; i++) {
                hash = Hashing.step(hash, i < 0 ? '^' : i < end ? raw.charAt(i) : '$');
                if (i - from + 1 >= SHORTEST_PIECE) {
                    pieces[count++] = Hashing.finish(hash);
                }
            }
        }
        long whole = Hashing.finish(Hashing.text(Hashing.seed('W'), raw.substring(0, end)));
        return new WordHashes(whole, Hashing.different(pieces, count));
    }
}
