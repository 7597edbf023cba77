package id.sigap.reply.checks;

import id.sigap.contracts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** No blame, no sarcasm, no insults, no curtness, no shouting. */
final class Politeness implements Check {
    private static final Lexicon<FindingReason> IMPOLITE = read();

    /** One of them makes a short answer a kind one. */
    private static final Set<String> COURTEOUS = Set.of(
            "mohon",
            "maaf",
            "terima",
            "bapak",
            "ibu",
            "pak",
            "bu",
            "kak",
            "kakak",
            "halo",
            "hai",
            "salam",
            "selamat",
            "silakan",
            "silahkan",
            "kami",
            "thank",
            "thanks",
            "please",
            "sorry",
            "hello",
            "dear",
            "nggih",
            "matur");
    /** An answer of fewer words is curt unless it is courteous. */
    private static final int FEW_WORDS = 5;
    /** So many capital words in a row shout, if two of them are longer than acronyms are. */
    private static final int CAPITALS_IN_A_ROW = 3;

    private static final int LONGER_THAN_ACRONYMS = 5;

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        List<Finding> findings = new ArrayList<>();
        IMPOLITE.find(words)
                .forEach(match ->
                        findings.add(Finding.of(words.start(match.first()), words.end(match.last()), match.value())));
        capitals(words, findings);
        signs(reply.body(), findings);
        curt(words, reply, findings);
        return findings;
    }

    private static void curt(Words words, CheckedReply reply, List<Finding> findings) {
        boolean helps = reply.turn().kind() == Kind.COMPLAINT || reply.turn().kind() == Kind.QUESTION;
        if (!helps || words.size() >= FEW_WORDS) {
            return;
        }
        for (int i = 0; i < words.size(); i++) {
            if (COURTEOUS.contains(words.text(i))) {
                return;
            }
        }
        findings.add(Finding.of(0, reply.body().length(), FindingReason.CURT));
    }

    private static void capitals(Words words, List<Finding> findings) {
        int first = 0;
        int longer = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i < words.size() && capital(words.written(i))) {
                longer += words.written(i).length() >= LONGER_THAN_ACRONYMS ? 1 : 0;
                continue;
            }
            if (i - first >= CAPITALS_IN_A_ROW && longer >= 2) {
                findings.add(Finding.of(words.start(first), words.end(i - 1), FindingReason.SHOUTING));
            }
            first = i + 1;
            longer = 0;
        }
    }

    private static boolean capital(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
    }

    private static void signs(String text, List<Finding> findings) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean sign = i < text.length() && (text.charAt(i) == '!' || text.charAt(i) == '?');
            if (sign && start < 0) {
                start = i;
            } else if (!sign && start >= 0) {
                if (i - start > 1) {
                    findings.add(new Finding(start, i, FindingReason.SHOUTING, text.substring(start, start + 1)));
                }
                start = -1;
            }
        }
    }

    private static Lexicon<FindingReason> read() {
        Lexicon<FindingReason> lexicon = new Lexicon<>();
        for (String line : Lexicon.lines("impolite.tsv")) {
            int tab = line.indexOf('\t');
            lexicon.add(line.substring(tab + 1), reason(line.substring(0, tab)));
        }
        return lexicon;
    }

    private static FindingReason reason(String word) {
        return switch (word) {
            case "blame" -> FindingReason.BLAME;
            case "sarcasm" -> FindingReason.SARCASM;
            case "rude" -> FindingReason.RUDE;
            case "curt" -> FindingReason.CURT;
            default -> throw new IllegalStateException("impolite.tsv has no kind " + word);
        };
    }
}
