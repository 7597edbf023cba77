package id.sigap.triage.learning;

import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.personaldata.PersonalDataFinder;
import id.sigap.triage.text.Normaliser;

/**
 * A text as it may be kept: personal data keeps its shape, so that a model still sees that a number or an address stands
 * there, and loses what it says. Covering twice changes nothing more.
 */
final class CoveredText {
    /** Longer than all but pasted pages; the rest of those teaches nothing about who wrote them. */
    static final int LONGEST = 4_000;

    private static final char DOT = '•';

    private CoveredText() {}

    static String of(String text) {
        String kept = text.length() <= LONGEST ? text : beginning(text);
        StringBuilder covered = new StringBuilder(kept);
        for (PersonalData place : PersonalDataFinder.find(Normaliser.normalise(kept))) {
            for (int i = place.start(); i < place.end(); i++) {
                char c = covered.charAt(i);
                if (Character.isDigit(c) || Character.isSurrogate(c)) {
                    covered.setCharAt(i, '0');
                } else if (Character.isLetter(c)) {
                    covered.setCharAt(i, 'x');
                }
            }
        }
        // What somebody covered before us was a letter or a digit; a digit is what it was most often.
        return covered.toString().replace(DOT, '0');
    }

    private static String beginning(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
