package id.sigap.triage.features;

import id.sigap.triage.text.Token;
import id.sigap.triage.text.WordClasses;
import java.util.EnumMap;
import java.util.Map;

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
    private static final long[][] TIMES = new long[COUNT][];
    private static final long[][] BOTH = new long[COUNT][COUNT];
    private static final long[][] FOLLOWS = new long[COUNT][COUNT];
    private static final Map<Token.Shape, Long> SHAPES = new EnumMap<>(Token.Shape.class);

    static {
        for (int i = 0; i < COUNT; i++) {
            NONE[i] = hash('k', "no " + i);
            SOME[i] = hash('k', String.valueOf(i));
            ASKED[i] = hash('k', i + "?");
            BEGINS[i] = hash('b', "begins " + i);
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
            SHAPES.put(shape, hash('s', shape.name()));
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
        return SHAPES.getOrDefault(shape, 0L);
    }

    /** Any other cue. */
    static long hash(char kind, String name) {
        return Hashing.finish(Hashing.text(Hashing.step(Hashing.seed('f'), kind), name));
    }
}
