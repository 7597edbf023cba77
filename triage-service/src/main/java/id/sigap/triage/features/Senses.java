package id.sigap.triage.features;

import id.sigap.triage.text.Thesaurus;

/** The hashes of classes of near meanings, worked out once. */
final class Senses {
    static final long[] IS = new long[Thesaurus.count()];
    static final long[] NOT = new long[IS.length];
    /** A class at the beginning of the text. */
    static final long[] FIRST = new long[IS.length];
    /** A class at its end. */
    static final long[] LAST = new long[IS.length];

    private static final long[][] FOLLOWS = new long[IS.length][IS.length];

    static {
        for (int i = 0; i < IS.length; i++) {
            IS[i] = hash(Thesaurus.name(i));
            NOT[i] = hash("not " + Thesaurus.name(i));
            FIRST[i] = hash("first " + Thesaurus.name(i));
            LAST[i] = hash("last " + Thesaurus.name(i));
            for (int j = 0; j < IS.length; j++) {
                FOLLOWS[i][j] = hash(Thesaurus.name(i) + ">" + Thesaurus.name(j));
            }
        }
    }

    private Senses() {}

    /** A class behind another, whatever unlisted words are between. */
    static long follows(int before, int after) {
        return FOLLOWS[before][after];
    }

    private static long hash(String name) {
        return Hashing.finish(Hashing.text(Hashing.seed('q'), name));
    }
}
