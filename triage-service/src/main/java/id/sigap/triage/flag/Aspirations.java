package id.sigap.triage.flag;

import id.sigap.contracts.Kind;
import id.sigap.triage.text.Token;
import java.util.List;
import java.util.Set;

/**
 * Tells a suggestion (aspirasi) by its forms: "sebaiknya loket dibuka", "usul min", "lebih baik kalau …". Whoever asks
 * for advice, or asks what they had better do themselves, suggests nothing.
 */
final class Aspirations {
    /** What makes a suggestion of "lebih baik", which alone is praise. */
    private static final Set<String> IF = Set.of("jika", "kalau", "apabila", "bila", "seandainya", "andai", "agar");

    private static final Set<String> WEAK =
            Set.of("lebih", "lebih_baik", "akan", "alangkah", "mending", "mendingan", "baiknya", "perlu");
    private static final Set<String> MYSELF = Set.of("saya", "aku", "kami", "kita");
    private static final Set<String> ASKING = Set.of("apa", "apakah", "harus", "yang", "mana", "ada");
    private static final int REACH = 7;
    private static final int BEGINNING = 5;
    private static final int ENOUGH = 5;

    private Aspirations() {}

    static boolean isOne(Kind kind, List<Token> tokens, int[] classes) {
        int all = 0;
        boolean own = false;
        for (int i = 0; i < tokens.size(); i++) {
            int bits = classes[i];
            all |= bits;
            own |= MYSELF.contains(tokens.get(i).word());
            if ((bits & FlagWords.ADVISER) != 0) {
                return false;
            }
            // A question suggests by "bagaimana kalau …"; otherwise it asks about a suggestion.
            if ((bits & FlagWords.SUGGEST) != 0
                    && (kind != Kind.QUESTION || IF.contains(tokens.get(i).word()))
                    && suggests(tokens, i)) {
                return !advised(classes, i);
            }
            if ((bits & FlagWords.IDEA) != 0 && i < BEGINNING && !advised(classes, i) && !asks(tokens)) {
                return true;
            }
        }
        // Neither harm nor praise nor a question, but something to be made and how good that would be.
        int both = FlagWords.PROPOSE | FlagWords.APPEAL;
        return kind == Kind.OTHER && (all & both) == both && tokens.size() >= ENOUGH && !own && !asks(tokens);
    }

    private static boolean suggests(List<Token> tokens, int at) {
        if (isAny(tokens, at - 1, ASKING) || isAny(tokens, at + 1, MYSELF)) {
            return false;
        }
        String word = tokens.get(at).word();
        boolean weak = WEAK.contains(word)
                || (at > 0 && WEAK.contains(tokens.get(at - 1).word()));
        if (!weak) {
            return true;
        }
        if (at + 1 < tokens.size() && isPassive(tokens.get(at + 1).word())) {
            return true;
        }
        for (int i = at + 1; i < Math.min(tokens.size(), at + REACH); i++) {
            if (IF.contains(tokens.get(i).word())) {
                return true;
            }
        }
        return false;
    }

    /** "dibuka", "diperbanyak": what should be done. */
    private static boolean isPassive(String word) {
        return word.length() > 4 && word.startsWith("di");
    }

    /** "saran dokter", "minta saran": advice that the writer has or wants. */
    private static boolean advised(int[] classes, int at) {
        for (int i = Math.max(0, at - 1); i <= Math.min(classes.length - 1, at + 1); i++) {
            if ((classes[i] & FlagWords.ADVISER) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean asks(List<Token> tokens) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).word().equals("?");
    }

    private static boolean isAny(List<Token> tokens, int at, Set<String> words) {
        return at >= 0 && at < tokens.size() && words.contains(tokens.get(at).word());
    }
}
