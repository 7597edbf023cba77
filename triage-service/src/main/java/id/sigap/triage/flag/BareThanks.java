package id.sigap.triage.flag;

import id.sigap.contracts.Kind;
import id.sigap.triage.text.Token;
import java.util.List;

/** Tells thanks, or an "okay", with nothing else: no request, nothing new, at most a nod to what we wrote. */
final class BareThanks {
    private static final int LONGEST = 18;
    private static final String SIGNS = "🙏👍❤♥😊😍🤝👌💪🥰☺🤗😁😄👏🙂💕💖";

    private BareThanks() {}

    static boolean isAll(Kind kind, List<Token> tokens, int[] classes) {
        if ((kind != Kind.OTHER && kind != Kind.PRAISE) || tokens.isEmpty() || tokens.size() > LONGEST) {
            return false;
        }
        boolean thanks = false;
        boolean nods = false;
        boolean greets = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.shape()) {
                case WORD -> {
                    int bits = classes[i];
                    if ((bits & (FlagWords.THANKS | FlagWords.AGREE | FlagWords.FILLER)) == 0) {
                        return false;
                    }
                    greets |= (bits & FlagWords.GREETING) != 0;
                    thanks |= (bits & (FlagWords.THANKS | FlagWords.AGREE)) != 0;
                }
                case EMOJI -> nods |= SIGNS.contains(token.word());
                case MARK -> {
                    if (token.word().equals("?")) {
                        return false;
                    }
                }
                case HANDLE -> {
                    // To whom it is said.
                }
                case NUMBER, MIXED, SPACED, URL, EMAIL, HASHTAG -> {
                    return false;
                }
            }
        }
        // With a greeting, folded hands are politeness.
        return thanks || (nods && !greets);
    }
}
