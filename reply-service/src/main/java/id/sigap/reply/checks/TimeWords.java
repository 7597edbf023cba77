package id.sigap.reply.checks;

import java.util.Set;

/** Whether a word begins or ends the naming of a day or a time, in Indonesian or English. */
final class TimeWords {
    private static final Set<String> TIMES = Set.of(
            "januari",
            "februari",
            "maret",
            "april",
            "mei",
            "juni",
            "juli",
            "agustus",
            "september",
            "oktober",
            "november",
            "desember",
            "january",
            "february",
            "march",
            "may",
            "june",
            "july",
            "august",
            "october",
            "december",
            "senin",
            "selasa",
            "rabu",
            "kamis",
            "jumat",
            "sabtu",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "besok",
            "lusa",
            "tomorrow",
            "today",
            "tonight",
            "pukul",
            "pkl",
            "wib",
            "wita",
            "wit",
            "tanggal",
            "tgl");
    private static final Set<String> UNITS = Set.of(
            "hari", "jam", "menit", "minggu", "pekan", "bulan", "day", "days", "hour", "hours", "minute", "minutes",
            "week", "weeks", "x24");
    private static final Set<String> NUMBERS = Set.of(
            "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "beberapa");
    private static final Set<String> THIS = Set.of("ini", "depan");
    private static final Set<String> SPANS =
            Set.of("hari", "malam", "siang", "sore", "pagi", "minggu", "pekan", "bulan");

    private TimeWords() {}

    static boolean timeAt(Words words, int i) {
        String word = words.text(i);
        if (TIMES.contains(word) || word.endsWith("x24")) {
            return true;
        }
        String next = i + 1 < words.size() ? words.text(i + 1) : "";
        boolean counted =
                (isNumber(word) || (NUMBERS.contains(word) && !word.equals("beberapa"))) && UNITS.contains(next);
        return counted
                || (SPANS.contains(word) && THIS.contains(next))
                || (word.equals("jam") && isNumber(next))
                || clock(words, i);
    }

    static boolean isNumber(String word) {
        return word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code 10.30}, {@code 10:30}, {@code 24/11}. */
    private static boolean clock(Words words, int i) {
        if (i + 1 >= words.size() || words.end(i) + 1 != words.start(i + 1)) {
            return false;
        }
        char between = words.original().charAt(words.end(i));
        return (between == '.' || between == ':' || between == '/')
                && isNumber(words.text(i))
                && words.text(i).length() <= 2
                && isNumber(words.text(i + 1))
                && words.text(i + 1).length() == 2;
    }
}
