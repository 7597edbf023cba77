package id.sigap.triage.personaldata;

import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.text.NormalText;
import java.util.List;
import java.util.Set;

/**
 * Vehicle plates: a region's code, one to four digits, one to three letters. In small letters only behind a word that
 * announces one, because "d 200 rb" is also how people write prices.
 */
final class PlateScan {
    private static final Set<String> REGIONS = Set.of(
            "a", "b", "d", "e", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "w", "z", "aa", "ab", "ad", "ae",
            "ag", "ba", "bb", "bd", "be", "bg", "bh", "bk", "bl", "bm", "bn", "bp", "da", "db", "dc", "dd", "de", "dg",
            "dh", "dk", "dl", "dm", "dn", "dp", "dr", "ds", "dt", "dw", "ea", "eb", "ed", "kb", "kh", "kt", "ku", "pa",
            "pb", "pg", "ps", "pt", "py");
    private static final int WORDS_BEFORE = 24;

    private final NormalText text;
    private final String plain;

    private PlateScan(NormalText text) {
        this.text = text;
        this.plain = text.plain();
    }

    static void scan(NormalText text, List<PersonalData> found) {
        PlateScan scan = new PlateScan(text);
        int at = 0;
        while (at < scan.plain.length()) {
            int end = scan.plate(at);
            if (end > at) {
                found.add(PersonalDataFinder.place(text, "plate", at, end - 1));
            }
            at = Math.max(end, at + 1);
        }
    }

    /** Behind the plate that begins here, or 0. */
    private int plate(int start) {
        if (!isLetter(start) || (start > 0 && Character.isLetterOrDigit(plain.charAt(start - 1)))) {
            return 0;
        }
        int code = letters(start, 2);
        int digits = digits(gap(code));
        int suffix = gap(digits);
        int end = letters(suffix, 3);
        boolean shaped = gap(code) < digits
                && digits - gap(code) <= 4
                && plain.charAt(gap(code)) != '0'
                && suffix < end
                && (end == plain.length() || !Character.isLetterOrDigit(plain.charAt(end)))
                && REGIONS.contains(plain.substring(start, code));
        return shaped && (capitals(start, code, suffix, end) || announced(start)) ? end : 0;
    }

    private boolean capitals(int start, int code, int suffix, int end) {
        return capital(start, code) && capital(suffix, end);
    }

    private boolean capital(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isUpperCase(text.original().codePointAt(text.start(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean announced(int start) {
        String before = plain.substring(Math.max(0, start - WORDS_BEFORE), start);
        return before.contains("plat") || before.contains("nopol") || before.contains("no pol");
    }

    private int letters(int start, int most) {
        int at = start;
        while (at - start < most && isLetter(at)) {
            at++;
        }
        return at;
    }

    private int digits(int start) {
        int at = start;
        while (at - start < 5 && at < plain.length() && plain.charAt(at) >= '0' && plain.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private int gap(int at) {
        boolean separated = at < plain.length() && (plain.charAt(at) == ' ' || plain.charAt(at) == '-');
        return separated ? at + 1 : at;
    }

    private boolean isLetter(int at) {
        return at < plain.length() && plain.charAt(at) >= 'a' && plain.charAt(at) <= 'z';
    }
}
