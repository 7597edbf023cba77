package id.sigap.triage;

import java.util.List;
import java.util.Random;

/** Messages as no citizen writes them, made from real ones; the same seed makes the same ones. */
final class Mutations {
    private static final List<String> PIECES = List.of(
            "slot88 ",
            "0812",
            "@",
            "a@a@a",
            "\u202E",
            "\u2066",
            "\uD83D",
            "\uDE00",
            "😀",
            "👨‍👩‍👧",
            "🇮🇩",
            "🇸🇱🇴",
            "\u0301",
            "\u0489",
            "\n",
            "\r\n",
            "\u2028",
            "\n> ",
            "\n-- \n",
            "\nPada 2 Mar 2026 08.30 a@b.c menulis:\n",
            "\nDari: a\n",
            "\nHormat saya,\n",
            "\nHome | News | Bola | Foto\n",
            "\nADVERTISEMENT\n",
            "[12/03/26 08.30] a: ",
            "3273011408900001",
            "B 1234 CD ",
            "https://",
            ".com",
            "?!",
            "'",
            "\\",
            "𝐌𝐀𝐗",
            "ﷺ",
            "\u0000",
            "gk ",
            "QX7T2M ",
            "\uFFFF",
            "S L O T ",
            "s.l.o.t",
            "Ѕ",
            "1\uFE0F\u20E3",
            "#",
            "_",
            "*",
            "ß",
            "İ",
            "ǆ",
            "\u2800",
            "\u3164",
            "-",
            "2",
            "\uDB40\uDC73",
            "aaaa",
            "\t",
            "%s",
            "{}",
            "<b>",
            "\u1E9E",
            "\u0130",
            "ﬃ",
            "㎢",
            "½",
            "(((((",
            "x x x x x ");

    private final List<String> texts;
    private final Random random;

    Mutations(List<String> texts, long seed) {
        this.texts = texts;
        this.random = new Random(seed);
    }

    /** The next one. */
    String next() {
        StringBuilder text = new StringBuilder(any(texts));
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            mutate(text);
        }
        return text.toString();
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(10)) {
            case 0 -> text.insert(at, any(PIECES));
            case 1 -> text.insert(at, any(PIECES).repeat(random.nextInt(20)));
            case 2 -> text.insert(at, (char) random.nextInt(0x10000));
            case 3 -> text.insert(at, Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1)));
            case 4 -> text.setLength(at);
            case 5 -> text.delete(at, Math.min(text.length(), at + random.nextInt(10)));
            case 6 -> text.insert(at, any(texts));
            case 7 -> between(text, any(PIECES));
            case 8 -> text.replace(0, text.length(), other(text.toString(), random.nextInt(4)));
            default -> text.insert(at, "\u0301".repeat(random.nextInt(50)));
        }
    }

    /** Something between all letters, as in disguises. */
    private void between(StringBuilder text, String piece) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        for (int i = to; i > from; i--) {
            text.insert(i, piece);
        }
    }

    /** The same in another dress. */
    private static String other(String text, int dress) {
        StringBuilder dressed = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean small = c >= 'a' && c <= 'z';
            switch (dress) {
                case 0 -> dressed.appendCodePoint(small ? 0x1D41A + c - 'a' : c);
                case 1 -> dressed.appendCodePoint(c > ' ' && c < 0x7F ? 0xFF00 + c - 0x20 : c);
                case 2 -> dressed.appendCodePoint(small ? 0x1F1E6 + c - 'a' : c);
                default -> dressed.appendCodePoint(Character.toUpperCase(c));
            }
        });
        return dressed.toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
