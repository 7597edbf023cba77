package id.sigap.triage.urgency;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import id.sigap.triage.text.WordClasses;
import java.util.List;

/**
 * Urgency by the words of {@code urgency.txt}. Danger to life is critical unless it is denied ("tidak ada korban") or
 * only feared, asked about or long past ("takut kecelakaan"); then it is high. When in doubt the higher one.
 */
public final class UrgencyRules {
    private static final WordClasses WORDS = WordClasses.of("urgency.txt");
    private static final int CRITICAL = 1 << WORDS.number("critical");
    private static final int HIGH = 1 << WORDS.number("high");
    private static final int SOFTEN = 1 << WORDS.number("soften");
    private static final int NEGATE = 1 << WORDS.number("negate");
    private static final int REACH = 3;

    private UrgencyRules() {}

    /** How much a message of a kind may wait. */
    public static Urgency of(Kind kind, NormalText text) {
        Urgency spoken = spoken(text.tokens());
        return switch (kind) {
            case COMPLAINT -> spoken;
            // Whoever only asks about the pregnant or the elderly can wait; whoever asks in danger cannot.
            case QUESTION -> spoken == Urgency.HIGH ? Urgency.NORMAL : spoken;
            case OTHER -> spoken == Urgency.CRITICAL ? Urgency.HIGH : Urgency.LOW;
            case PRAISE, SPAM -> Urgency.LOW;
        };
    }

    private static Urgency spoken(List<Token> tokens) {
        Urgency highest = Urgency.NORMAL;
        for (int i = 0; i < tokens.size(); i++) {
            int bits = WORDS.bits(tokens, i);
            if ((bits & (CRITICAL | HIGH)) != 0) {
                int before = before(tokens, i, (bits & CRITICAL) != 0 ? CRITICAL : HIGH);
                if ((bits & CRITICAL) != 0 && (before & (SOFTEN | NEGATE)) == 0) {
                    return Urgency.CRITICAL;
                }
                if ((before & NEGATE) == 0) {
                    highest = Urgency.HIGH;
                }
            }
        }
        return highest;
    }

    /** The classes of the few words before; those of the phrase's own first word do not count. */
    private static int before(List<Token> tokens, int index, int own) {
        int start = (WORDS.bits(tokens.get(index).word()) & own) != 0 ? index : index - 1;
        int bits = 0;
        for (int i = Math.max(0, start - REACH); i < start; i++) {
            bits |= WORDS.bits(tokens.get(i).word());
        }
        return bits;
    }
}
