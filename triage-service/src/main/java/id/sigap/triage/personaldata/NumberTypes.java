package id.sigap.triage.personaldata;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a number is, by its digits and by the words just before it. Rules: the identity number (NIK) carries a
 * birth date in digits 7 to 12 with 40 added to a woman's day; mobile numbers are (+62|62|0)8[1-9] and 7 to 11 digits;
 * NPWP is written XX.XXX.XXX.X-XXX.XXX or has 16 digits since 2024; BPJS has 13 digits; cards obey Luhn.
 */
final class NumberTypes {
    /** The fewest digits of any type. */
    static final int SHORTEST = 10;

    private static final int WORDS_BEFORE = 48;
    private static final int[] NPWP_WIDTHS = {2, 3, 3, 1, 3, 3};
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final Map<String, List<String>> WORDS = Map.of(
            "kk", List.of("kk", "kartu keluarga"),
            "npwp", List.of("npwp"),
            "bpjs", List.of("bpjs", "jkn", "kis"),
            "nik", List.of("nik", "ktp"),
            "card", List.of("rekening", "norek", "rek", "kartu kredit", "kartu debit", "atm", "va"));

    private final @Nullable String named;

    /** For numbers that begin at a place in a text. */
    NumberTypes(String plain, int start) {
        this.named = named(plain.substring(Math.max(0, start - WORDS_BEFORE), start));
    }

    /** The type of a number, or null when it is of none. */
    @Nullable
    String type(int[] number, int[] widths) {
        return switch (number.length) {
            case 16 -> sixteen(number);
            case 15 -> is("npwp") || Arrays.equals(widths, NPWP_WIDTHS) ? "npwp" : phoneOrAccount(number);
            case 13 ->
                is("bpjs") || (number[0] == 0 && number[1] == 0 && number[2] == 0) ? "bpjs" : phoneOrAccount(number);
            default -> phoneOrAccount(number);
        };
    }

    private @Nullable String sixteen(int[] number) {
        if (is("npwp")) {
            return "npwp";
        }
        if (is("card")) {
            return "card";
        }
        boolean dated = isRegional(number) && isDate(number);
        if (is("kk") && dated) {
            return "kk";
        }
        if (dated) {
            return "nik";
        }
        return named == null && isCard(number) ? "card" : null;
    }

    private @Nullable String phoneOrAccount(int[] number) {
        if (isPhone(number)) {
            return "phone";
        }
        return is("card") || (named == null && number.length > 16 && isCard(number)) ? "card" : null;
    }

    private boolean is(String type) {
        return type.equals(named);
    }

    private static boolean isPhone(int[] number) {
        int at;
        if (number[0] == 0) {
            at = 1;
        } else if (number[0] == 6 && number[1] == 2) {
            at = number[2] == 0 ? 3 : 2;
        } else {
            return false;
        }
        int rest = number.length - at - 2;
        return number[at] == 8 && number[at + 1] >= 1 && rest >= 7 && rest <= 11;
    }

    private static boolean isRegional(int[] number) {
        int province = number[0] * 10 + number[1];
        int regency = number[2] * 10 + number[3];
        int serial = number[12] * 1000 + number[13] * 100 + number[14] * 10 + number[15];
        return province >= 11 && province <= 96 && regency >= 1 && regency <= 79 && serial > 0;
    }

    private static boolean isDate(int[] number) {
        int day = number[6] * 10 + number[7];
        int month = number[8] * 10 + number[9];
        int plainDay = day > 40 ? day - 40 : day;
        return month >= 1 && month <= 12 && plainDay >= 1 && plainDay <= DAYS[month - 1];
    }

    private static boolean isCard(int[] number) {
        int sum = 0;
        for (int i = 0; i < number.length; i++) {
            int digit = number[number.length - 1 - i];
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return number[0] >= 3 && number[0] <= 6 && sum % 10 == 0;
    }

    /** The type whose word stands nearest before the number. */
    private static @Nullable String named(String before) {
        String nearest = null;
        int place = -1;
        for (Map.Entry<String, List<String>> type : WORDS.entrySet()) {
            for (String word : type.getValue()) {
                int at = lastWord(before, word);
                if (at > place) {
                    place = at;
                    nearest = type.getKey();
                }
            }
        }
        return nearest;
    }

    private static int lastWord(String text, String word) {
        for (int at = text.lastIndexOf(word); at >= 0; at = text.lastIndexOf(word, at - 1)) {
            int end = at + word.length();
            if ((at == 0 || !Character.isLetter(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                return end;
            }
        }
        return -1;
    }
}
