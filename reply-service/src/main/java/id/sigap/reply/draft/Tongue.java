package id.sigap.reply.draft;

import id.sigap.contracts.WrittenLanguage;
import java.util.List;

/** The language that an answer is written in. */
public enum Tongue {
    /** For everybody but who writes English; those who write a language of the regions read it too. */
    INDONESIAN,
    /** For who writes English. */
    ENGLISH;

    /**
     * The language that a turn is answered in: of its newest message that was long enough to tell. English among words
     * of another language is a borrowing.
     */
    public static Tongue of(List<WrittenLanguage> turn) {
        for (int i = turn.size() - 1; i >= 0; i--) {
            if (turn.get(i) != WrittenLanguage.UNDETERMINED) {
                return turn.get(i) == WrittenLanguage.ENGLISH ? ENGLISH : INDONESIAN;
            }
        }
        return INDONESIAN;
    }
}
