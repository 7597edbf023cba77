package id.sigap.triage.features;

import id.sigap.triage.text.Token;
import id.sigap.triage.text.WordClasses;

/** The hashes of cues, worked out once: every message has some fifty of them. */
final class Cues {
    static final WordClasses CLASSES = WordClasses.of("cues.txt");
    static final int COUNT = CLASSES.count();
    static final int GOOD = CLASSES.number("good");
    static final int BAD = CLASSES.number("bad");
    static final int HOPE = CLASSES.number("hope");
    static final int SWEAR = CLASSES.number("swear");

    /** Classes of emoji. */
    static final WordClasses EMOJI = WordClasses.of("emoji.txt");

    private static final long[] EMOJI_CLASSES = new long[EMOJI.count()];

    static final long[] NONE = new long[COUNT];
    static final long[] SOME = new long[COUNT];
    static final long[] ASKED = new long[COUNT];
    static final long[] BEGINS = new long[COUNT];
    /** A class at the beginning of the text. */
    static final long[] FIRST = new long[COUNT];
    /** A class at its end. */
    static final long[] LAST = new long[COUNT];

    static final long BIAS = hash('0', "bias");
    static final long MIXED = hash('s', "mixed");
    static final long BRAND_AND_DIGITS = hash('s', "brand and digits");
    static final long NOT_GOOD = hash('n', "not good");
    static final long NOT_BAD = hash('n', "not bad");
    static final long ASKS = hash('t', "asks");
    static final long ENDS_ASKING = hash('t', "ends asking");
    static final long ASKS_WITHIN = hash('t', "asks within");
    static final long SHOUTS = hash('t', "shouts");
    static final long EXCLAIMS = hash('t', "exclaims");
    static final long DISGUISED = hash('t', "disguised");
    static final long ONE_DISGUISED = hash('t', "one letter disguised");
    static final long DRAWN_OUT = hash('t', "drawn out");
    static final long CAPITALS = hash('t', "capitals");
    static final long BRAND = hash('c', "brand");
    static final long LONG_NAME = hash('c', "long name");
    static final long SHORT_NAME = hash('c', "short name");
    static final long MORE_GOOD = hash('p', "good");
    static final long MORE_BAD = hash('p', "bad");
    static final long NEITHER = hash('p', "none");
    static final long AS_GOOD_AS_BAD = hash('p', "even");
    private static final long TINY = hash('l', "tiny");
    private static final long SHORT = hash('l', "short");
    private static final long MIDDLE = hash('l', "middle");
    private static final long LONG = hash('l', "long");
    private static final long HUGE = hash('l', "huge");

    private static final long[][] TIMES = new long[COUNT][];
    private static final long[][] BOTH = new long[COUNT][COUNT];
    private static final long[][] FOLLOWS = new long[COUNT][COUNT];
    private static final long[] SHAPES = new long[Token.Shape.values().length];

    static {
        for (int i = 0; i < COUNT; i++) {
            NONE[i] = hash('k', "no " + i);
            SOME[i] = hash('k', String.valueOf(i));
            ASKED[i] = hash('k', i + "?");
            BEGINS[i] = hash('b', "begins " + i);
            FIRST[i] = hash('d', "first " + i);
            LAST[i] = hash('d', "last " + i);
            TIMES[i] = new long[] {hash('k', i + " one"), hash('k', i + " some"), hash('k', i + " many")};
            for (int j = 0; j < COUNT; j++) {
                BOTH[i][j] = hash('k', i + "+" + j);
                FOLLOWS[i][j] = hash('o', i + ">" + j);
            }
        }
        for (int i = 0; i < EMOJI_CLASSES.length; i++) {
            EMOJI_CLASSES[i] = hash('e', EMOJI.name(i));
        }
        for (Token.Shape shape : Token.Shape.values()) {
            SHAPES[shape.ordinal()] = hash('s', shape.name());
        }
    }

    private Cues() {}

    /** A class of words that is there so often. */
    static long times(int cue, int count) {
        return TIMES[cue][count > 3 ? 2 : count > 1 ? 1 : 0];
    }

    /** Two classes that are both there. */
    static long both(int first, int second) {
        return BOTH[first][second];
    }

    /** A class right behind another. */
    static long follows(int before, int after) {
        return FOLLOWS[before][after];
    }

    /** A class of emoji that is there. */
    static long emoji(int number) {
        return EMOJI_CLASSES[number];
    }

    /** A shape that is there. */
    static long shape(Token.Shape shape) {
        return SHAPES[shape.ordinal()];
    }

    /** How long a text is, in tokens. */
    static long length(int tokens) {
        if (tokens <= 6) {
            return tokens <= 2 ? TINY : SHORT;
        }
        return tokens <= 20 ? MIDDLE : tokens <= 60 ? LONG : HUGE;
    }

    private static long hash(char kind, String name) {
        return Hashing.finish(Hashing.text(Hashing.step(Hashing.seed('f'), kind), name));
    }
}
