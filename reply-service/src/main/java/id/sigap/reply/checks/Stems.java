package id.sigap.reply.checks;

import java.util.List;

/** Brings an Indonesian word near its stem, so that {@code dikembalikan} meets {@code pengembalian}: coarse on purpose. */
final class Stems {
    private static final List<String> ENDS = List.of("nya", "kah", "lah", "kan", "ku", "mu", "an", "i");
    private static final List<String> BEGINNINGS = List.of(
            "menge", "penge", "meng", "peng", "meny", "peny", "mem", "pem", "men", "pen", "ber", "ter", "per", "me",
            "pe", "di", "ke", "se");
    private static final int SHORTEST = 4;

    private Stems() {}

    static String of(String word) {
        String stem = word;
        for (int i = 0; i < 2; i++) {
            stem = withoutEnd(stem);
        }
        for (int i = 0; i < 2; i++) {
            stem = withoutBeginning(stem);
        }
        return stem;
    }

    private static String withoutEnd(String word) {
        for (String end : ENDS) {
            if (word.endsWith(end) && word.length() - end.length() >= SHORTEST) {
                return word.substring(0, word.length() - end.length());
            }
        }
        return word;
    }

    private static String withoutBeginning(String word) {
        for (String beginning : BEGINNINGS) {
            if (word.startsWith(beginning) && word.length() - beginning.length() >= SHORTEST) {
                return word.substring(beginning.length());
            }
        }
        return word;
    }
}
