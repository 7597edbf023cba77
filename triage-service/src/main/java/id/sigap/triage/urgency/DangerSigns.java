package id.sigap.triage.urgency;

import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import id.sigap.triage.text.Tone;
import id.sigap.triage.text.WordClasses;
import java.util.List;

/**
 * The signs by which people tell that life is in danger, counted in one pass.
 *
 * @param certain words of danger that nothing softens or denies
 * @param softened words of danger that are feared, denied or asked about
 * @param perils different words of what may be danger
 * @param alarms calls for help and names of those who give it
 * @param now words of the present
 * @param past words of what is over, of habit and of letters
 * @param people words for those in danger
 * @param high words of what is urgent without danger to life, not denied
 * @param loud whether it is shouted
 */
record DangerSigns(
        int certain, int softened, int perils, int alarms, int now, int past, int people, int high, boolean loud) {
    private static final WordClasses WORDS = WordClasses.of("urgency.txt");
    private static final int CRITICAL = bit("critical");
    private static final int HIGH = bit("high");
    private static final int SOFTEN = bit("soften");
    private static final int NEGATE = bit("negate");
    private static final int PERIL = bit("peril");
    private static final int ALARM = bit("alarm");
    private static final int NOW = bit("now");
    private static final int PAST = bit("past");
    private static final int FRAIL = bit("frail");
    private static final int REACH = 3;
    private static final int ENOUGH_LETTERS = 12;

    /** The signs of a text. */
    static DangerSigns of(NormalText text) {
        List<Token> tokens = text.tokens();
        int[] counts = new int[9];
        String lastPeril = "";
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).word();
            int own = WORDS.bits(tokens.get(i));
            int bits = WORDS.bits(tokens, i);
            if ((bits & (CRITICAL | HIGH)) != 0) {
                // The words before count, but not those of the phrase itself.
                boolean phrase = (own & (CRITICAL | HIGH)) == 0;
                int before = before(tokens, phrase ? i - 1 : i);
                if ((bits & CRITICAL) != 0) {
                    counts[(before & (SOFTEN | NEGATE)) == 0 ? 0 : 1]++;
                }
                counts[7] += (bits & HIGH) != 0 && (before & NEGATE) == 0 ? 1 : 0;
            }
            if ((bits & PERIL) != 0 && !word.equals(lastPeril)) {
                counts[2]++;
                lastPeril = word;
            }
            counts[3] += (bits & ALARM) != 0 ? 1 : 0;
            counts[4] += (bits & NOW) != 0 ? 1 : 0;
            counts[5] += (bits & PAST) != 0 ? 1 : 0;
            counts[6] += (bits & FRAIL) != 0 ? 1 : 0;
        }
        Tone tone = text.tone();
        boolean loud =
                tone.exclamations() > 1 || (tone.letters() > ENOUGH_LETTERS && tone.capitals() * 2 > tone.letters());
        return new DangerSigns(
                counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7], loud);
    }

    private static int before(List<Token> tokens, int index) {
        int found = 0;
        for (int i = Math.max(0, index - REACH); i < index; i++) {
            found |= WORDS.bits(tokens.get(i));
        }
        return found;
    }

    private static int bit(String name) {
        return 1 << WORDS.number(name);
    }
}
