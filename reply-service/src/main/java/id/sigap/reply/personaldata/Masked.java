package id.sigap.reply.personaldata;

import id.sigap.contracts.event.PersonalData;
import java.util.List;

/** A text with its personal data covered: letters and digits become dots, so that one still sees that something is there. */
public final class Masked {
    private static final char COVER = '•';

    private Masked() {}

    /**
     * Covers what triage found.
     *
     * @param excerpt the text, or its beginning
     * @param found where personal data stands in the whole text, in UTF-16 units; what lies behind the excerpt's end is
     *     passed over
     */
    public static String of(String excerpt, List<PersonalData> found) {
        if (found.isEmpty()) {
            return excerpt;
        }
        StringBuilder masked = new StringBuilder(excerpt);
        for (PersonalData span : found) {
            int end = Math.min(span.end(), excerpt.length());
            for (int i = Math.max(0, span.start()); i < end; i++) {
                if (Character.isLetterOrDigit(masked.charAt(i)) || Character.isSurrogate(masked.charAt(i))) {
                    masked.setCharAt(i, COVER);
                }
            }
        }
        return masked.toString();
    }
}
