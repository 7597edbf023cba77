package id.sigap.triage.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * What each code point becomes in the plain form. Worked out once for each and kept in pages of 256, at most some two
 * megabytes; that two threads may work out the same page does no harm.
 */
final class Folding {
    private static final int PAGE = 256;
    private static final int ASCII = 0x80;
    private static final Page[] PAGES = new Page[(Character.MAX_CODE_POINT + 1) / PAGE];

    private Folding() {}

    /** How a code point is taken. */
    enum Way {
        /** It becomes nothing and never mattered: accents, variation selectors, skin tones, broken halves of pairs. */
        DROPPED,
        /** It becomes nothing, and between letters it hides a word from whoever looks for it. */
        INVISIBLE,
        /** One character. */
        ONE,
        /** One letter that was made to look special, e.g. in bold or in a circle. */
        STYLED,
        /** One letter of another alphabet or a sign that looks like a Latin letter. */
        ALIKE,
        /** Several characters. */
        SEVERAL
    }

    /** The page that a code point is on. */
    static Page page(int codePoint) {
        Page page = PAGES[codePoint / PAGE];
        if (page == null) {
            page = new Page(codePoint / PAGE * PAGE);
            PAGES[codePoint / PAGE] = page;
        }
        return page;
    }

    /** What 256 code points become. */
    static final class Page {
        private final Way[] ways = new Way[PAGE];
        private final char[] ones = new char[PAGE];
        private final String[] several = new String[PAGE];

        private Page(int first) {
            for (int i = 0; i < PAGE; i++) {
                String folded = folded(first + i);
                ways[i] = Folding.way(first + i, folded);
                ones[i] = folded.isEmpty() ? 0 : folded.charAt(0);
                several[i] = folded;
            }
        }

        Way way(int codePoint) {
            return ways[codePoint % PAGE];
        }

        char one(int codePoint) {
            return ones[codePoint % PAGE];
        }

        String several(int codePoint) {
            return several[codePoint % PAGE];
        }
    }

    private static Way way(int codePoint, String folded) {
        if (folded.isEmpty()) {
            return isInvisible(codePoint) ? Way.INVISIBLE : Way.DROPPED;
        }
        if (folded.length() > 1) {
            return Way.SEVERAL;
        }
        if (LookAlikes.latin(codePoint) != 0) {
            return isForeign(codePoint) ? Way.ALIKE : Way.STYLED;
        }
        boolean latin = folded.charAt(0) < ASCII && Character.isLetter(folded.charAt(0));
        return latin && codePoint >= ASCII && isStyled(codePoint) ? Way.STYLED : Way.ONE;
    }

    /** Letters that have a use of their own in another alphabet, and are a disguise only among Latin letters. */
    private static boolean isForeign(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script != UnicodeScript.LATIN && script != UnicodeScript.COMMON;
    }

    /** Letters with a compatibility form; one with an accent is only a letter with an accent. */
    private static boolean isStyled(int codePoint) {
        String text = Character.toString(codePoint);
        return Normalizer.normalize(text, Normalizer.Form.NFD).equals(text);
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        // Hyphenation marks and the byte order mark come with what is pasted and hide nothing.
        boolean pasted = codePoint == 0xAD || codePoint == 0xFEFF;
        return (type == Character.FORMAT && !pasted) || type == Character.OTHER_LETTER || type == Character.CONTROL;
    }

    private static String folded(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL ->
                Character.isWhitespace(codePoint) || codePoint == 0x85 ? Character.toString(codePoint) : "";
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SURROGATE -> "";
            case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf((char) ('0' + Character.digit(codePoint, 10)));
            default -> isBlankSign(codePoint) ? blankSign(codePoint) : visible(codePoint);
        };
    }

    /** Letters and signs without a shape, the trade marks behind a name, and the colours of emoji. */
    private static boolean isBlankSign(int codePoint) {
        return codePoint == 0x2800
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint == 0x2122
                || codePoint == 0x2120
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
    }

    private static String blankSign(int codePoint) {
        return codePoint == 0x2800 ? " " : "";
    }

    private static String visible(int codePoint) {
        char alike = LookAlikes.latin(codePoint);
        char sign = alike == 0 ? sign(codePoint) : alike;
        if (sign != 0) {
            return String.valueOf(sign);
        }
        int number = LookAlikes.number(codePoint);
        if (number >= 0) {
            return String.valueOf(number);
        }
        String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            int type = Character.getType(c);
            if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                char latin = LookAlikes.latin(c);
                folded.append(latin == 0 ? Character.toLowerCase(c) : latin);
            }
        }
        return unwrapped(folded.toString(), codePoint);
    }

    /** Quotation marks and dashes as a keyboard has them, or 0. */
    private static char sign(int codePoint) {
        return switch (codePoint) {
            case 0x2018, 0x2019, 0x2BB, 0x2BC, 0xB4 -> '\'';
            case 0x201C, 0x201D -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            default -> 0;
        };
    }

    /** Without what goes around a letter or number in one sign: ⒜ is a, ⒈ is 1. */
    private static String unwrapped(String folded, int codePoint) {
        int last = folded.length() - 1;
        if (last >= 2 && folded.charAt(0) == '(' && folded.charAt(last) == ')') {
            return folded.substring(1, last);
        }
        boolean numbered = codePoint >= 0x2488 && codePoint <= 0x249B;
        return numbered && last >= 1 ? folded.substring(0, last) : folded;
    }
}
