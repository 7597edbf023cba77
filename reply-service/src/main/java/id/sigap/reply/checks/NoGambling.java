package id.sigap.reply.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Words of gambling advertisements, in letters, in digits that stand for letters, and one by one: {@code g4c0r},
 * {@code s l o t 8 8}.
 */
final class NoGambling implements Check {
    private static final Lexicon<Boolean> PLAIN = Lexicon.of("gambling.txt");
    private static final Lexicon<Boolean> LEET = leet();

    /** Numbers that brands end with. */
    private static final Set<String> LUCKY =
            Set.of("77", "88", "99", "69", "138", "168", "303", "388", "777", "888", "999", "4d", "123");
    /** Beginnings of brands. */
    private static final List<String> BRANDS = List.of(
            "slot", "toto", "togel", "bet", "joker", "hoki", "poker", "dewa", "raja", "mega", "zeus", "naga", "gacor",
            "win", "cuan", "jp", "qq", "bola", "macan", "sultan", "indo", "asia", "mpo", "idn", "pulau", "situs");
    /** More are not looked for: a text made of nothing else must not take longer. */
    private static final int MOST = ReplyChecks.MOST_FINDINGS * 5;
    /** So many letters that stand alone make a word. */
    private static final int SPACED = 4;

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        List<Finding> findings = new ArrayList<>();
        PLAIN.find(words).forEach(match -> add(words, match.first(), match.last(), findings));
        LEET.find(words.size(), i -> unleet(words.text(i))).forEach(match -> {
            if (hasDigit(words, match.first(), match.last())) {
                add(words, match.first(), match.last(), findings);
            }
        });
        for (int i = 0; i < words.size(); i++) {
            if (brand(words.text(i))) {
                add(words, i, i, findings);
            }
        }
        spaced(words, findings);
        return findings;
    }

    private static void spaced(Words words, List<Finding> findings) {
        int first = 0;
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i <= words.size(); i++) {
            if (i < words.size() && words.text(i).length() == 1) {
                letters.append(words.text(i));
                continue;
            }
            if (i - first >= SPACED) {
                String joined = letters.toString();
                boolean advertises =
                        !PLAIN.find(1, any -> unleet(joined)).isEmpty() || brand(joined) || joined.startsWith("slot");
                if (advertises) {
                    add(words, first, i - 1, findings);
                }
            }
            letters.setLength(0);
            first = i + 1;
        }
    }

    private static boolean brand(String word) {
        if (word.length() < 4 || word.length() > 24) {
            return false;
        }
        int digits = 0;
        while (digits < word.length() && !Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        return digits < word.length()
                && LUCKY.contains(word.substring(digits))
                && BRANDS.stream().anyMatch(word::startsWith);
    }

    private static boolean hasDigit(Words words, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (words.text(i).chars().anyMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    private static String unleet(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            plain.append(letter(word.charAt(i)));
        }
        return plain.toString();
    }

    private static char letter(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '7' -> 't';
            default -> c;
        };
    }

    /** Only phrases without digits of their own. */
    private static Lexicon<Boolean> leet() {
        Lexicon<Boolean> lexicon = new Lexicon<>();
        Lexicon.lines("gambling.txt").stream()
                .filter(line -> line.chars().noneMatch(Character::isDigit))
                .forEach(line -> lexicon.add(line, true));
        return lexicon;
    }

    private static void add(Words words, int first, int last, List<Finding> findings) {
        int start = words.start(first);
        if (findings.size() <= MOST
                && findings.stream().noneMatch(known -> known.start() <= start && start < known.end())) {
            findings.add(new Finding(start, words.end(last), FindingReason.GAMBLING, ""));
        }
    }
}
