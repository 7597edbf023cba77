package id.sigap.triage.flag;

import id.sigap.triage.text.Token;
import id.sigap.triage.text.WordClasses;
import java.util.List;

/** The classes of {@code flags.txt}, as bits. */
final class FlagWords {
    private static final WordClasses WORDS = WordClasses.of("flags.txt");
    static final int SUGGEST = bit("suggest");
    static final int ADVISER = bit("adviser");
    static final int IDEA = bit("idea");
    static final int PROPOSE = bit("propose");
    static final int APPEAL = bit("appeal");
    static final int HINT = bit("hint");
    static final int LEVY = bit("levy");
    static final int CLAIM = bit("claim");
    static final int MONEY = bit("money");
    static final int BEYOND = bit("beyond");
    static final int OFFICE = bit("office");
    static final int DENY = bit("deny");
    static final int THANKS = bit("thanks");
    static final int AGREE = bit("agree");
    static final int GREETING = bit("greeting");
    static final int FILLER = bit("filler");

    private FlagWords() {}

    /** The classes of every token and of the phrase that it makes with the one before. */
    static int[] of(List<Token> tokens) {
        int[] bits = new int[tokens.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = WORDS.bits(tokens, i);
        }
        return bits;
    }

    private static int bit(String name) {
        return 1 << WORDS.number(name);
    }
}
