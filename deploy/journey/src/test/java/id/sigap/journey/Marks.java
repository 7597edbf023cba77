package id.sigap.journey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A citizen whose words, name and numbers nobody else in the world has, so that wherever they appear, they are found. */
final class Marks {
    private final Map<String, String> known = new LinkedHashMap<>();

    /** A word of what the citizen writes. */
    final String word = mark("the words", "zxkata" + letters());
    /** A part of the name. */
    final String name = mark("the name", "Zxnama" + letters());
    /** A telephone number, which is the citizen's address on WhatsApp. */
    final String number = mark("the number", "62899" + digits(9));
    /** The citizen's address on Telegram. */
    final String chat = mark("the chat", "7" + digits(11));

    /** What the citizen writes: everything that one must not repeat, in one text. */
    String text() {
        return "KRL telat di Stasiun Tebet jam 7. " + word + ". Saya " + name + ", telepon " + number;
    }

    /** Whatever else must be seen nowhere, e.g. a key. */
    String mark(String what, String secret) {
        known.put(what, secret.toLowerCase(Locale.ROOT));
        return secret;
    }

    /** Which of them stands here. */
    Optional<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return known.entrySet().stream()
                .filter(mark -> lower.contains(mark.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 12)
                .chars()
                .forEach(c -> letters.append((char) ('a' + Character.digit(c, 16))));
        return letters.toString();
    }

    private static String digits(int count) {
        long number = UUID.randomUUID().getMostSignificantBits() >>> 1;
        return String.format("%019d", number).substring(19 - count);
    }
}
