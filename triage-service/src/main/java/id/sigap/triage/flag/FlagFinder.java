package id.sigap.triage.flag;

import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import java.util.ArrayList;
import java.util.List;

/** What a message is beside its kind. Spam is nothing else. */
public final class FlagFinder {
    private FlagFinder() {}

    /** The flags of a text of a kind, in the order of {@link Flag}. */
    public static List<Flag> find(Kind kind, NormalText text) {
        if (kind == Kind.SPAM) {
            return List.of();
        }
        List<Token> tokens = text.tokens();
        int[] bits = FlagWords.of(tokens);
        List<Flag> flags = new ArrayList<>(Flag.values().length);
        if (Aspirations.isOne(kind, tokens, bits)) {
            flags.add(Flag.ASPIRATION);
        }
        if (Abuses.isTold(kind, tokens, bits)) {
            flags.add(Flag.WHISTLE_BLOWING);
        }
        if (BareThanks.isAll(kind, tokens, bits)) {
            flags.add(Flag.GRATITUDE_ONLY);
        }
        return List.copyOf(flags);
    }
}
