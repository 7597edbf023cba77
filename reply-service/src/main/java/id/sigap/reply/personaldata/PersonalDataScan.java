package id.sigap.reply.personaldata;

import id.sigap.contracts.event.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds personal data in what we write ourselves, in one pass for each type. Citizens' texts are read by triage, which
 * knows more disguises; here a number that is too long to be anything else counts as one too.
 */
public final class PersonalDataScan {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int FEWEST_DIGITS = 10;
    private static final int MOST_DIGITS = 19;
    /** A number of so many digits in one piece is nobody's price, date or case number. */
    private static final int LONG_NUMBER = 13;

    private static final Set<String> REGIONS = Set.of(
            "A", "B", "D", "E", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "W", "Z", "AA", "AB", "AD", "AE",
            "AG", "BA", "BB", "BD", "BE", "BG", "BH", "BK", "BL", "BM", "BN", "BP", "DA", "DB", "DC", "DD", "DE", "DG",
            "DH", "DK", "DL", "DM", "DN", "DP", "DR", "DS", "DT", "DW", "EA", "EB", "ED", "KB", "KH", "KT", "KU", "PA",
            "PB", "PG", "PS");
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int WORDS_BEFORE = 28;

    private final String text;
    private final List<PersonalData> found = new ArrayList<>();

    private PersonalDataScan(String text) {
        this.text = text;
    }

    /** What stands in a text, in order of appearance for each type. */
    public static List<PersonalData> find(String text) {
        PersonalDataScan scan = new PersonalDataScan(text);
        scan.emails();
        scan.numbers();
        scan.codes();
        return List.copyOf(scan.found);
    }

    private void emails() {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST_LOCAL && local(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < text.length() && end - at <= LONGEST_DOMAIN && domain(text.charAt(end))) {
                end++;
            }
            while (end > at + 1 && !Character.isLetter(text.charAt(end - 1))) {
                end--;
            }
            int dot = end - 1;
            while (dot > at && text.charAt(dot) != '.') {
                dot--;
            }
            if (start < at && dot > at + 1 && end - dot > 2) {
                found.add(new PersonalData("email", start, end));
            }
        }
    }

    /** Digits with at most one separator between, from each group on the longest run that is somebody's number. */
    private void numbers() {
        int at = 0;
        while (at < text.length()) {
            if (!digit(at)) {
                at++;
                continue;
            }
            int behind = number(at);
            if (behind > at) {
                boolean plus = at > 0 && text.charAt(at - 1) == '+';
                found.add(new PersonalData(type(at, behind), plus ? at - 1 : at, behind));
                at = behind;
            } else {
                while (at < text.length() && digit(at)) {
                    at++;
                }
            }
        }
    }

    private int number(int start) {
        StringBuilder digits = new StringBuilder();
        int best = start;
        int at = start;
        int first = 0;
        while (at < text.length() && digits.length() <= MOST_DIGITS) {
            int group = at;
            while (at < text.length() && digit(at)) {
                digits.append(text.charAt(at));
                at++;
            }
            first = first == 0 ? at - group : first;
            boolean alone = group == start;
            if (digits.length() >= FEWEST_DIGITS
                    && digits.length() <= MOST_DIGITS
                    && (phone(digits, first)
                            || identity(digits)
                            || card(digits)
                            || (alone && digits.length() >= LONG_NUMBER))) {
                best = at;
            } else if (alone && digits.length() > MOST_DIGITS) {
                return at;
            }
            if (at + 1 < text.length() && separator(text.charAt(at)) && digit(at + 1)) {
                at++;
            } else {
                break;
            }
        }
        return best;
    }

    private String type(int start, int end) {
        StringBuilder digits = new StringBuilder();
        int first = 0;
        for (int i = start; i < end; i++) {
            if (digit(i)) {
                digits.append(text.charAt(i));
            } else if (first == 0) {
                first = digits.length();
            }
        }
        if (phone(digits, first == 0 ? digits.length() : first)) {
            return "phone";
        }
        return identity(digits) ? "nik" : digits.length() == LONG_NUMBER ? "bpjs" : "card";
    }

    /** Mobile numbers: (+62|62|0)8[1-9] and 7 to 11 digits; the first group is no day of a date. */
    private static boolean phone(CharSequence number, int first) {
        int at = number.charAt(0) == '0' ? 1 : number.charAt(0) == '6' && number.charAt(1) == '2' ? 2 : 0;
        if (at == 0 || (at == 1 && first < 3)) {
            return false;
        }
        int rest = number.length() - at - 2;
        return number.charAt(at) == '8' && number.charAt(at + 1) >= '1' && rest >= 7 && rest <= 11;
    }

    /** Sixteen digits with a birth date in the middle, 40 added to a woman's day. */
    private static boolean identity(CharSequence number) {
        if (number.length() != 16) {
            return false;
        }
        int day = two(number, 6);
        int month = two(number, 8);
        int plain = day > 40 ? day - 40 : day;
        return two(number, 0) >= 11 && month >= 1 && month <= 12 && plain >= 1 && plain <= DAYS[month - 1];
    }

    private static boolean card(CharSequence number) {
        if (number.length() < 15 || number.charAt(0) < '3' || number.charAt(0) > '6') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static int two(CharSequence number, int at) {
        return (number.charAt(at) - '0') * 10 + number.charAt(at + 1) - '0';
    }

    /** Vehicle plates, and booking codes behind a word that announces one. */
    private void codes() {
        int at = 0;
        while (at < text.length()) {
            if (!capitalOrDigit(at) || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && capitalOrDigit(end)) {
                end++;
            }
            boolean whole = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            int plate = plate(at);
            if (plate > at) {
                found.add(new PersonalData("plate", at, plate));
                end = plate;
            } else if (whole && end - at >= 5 && end - at <= 8 && code(at, end) && announced(at)) {
                found.add(new PersonalData("booking-code", at, end));
            }
            at = Math.max(end, at + 1);
        }
    }

    private boolean code(int start, int end) {
        boolean letter = false;
        boolean digit = false;
        for (int i = start; i < end; i++) {
            letter |= !digit(i);
            digit |= digit(i);
        }
        return letter && (digit || end - start == 6);
    }

    private boolean announced(int start) {
        String before = text.substring(Math.max(0, start - WORDS_BEFORE), start).toLowerCase(java.util.Locale.ROOT);
        return before.contains("booking") || before.contains("pnr") || before.contains("kode ");
    }

    private int plate(int start) {
        int code = letters(start, 2);
        if (!REGIONS.contains(text.substring(start, code))) {
            return start;
        }
        int from = gap(code);
        int digits = from;
        while (digits < text.length() && digits - from < 5 && digit(digits)) {
            digits++;
        }
        int suffix = gap(digits);
        int end = letters(suffix, 3);
        boolean shaped = digits - from >= 2
                && digits - from <= 4
                && text.charAt(from) != '0'
                && end > suffix
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        return shaped ? end : start;
    }

    private int letters(int start, int most) {
        int at = start;
        while (at < text.length() && at - start < most && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
            at++;
        }
        return at;
    }

    private int gap(int at) {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private boolean digit(int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean capitalOrDigit(int at) {
        return digit(at) || (text.charAt(at) >= 'A' && text.charAt(at) <= 'Z');
    }

    private static boolean separator(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '\u00a0';
    }

    private static boolean local(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    }

    private static boolean domain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
