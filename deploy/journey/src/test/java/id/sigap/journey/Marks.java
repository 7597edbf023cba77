package id.sigap.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A citizen whose words, name and numbers nobody else in the world has, so that wherever they appear, they are found. */
final class Marks {
    private final Map<String, String> known = new LinkedHashMap<>();
    private final List<String> misjudged = new ArrayList<>();

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

    /** Notes if a mistake was not answered as one: with a status from 400 to 499. */
    void refused(int status) {
        if (status < 400 || status >= 500) {
            misjudged.add("a mistake was answered with " + status + " at " + caller());
        }
    }

    /** Notes if a request was answered with another status. */
    void answered(int expected, int status) {
        if (status != expected) {
            misjudged.add("answered with " + status + ", not " + expected + ", at " + caller());
        }
    }

    /** What was not answered as it must be. */
    List<String> misjudged() {
        return misjudged;
    }

    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(2).findFirst())
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
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
